import { pickDecisions, readDecisionQuery } from '#core/meetings/registers/query.ts';
import { csvOf } from '#core/obligations/follow/csv.ts';
import { readDecisions } from '#server/meetings/registers/read.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { attachment } from '$lib/http/download.ts';
import { guarded } from '$lib/http/refusal.ts';
import { decisionSheet } from '$lib/registers/sheets.ts';
import type { RequestHandler } from './$types';

/** The lines the page shows, with the same address, as a table to take away. */
export const GET: RequestHandler = guarded(async ({ locals, params, url }) => {
	const mission = await readMission(locals.ctx, params.slug);
	const rows = pickDecisions(
		await readDecisions(locals.ctx, params.slug),
		readDecisionQuery(url.searchParams)
	);
	return attachment({
		bytes: new TextEncoder().encode(csvOf(decisionSheet(rows))),
		mediaType: 'text/csv; charset=utf-8',
		name: `${mission.slug}-decisions.csv`
	});
});
