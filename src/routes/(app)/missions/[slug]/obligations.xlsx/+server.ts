import { readQuery } from '#core/obligations/follow/query.ts';
import { reachOf } from '#core/obligations/follow/reach.ts';
import { xlsxOf } from '#server/spreadsheet/write-xlsx.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { readObligations } from '#server/obligations/read-obligations.ts';
import { sheetOf } from '#server/obligations/sheet.ts';
import { attachment } from '$lib/http/download.ts';
import { guarded } from '$lib/http/refusal.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';
import { sheetWords } from '$lib/obligations/sheet-words.ts';
import type { RequestHandler } from './$types';

/** The lines the page shows, with the same address, as a table to take away. */
export const GET: RequestHandler = guarded(async ({ locals, params, url }) => {
	const mission = await readMission(locals.ctx, params.slug);
	const query = readQuery(url.searchParams, mission.today);
	const reach = query.view === 'list' ? reachOf(query, mission.today) : {};
	const found = await readObligations(locals.ctx, mission, getLocale(), reach);
	const rows = sheetOf(found, query, mission.today, sheetWords());
	return attachment({
		bytes: xlsxOf(
			m.obligations_title(),
			rows,
			[22, 9, 58, 14, 16, 14, 13, 13, 13, 24, 13, 9, 34, 40, 60]
		),
		mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		name: `${mission.slug}-obligations.xlsx`
	});
});
