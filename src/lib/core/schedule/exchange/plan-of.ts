import type { Calendar } from '#core/calendar/calendar.ts';
import type { Link } from '../network/types.ts';
import { phaseGroups } from '../rows.ts';
import type { ScheduleItem } from '../types.ts';
import type { UndatedLine } from '../undated.ts';
import type { Named, Plan, PlanRow, Span } from './plan.ts';

/** What of a schedule goes out: what its page is given. */
export interface Leaving {
	items: readonly ScheduleItem[];
	undated: readonly UndatedLine[];
	links: readonly Link[];
	baseline: Record<string, Span> | null;
}

const rowOf = (
	item: ScheduleItem,
	baseline: Leaving['baseline']
): Omit<PlanRow, 'line' | 'key' | 'under'> => ({
	id: item.id,
	code: item.code,
	kind: item.kind,
	title: item.title,
	startsOn: item.startsOn,
	endsOn: item.endsOn,
	...(item.kind === 'meeting' ? {} : { progress: item.progress }),
	constraint: item.constraint,
	limitOn: item.limitOn,
	actualStart: item.actualStart,
	// A milestone has one real day: the one it was reached on.
	actualEnd: item.actualEnd ?? (item.kind === 'milestone' ? item.doneOn : null),
	assignee: item.assignee,
	organisation: item.organisation,
	notes: item.notes,
	baseline: baseline?.[item.id] ?? null
});

const undatedRow = (line: UndatedLine): Omit<PlanRow, 'line' | 'key' | 'under'> => ({
	id: line.id,
	code: line.code,
	kind: line.kind,
	title: line.title,
	startsOn: line.startsOn,
	endsOn: line.endsOn
});

/**
 * A schedule as it leaves, its lines in the order of the screen: each phase, its lines by date, those that are still to
 * be dated after them; then what stands in no phase. Lines are numbered from 1 and links name them by number.
 */
export function planOf(title: string, schedule: Leaving, calendar: Calendar): Plan {
	const undatedIn = (phase: string | null) =>
		schedule.undated.filter((line) => line.kind !== 'phase' && line.phaseId === phase);
	const groups: {
		head: Omit<PlanRow, 'line' | 'key' | 'under'> | null;
		named: Named[];
		lines: Omit<PlanRow, 'line' | 'key' | 'under'>[];
	}[] = phaseGroups(schedule.items).map(({ phase, items }) => ({
		head: phase && rowOf(phase, schedule.baseline),
		named: phase ? [{ id: phase.id, code: phase.code, title: phase.title }] : [],
		lines: [
			...items.map((item) => rowOf(item, schedule.baseline)),
			...undatedIn(phase?.id ?? null).map(undatedRow)
		]
	}));
	const told = new Set(groups.map(({ head }) => head?.id ?? null));
	for (const phase of schedule.undated.filter(({ kind }) => kind === 'phase')) {
		const { id, code, title: name } = phase;
		const lines = undatedIn(id).map(undatedRow);
		// What has a day in a phase that has none stands outside the phases on the screen; so it does here.
		groups.splice(told.has(null) ? -1 : groups.length, 0, {
			head: undatedRow(phase),
			named: [{ id, code, title: name }],
			lines
		});
		told.add(id);
	}
	if (!told.has(null)) {
		const rest = undatedIn(null).map(undatedRow);
		if (rest.length > 0) groups.push({ head: null, named: [], lines: rest });
	}
	const rows = groups
		.flatMap(({ head, named, lines }) => [
			...(head ? [{ ...head, under: [] }] : []),
			...lines.map((line) => ({ ...line, under: named }))
		])
		.map((row, i): PlanRow => ({ ...row, line: i + 1, key: String(i + 1) }));
	const keys = new Map(rows.map(({ id, key }) => [id, key]));
	const links = schedule.links.flatMap(({ from, to, type, lag, lagUnit }, i) => {
		const [before, after] = [keys.get(from), keys.get(to)];
		return before && after ? [{ line: i + 1, from: before, to: after, type, lag, lagUnit }] : [];
	});
	const days = rows.flatMap(({ startsOn, endsOn }) => [startsOn, endsOn]).filter((day) => day !== null);
	const [first, last] = [days.toSorted()[0], days.toSorted().at(-1)];
	return {
		title,
		rows,
		links,
		calendar: {
			week: [true, true, true, true, true, false, false],
			off:
				first && last
					? calendar
							.holidays(`${first.slice(0, 4)}-01-01`, `${last.slice(0, 4)}-12-31`)
							.map(({ day, label }) => ({ day, label }))
					: []
		}
	};
}
