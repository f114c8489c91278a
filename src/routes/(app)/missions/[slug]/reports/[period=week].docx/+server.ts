import { guarded } from '$lib/http/refusal.ts';
import { wordFile } from '$lib/http/download.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { reportFile } from '#server/reports/report-file.ts';
import type { RequestHandler } from './$types';

/** The report of a week as it was filed (`?filing=1`: before it was contested); for the contractor, a draft made now. */
export const GET: RequestHandler = guarded(async ({ locals, params, url }) => {
	const mission = await readMission(locals.ctx, params.slug);
	const filing = /^[1-9]\d{0,3}$/.exec(url.searchParams.get('filing') ?? '')?.[0] ?? null;
	return wordFile(
		await reportFile(locals.ctx, mission, params.period, filing === null ? null : Number(filing))
	);
});
