import { csvOf } from '#core/obligations/follow/csv.ts';
import { indicatorOf, readIndicators } from '#server/indicators/read-indicators.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { attachment } from '$lib/http/download.ts';
import { guarded } from '$lib/http/refusal.ts';
import { valuesSheet } from '$lib/indicators/sheets.ts';
import type { RequestHandler } from './$types';

/** Every value of one indicator, as measured and as judged. */
export const GET: RequestHandler = guarded(async ({ locals, params }) => {
	const mission = await readMission(locals.ctx, params.slug);
	const { contract, rows, facts } = await readIndicators(locals.ctx, mission, { code: params.code });
	const indicator = indicatorOf(contract, params.code);
	return attachment({
		bytes: new TextEncoder().encode(csvOf(valuesSheet(indicator, rows.values, facts))),
		mediaType: 'text/csv; charset=utf-8',
		name: `${mission.slug}-${indicator.code}.csv`
	});
});
