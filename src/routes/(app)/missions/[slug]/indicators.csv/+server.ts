import { csvOf } from '#core/obligations/follow/csv.ts';
import { readOverview } from '#server/indicators/overview.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { attachment } from '$lib/http/download.ts';
import { guarded } from '$lib/http/refusal.ts';
import { overviewSheet } from '$lib/indicators/sheets.ts';
import type { RequestHandler } from './$types';

/** The table of the indicators, to take away. */
export const GET: RequestHandler = guarded(async ({ locals, params }) => {
	const mission = await readMission(locals.ctx, params.slug);
	const { indicators, judged } = await readOverview(locals.ctx, mission);
	return attachment({
		bytes: new TextEncoder().encode(csvOf(overviewSheet(indicators, judged))),
		mediaType: 'text/csv; charset=utf-8',
		name: `${mission.slug}-indicateurs.csv`
	});
});
