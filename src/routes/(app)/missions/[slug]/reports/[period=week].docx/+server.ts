import { guarded } from '$lib/http/refusal.ts';
import { wordFile } from '$lib/http/download.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { reportFile } from '#server/reports/report-file.ts';
import type { RequestHandler } from './$types';

/** The report of a week as it was filed; for the contractor, a draft made now. */
export const GET: RequestHandler = guarded(async ({ locals, params }) => {
	const mission = await readMission(locals.ctx, params.slug);
	return wordFile(await reportFile(locals.ctx, mission, params.period));
});
