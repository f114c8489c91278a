import { bodiesOf, decisionViews, pickDecisions, readDecisionQuery } from '#core/meetings/registers/query.ts';
import { readDecisions } from '#server/meetings/registers/read.ts';
import { guarded } from '$lib/http/refusal.ts';
import type { PageServerLoadEvent } from './$types';

export const load = guarded(async ({ locals, params, url }: PageServerLoadEvent) => {
	const all = await readDecisions(locals.ctx, params.slug);
	const query = readDecisionQuery(url.searchParams);
	return {
		query,
		rows: pickDecisions(all, query),
		bodies: bodiesOf(all),
		counts: decisionViews.map((view) => ({ view, count: pickDecisions(all, { ...query, view }).length }))
	};
});
