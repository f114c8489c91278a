import { gridsOf } from '#core/obligations/follow/grid.ts';
import { monthGrid } from '#core/obligations/follow/month.ts';
import {
	countAll,
	countsOf,
	filtered,
	inSpan,
	reachOf,
	readQuery,
	spanOf
} from '#core/obligations/follow/query.ts';
import { occurrenceStates } from '#core/obligations/standing.ts';
import { readObligations } from '#server/obligations/read-obligations.ts';
import { guarded } from '$lib/http/refusal.ts';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';
import type { PageServerLoadEvent } from './$types';

/** Lines of one page of the list: each carries its whole explanation. */
const PAGE = 50;

export const load = guarded(async ({ locals, parent, url }: PageServerLoadEvent) => {
	const { mission } = await parent();
	const { today } = mission;
	const query = readQuery(url.searchParams, today);
	const {
		lines,
		detail,
		page: read
	} = await readObligations(locals.ctx, mission, getLocale(), reachOf(query, today));
	const groups = read.groups ?? [];
	const kept = filtered(lines, query);
	const shown = inSpan(kept, query.span, today);
	const pages = Math.max(1, Math.ceil(shown.length / PAGE));
	const page = Math.min(query.page, pages);
	return {
		query,
		total: groups.reduce((sum, one) => sum + one.count, 0),
		count: shown.length,
		counts: { ...countsOf(kept, today), contract: countAll(groups, query, kept) },
		facets: {
			codes: [...new Map(groups.map((one) => [one.code, one.title]))]
				.map(([code, title]) => ({ code, title }))
				.sort((a, b) => (a.code < b.code ? -1 : 1)),
			kinds: [...new Set(groups.map((one) => one.kind))].sort(),
			states: [...occurrenceStates]
		},
		pages,
		page,
		list:
			query.view === 'list'
				? shown.slice((page - 1) * PAGE, page * PAGE).map((line) => ({ line, detail: detail(line) }))
				: [],
		days: query.view === 'calendar' ? monthGrid(query.month, kept) : [],
		grids: query.view === 'grid' ? gridsOf(kept, query.month, spanOf('month', today).to) : []
	};
});
