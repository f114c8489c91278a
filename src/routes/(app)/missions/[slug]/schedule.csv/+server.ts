import { csvOf } from '#core/obligations/follow/csv.ts';
import { writeTable } from '#core/schedule/exchange/table/write.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { leavingSchedule } from '#server/schedule/exchange/leaving.ts';
import { tableWords } from '$lib/gantt/export/table-words.ts';
import { baselineAsked } from '$lib/http/baseline-asked.ts';
import { attachment } from '$lib/http/download.ts';
import { guarded } from '$lib/http/refusal.ts';
import type { RequestHandler } from './$types';

/** The lines of the schedule as the page shows them, to take away and to bring back. */
export const GET: RequestHandler = guarded(async ({ locals, params, url }) => {
	const mission = await readMission(locals.ctx, params.slug);
	const { plan } = await leavingSchedule(locals.ctx, mission, baselineAsked(url));
	return attachment({
		bytes: new TextEncoder().encode(csvOf(writeTable(plan, tableWords()))),
		mediaType: 'text/csv; charset=utf-8',
		name: `${mission.slug}-planning.csv`
	});
});
