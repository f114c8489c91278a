import { addDays } from '#core/calendar/days.ts';
import type { ScheduleEdit, ScheduleItem } from './types.ts';

/** The values of a line that a person may change. */
export type Values = Pick<ScheduleItem, 'startsOn' | 'endsOn' | 'progress' | 'title'> &
	Partial<Pick<ScheduleItem, Fact>>;

/** What only a task carries, and only its panel changes. */
type Fact = 'constraint' | 'assignee' | 'organisationId' | 'actualStart' | 'actualEnd' | 'notes' | 'refs';

export function valuesOf(of: Values): Required<Values> {
	const { startsOn, endsOn, progress, title } = of;
	return {
		startsOn,
		endsOn,
		progress,
		title,
		constraint: of.constraint ?? null,
		assignee: of.assignee ?? null,
		organisationId: of.organisationId ?? null,
		actualStart: of.actualStart ?? null,
		actualEnd: of.actualEnd ?? null,
		notes: of.notes ?? null,
		refs: of.refs ?? []
	};
}

const PLAIN = [
	'progress',
	'title',
	'assignee',
	'organisationId',
	'actualStart',
	'actualEnd',
	'notes'
] as const satisfies (keyof Values)[];

function sameConstraint(a: Values['constraint'], b: Values['constraint']): boolean {
	return (a?.kind ?? null) === (b?.kind ?? null) && (a?.day ?? null) === (b?.day ?? null);
}

function sameRefs(a: ScheduleItem['refs'], b: ScheduleItem['refs']): boolean {
	const known = new Set(a.map(({ id }) => id));
	return a.length === b.length && b.every(({ id }) => known.has(id));
}

/** What `wanted` names is as it is on `base`; what it does not name is left alone. */
function sameFacts(base: Values, wanted: Values): boolean {
	const from = valuesOf(base);
	return (
		PLAIN.every((key) => wanted[key] === undefined || wanted[key] === from[key]) &&
		(wanted.constraint === undefined || sameConstraint(wanted.constraint, from.constraint)) &&
		(wanted.refs === undefined || sameRefs(wanted.refs, from.refs))
	);
}

/** Both lines stand on the same days. */
export function sameDays(
	a: Pick<Values, 'startsOn' | 'endsOn'>,
	b: Pick<Values, 'startsOn' | 'endsOn'>
): boolean {
	return a.startsOn === b.startsOn && a.endsOn === b.endsOn;
}

/** Nothing that `wanted` names differs from `base`. */
export function sameValues(wanted: Values, base: Values): boolean {
	return sameDays(wanted, base) && sameFacts(base, wanted);
}

/** The edit that brings `base` to `wanted`; apart from its days, only what changes is named. */
export function editTowards(base: ScheduleItem, wanted: Values, version = base.version): ScheduleEdit {
	const edit: ScheduleEdit = { id: base.id, version, startsOn: wanted.startsOn, endsOn: wanted.endsOn };
	const from = valuesOf(base);
	for (const key of PLAIN)
		if (wanted[key] !== undefined && wanted[key] !== from[key])
			Object.assign(edit, { [key]: wanted[key] });
	if (wanted.constraint !== undefined && !sameConstraint(wanted.constraint, from.constraint))
		edit.constraint = wanted.constraint;
	if (wanted.refs !== undefined && !sameRefs(wanted.refs, from.refs))
		edit.refs = wanted.refs.map(({ kind, id }) => ({ kind, id }));
	return edit;
}

/** The edit that undoes what led from `before` to `after`, addressed to the version that `after` has. */
export function inverseEdit(before: ScheduleItem, after: ScheduleItem): ScheduleEdit {
	return editTowards(after, valuesOf(before));
}

/** The line as it will read once the edit is taken. The version stays: only the store gives a new one. */
export function applyEdit(item: ScheduleItem, edit: ScheduleEdit): ScheduleItem {
	const { id: _, version: __, refs, ...named } = edit;
	const kept = refs && item.refs.filter((ref) => refs.some(({ id }) => id === ref.id));
	return { ...item, ...named, ...(kept ? { refs: kept } : {}) };
}

/** Both days moved by the same number of days. */
export function shifted(item: Values, days: number): Values {
	return { ...valuesOf(item), startsOn: addDays(item.startsOn, days), endsOn: addDays(item.endsOn, days) };
}

/** The last day moved, never before the first: a task lasts one day at least. */
export function resized(item: Values, days: number): Values {
	const endsOn = addDays(item.endsOn, days);
	return { ...valuesOf(item), endsOn: endsOn < item.startsOn ? item.startsOn : endsOn };
}
