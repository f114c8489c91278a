import type { Day } from '../../calendar/days.ts';
import type { ActionRow, DecisionRow } from './types.ts';

export const actionViews = ['open', 'late', 'mine', 'done', 'all'] as const;
export type ActionView = (typeof actionViews)[number];
export const decisionViews = ['all', 'draft', 'validation', 'arbitration', 'orientation'] as const;
export type DecisionView = (typeof decisionViews)[number];

/** What the address of a register asks for. */
export interface RegisterQuery<View extends string> {
	view: View;
	/** Code of a body; empty for all. */
	body: string;
	search: string;
}
export type ActionQuery = RegisterQuery<ActionView>;
export type DecisionQuery = RegisterQuery<DecisionView>;

function readQuery<View extends string>(asked: URLSearchParams, views: readonly View[]): RegisterQuery<View> {
	const view = asked.get('view');
	return {
		view: views.find((v) => v === view) ?? views[0]!,
		body: (asked.get('body') ?? '').slice(0, 60),
		search: (asked.get('q') ?? '').trim().slice(0, 200)
	};
}
export const readActionQuery = (asked: URLSearchParams): ActionQuery => readQuery(asked, actionViews);
export const readDecisionQuery = (asked: URLSearchParams): DecisionQuery => readQuery(asked, decisionViews);

/** The address of the same register with something else asked. */
export function queryString(query: RegisterQuery<string>, first: string): string {
	const asked = new URLSearchParams();
	if (query.view !== first) asked.set('view', query.view);
	if (query.body) asked.set('body', query.body);
	if (query.search) asked.set('q', query.search);
	const text = asked.toString();
	return text ? `?${text}` : '';
}

/** Accents and capitals count for nothing in a search. */
const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const says = (search: string, ...texts: (string | null)[]): boolean => {
	const hay = folded(texts.filter(Boolean).join(' '));
	return folded(search)
		.split(/\s+/)
		.every((word) => hay.includes(word));
};

/** Late: its day is past and nobody said it was done. */
export const isLateAction = (row: Pick<ActionRow, 'dueOn' | 'doneOn'>, today: Day): boolean =>
	row.doneOn === null && row.dueOn !== null && row.dueOn < today;

/** The actions asked for, in the order of the register. @param me the person who asks, for « mine » */
export function pickActions(
	rows: readonly ActionRow[],
	{ view, body, search }: ActionQuery,
	today: Day,
	me: string | null
): ActionRow[] {
	return rows.filter(
		(row) =>
			(view === 'all' || (view === 'done' ? row.doneOn !== null : row.doneOn === null)) &&
			(view !== 'late' || isLateAction(row, today)) &&
			(view !== 'mine' || (me !== null && row.ownerId === me)) &&
			(!body || row.body === body) &&
			(!search ||
				says(search, row.number, row.wording, row.owner, row.meetingTitle, row.result, row.item))
	);
}

/** The decisions asked for, in the order of the register. */
export function pickDecisions(
	rows: readonly DecisionRow[],
	{ view, body, search }: DecisionQuery
): DecisionRow[] {
	return rows.filter(
		(row) =>
			(view === 'all' || (view === 'draft' ? !row.binds : row.kind === view)) &&
			(!body || row.body === body) &&
			(!search || says(search, row.number, row.wording, row.meetingTitle, row.deliverable))
	);
}

/** The bodies of a register, each once, for a filter. */
export function bodiesOf(
	rows: readonly { body: string; bodyName: string }[]
): { value: string; label: string }[] {
	return [...new Map(rows.map((r) => [r.body, r.bodyName]))]
		.map(([value, label]) => ({ value, label }))
		.sort((a, b) => a.label.localeCompare(b.label));
}
