import { addDays } from '#core/calendar/days.ts';
import { gridsOf } from '#core/obligations/follow/grid.ts';
import { closeLateInput } from '#core/obligations/follow/inputs.ts';
import { isLate } from '#core/obligations/follow/line.ts';
import { monthGrid } from '#core/obligations/follow/month.ts';
import { countAll, countsOf, filtered, inSpan, readQuery, spanOf } from '#core/obligations/follow/query.ts';
import { gathered, reachOf } from '#core/obligations/follow/reach.ts';
import { occurrenceStates } from '#core/obligations/standing.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { closeLate } from '#server/obligations/act-on.ts';
import { readObligations } from '#server/obligations/read-obligations.ts';
import { act } from '$lib/http/form.ts';
import { guarded } from '$lib/http/refusal.ts';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** Lines of one page of the list: each carries its whole explanation. */
const PAGE = 50;

export const load = guarded(async ({ locals, parent, url }: PageServerLoadEvent) => {
	const { mission } = await parent();
	const { today } = mission;
	const query = readQuery(url.searchParams, today);
	const found = await readObligations(locals.ctx, mission, getLocale(), reachOf(query, today));
	const { lines, detail } = found;
	const groups = found.page.groups ?? [];
	const kept = filtered(lines, query);
	const shown = inSpan(kept, query.span, today);
	const rows = gathered(shown, query, today);
	const pages = Math.max(1, Math.ceil(rows.length / PAGE));
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
		// Of the duty asked for, those that may be closed together.
		late: query.code === null ? 0 : lines.filter((one) => one.code === query.code && isLate(one)).length,
		pages,
		page,
		list:
			query.view === 'list'
				? rows
						.slice((page - 1) * PAGE, page * PAGE)
						.map((one) => ({ ...one, detail: detail(one.line) }))
				: [],
		days: query.view === 'calendar' ? monthGrid(query.month, kept) : [],
		grids:
			query.view === 'grid'
				? gridsOf(kept, query.month, spanOf('month', today).to, addDays(today, 7))
				: []
	};
});

export const actions = {
	closeLate: act(closeLateInput, async (given, { locals, params }: RequestEvent) => {
		await closeLate(locals.ctx, await readMission(locals.ctx, params.slug), given);
	})
} satisfies Actions;
