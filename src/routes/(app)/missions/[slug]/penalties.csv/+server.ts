import { csvOf } from '#core/obligations/follow/csv.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { readPenalties } from '#server/penalties/read-penalties.ts';
import { attachment } from '$lib/http/download.ts';
import { guarded } from '$lib/http/refusal.ts';
import { kept, readFilter } from '$lib/penalties/query.ts';
import { penaltySheet } from '$lib/penalties/sheet.ts';
import type { RequestHandler } from './$types';

/** The lines the page shows, with the same address, as a table to take away. */
export const GET: RequestHandler = guarded(async ({ locals, params, url }) => {
	const mission = await readMission(locals.ctx, params.slug);
	const { lines } = await readPenalties(locals.ctx, mission);
	return attachment({
		bytes: new TextEncoder().encode(csvOf(penaltySheet(kept(lines, readFilter(url.searchParams))))),
		mediaType: 'text/csv; charset=utf-8',
		name: `${mission.slug}-penalties.csv`
	});
});
