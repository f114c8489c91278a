import type { Constraint } from '../../network/types.ts';
import type { ScheduleItem } from '../../types.ts';
import type { PlanRow } from '../plan.ts';
import { plain } from '../table/columns.ts';
import type { Difference, Standing, ValueName, Values } from './types.ts';

const sameConstraint = (a: Constraint | null, b: Constraint | null) =>
	a?.kind === b?.kind && a?.day === b?.day;

/** The organisation that a file names; undefined for one the mission does not have. */
export function organisationOf(
	name: string | null | undefined,
	{ organisations }: Pick<Standing, 'organisations'>
): string | null | undefined {
	if (name === null || name === undefined) return null;
	return organisations.find((one) => plain(one.name) === plain(name))?.id;
}

/** What the file says of a task, whatever stands now; what it does not say is absent. */
export function valuesIn(row: PlanRow, phaseId: string | null | undefined, standing: Standing): Values {
	const organisationId = organisationOf(row.organisation, standing);
	const all: { [Name in ValueName]: Values[Name] } = {
		title: row.title,
		phaseId,
		startsOn: row.startsOn ?? undefined,
		endsOn: row.endsOn ?? undefined,
		progress: row.progress,
		constraint: row.constraint,
		actualStart: row.actualStart,
		actualEnd: row.actualEnd,
		assignee: row.assignee,
		organisationId: row.organisation === undefined ? undefined : organisationId,
		notes: row.notes
	};
	return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Values;
}

/** The values that differ from a line as it stands, each before and after. */
export function differencesOf(
	item: ScheduleItem,
	said: Values,
	words: { phase(id: string | null): string | null; organisation(id: string | null): string | null }
): { values: Values; differences: Difference[] } {
	const values: Values = {};
	const differences: Difference[] = [];
	const compare = <Name extends ValueName>(
		name: Name,
		before: Values[Name],
		shown: (value: Values[Name]) => Difference['before'] = (value) =>
			(value ?? null) as Difference['before'],
		same: (a: Values[Name], b: Values[Name]) => boolean = (a, b) => (a ?? null) === (b ?? null)
	) => {
		const after = said[name];
		if (after === undefined || same(before, after)) return;
		values[name] = after;
		differences.push({ name, before: shown(before), after: shown(after) });
	};
	compare('title', item.title);
	compare('startsOn', item.startsOn);
	compare('endsOn', item.endsOn);
	if (item.kind !== 'task') return { values, differences };
	compare('phaseId', item.phaseId, (id) => words.phase(id ?? null));
	compare('progress', item.progress);
	compare('constraint', item.constraint, undefined, (a, b) => sameConstraint(a ?? null, b ?? null));
	compare('actualStart', item.actualStart);
	compare('actualEnd', item.actualEnd);
	compare('assignee', item.assignee);
	compare('organisationId', item.organisationId, (id) => words.organisation(id ?? null));
	compare('notes', item.notes);
	return { values, differences };
}
