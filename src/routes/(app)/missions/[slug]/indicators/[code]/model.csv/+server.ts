import { DomainError } from '#core/errors.ts';
import { quantitiesOf } from '#core/indicators/quantities.ts';
import { indicatorOf } from '#server/indicators/read-indicators.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { missionContract } from '#server/reports/due-reports.ts';
import { attachment } from '$lib/http/download.ts';
import { guarded } from '$lib/http/refusal.ts';
import { modelColumns } from '$lib/indicators/model.ts';
import type { RequestHandler } from './$types';

/** An empty file of values with its columns, as spreadsheets open it in France. */
export const GET: RequestHandler = guarded(async ({ locals, params, url }) => {
	const mission = await readMission(locals.ctx, params.slug);
	const indicator = indicatorOf(await missionContract(locals.ctx, mission), params.code);
	const quantity = quantitiesOf(indicator).find(({ key }) => key === (url.searchParams.get('q') ?? ''));
	if (!quantity) throw new DomainError('not_found', { code: params.code });
	return attachment({
		bytes: new TextEncoder().encode(`\uFEFF${modelColumns(quantity).join(';')}\r\n`),
		mediaType: 'text/csv; charset=utf-8',
		name: `${mission.slug}-${indicator.code}-modele.csv`
	});
});
