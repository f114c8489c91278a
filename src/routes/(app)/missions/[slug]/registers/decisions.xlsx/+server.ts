import { pickDecisions, readDecisionQuery } from '#core/meetings/registers/query.ts';
import { readDecisions } from '#server/meetings/registers/read.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { xlsxOf } from '#server/spreadsheet/write-xlsx.ts';
import { attachment } from '$lib/http/download.ts';
import { guarded } from '$lib/http/refusal.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { decisionSheet, decisionWidths } from '$lib/registers/sheets.ts';
import type { RequestHandler } from './$types';

/** The lines the page shows, with the same address, as a table to take away. */
export const GET: RequestHandler = guarded(async ({ locals, params, url }) => {
	const mission = await readMission(locals.ctx, params.slug);
	const rows = pickDecisions(
		await readDecisions(locals.ctx, params.slug),
		readDecisionQuery(url.searchParams)
	);
	return attachment({
		bytes: xlsxOf(m.registers_decisions_title(), decisionSheet(rows), decisionWidths),
		mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		name: `${mission.slug}-decisions.xlsx`
	});
});
