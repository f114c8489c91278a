import { addDays, addMonths, dayOf, isoWeek, partsOf, weekRange, type Day } from '../../calendar/days.ts';
import { occurrenceStates, type OccurrenceState } from '../standing.ts';
import { isSettled, type FollowGroup, type Line } from './line.ts';

export const spans = ['week', 'month', 'contract'] as const;
export const views = ['list', 'calendar', 'grid'] as const;
export const owners = ['client', 'contractor', 'both', 'other'] as const;

/** What the address of the page asks for. Anything it does not know is left out. */
export type Query = {
	span: (typeof spans)[number];
	view: (typeof views)[number];
	owner: (typeof owners)[number] | null;
	/** A code of the contract: E-S3. */
	code: string | null;
	kind: string | null;
	state: OccurrenceState | null;
	/** `2019-12`, for the calendar and daily reports. */
	month: string;
	page: number;
};

/** @param today the mission's day */
export function readQuery(params: URLSearchParams, today: Day): Query {
	const one = <T extends string>(name: string, of: readonly T[]): T | null =>
		of.find((value) => value === params.get(name)) ?? null;
	const month = params.get('month') ?? '';
	return {
		span: one('span', spans) ?? 'week',
		view: one('view', views) ?? 'list',
		owner: one('owner', owners),
		code: params.get('code') || null,
		kind: params.get('kind') || null,
		state: one('state', occurrenceStates),
		month: /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : today.slice(0, 7),
		page: Math.max(1, Math.trunc(Number(params.get('page'))) || 1)
	};
}

/** The address of the same view with something changed; a change of anything but the page goes back to the first. */
export function addressOf(query: Query, change: Partial<Query> = {}): string {
	const next = { ...query, page: 1, ...change };
	const params = new URLSearchParams();
	if (next.span !== 'week') params.set('span', next.span);
	if (next.view !== 'list') params.set('view', next.view);
	for (const name of ['owner', 'code', 'kind', 'state'] as const)
		if (next[name]) params.set(name, next[name]);
	if (next.view !== 'list') params.set('month', next.month);
	if (next.page > 1) params.set('page', String(next.page));
	const text = params.toString();
	return text === '' ? '?' : `?${text}`;
}

export const isNarrowed = ({ owner, code, kind, state }: Query): boolean =>
	Boolean(owner || code || kind || state);

/** The lines that an owner, a clause, a kind and a state leave. */
export function filtered(lines: readonly Line[], { owner, code, kind, state }: Query): Line[] {
	return lines.filter(
		(one) =>
			(owner === null || one.owner === owner) &&
			(code === null || one.code === code) &&
			(kind === null || one.kind === kind) &&
			(state === null || one.standing.state === state)
	);
}

/** The last day of the week or month that `today` is in, and its first. */
export function spanOf(span: 'week' | 'month', today: Day): { from: Day; to: Day } {
	if (span === 'week') return weekRange(isoWeek(today));
	const { year, month } = partsOf(today);
	const first = dayOf(year, month, 1);
	return { from: first, to: addDays(addMonths(first, 1), -1) };
}

/** What is due in the span, and what is still open from before it. */
export function inSpan(lines: readonly Line[], span: Query['span'], today: Day): Line[] {
	if (span === 'contract') return [...lines];
	const { from, to } = spanOf(span, today);
	return lines.filter((one) => {
		const due = one.due?.slice(0, 10);
		return due !== undefined && due <= to && (due >= from || !isSettled(one));
	});
}

export function countsOf(lines: readonly Line[], today: Day): Record<Query['span'], number> {
	return {
		week: inSpan(lines, 'week', today).length,
		month: inSpan(lines, 'month', today).length,
		contract: lines.length
	};
}

/** How many lines the filters leave in the whole contract: counted by the store, unless a state was asked for. */
export function countAll(groups: readonly FollowGroup[], query: Query, kept: readonly Line[]): number {
	const { owner, code, kind, state } = query;
	if (state !== null) return kept.length;
	return groups
		.filter(
			(one) =>
				(owner === null || one.owner === owner) &&
				(code === null || one.code === code) &&
				(kind === null || one.kind === kind)
		)
		.reduce((sum, one) => sum + one.count, 0);
}
