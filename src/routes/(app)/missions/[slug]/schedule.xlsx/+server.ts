import { writeTable } from '#core/schedule/exchange/table/write.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { leavingSchedule } from '#server/schedule/exchange/leaving.ts';
import { xlsxOf } from '#server/spreadsheet/write-xlsx.ts';
import { tableWidths, tableWords } from '$lib/gantt/export/table-words.ts';
import { baselineAsked } from '$lib/http/baseline-asked.ts';
import { attachment } from '$lib/http/download.ts';
import { guarded } from '$lib/http/refusal.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { RequestHandler } from './$types';

/** The lines of the schedule as the page shows them, to take away and to bring back. */
export const GET: RequestHandler = guarded(async ({ locals, params, url }) => {
	const mission = await readMission(locals.ctx, params.slug);
	const { plan } = await leavingSchedule(locals.ctx, mission, baselineAsked(url));
	return attachment({
		bytes: xlsxOf(m.schedule_exchange_sheet(), writeTable(plan, tableWords()), tableWidths),
		mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		name: `${mission.slug}-planning.xlsx`
	});
});
