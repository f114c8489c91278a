import { pickActions, readActionQuery } from '#core/meetings/registers/query.ts';
import { readActions } from '#server/meetings/registers/read.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { xlsxOf } from '#server/spreadsheet/write-xlsx.ts';
import { attachment } from '$lib/http/download.ts';
import { guarded } from '$lib/http/refusal.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { actionSheet, actionWidths } from '$lib/registers/sheets.ts';
import type { RequestHandler } from './$types';

/** The lines the page shows, with the same address, as a table to take away. */
export const GET: RequestHandler = guarded(async ({ locals, params, url }) => {
	const mission = await readMission(locals.ctx, params.slug);
	const query = readActionQuery(url.searchParams);
	const found = await readActions(locals.ctx, params.slug);
	const rows = pickActions(found, query, mission.today, locals.ctx.person?.id ?? null);
	return attachment({
		bytes: xlsxOf(m.registers_actions_title(), actionSheet(rows, mission.today), actionWidths),
		mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		name: `${mission.slug}-actions.xlsx`
	});
});
