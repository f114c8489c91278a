import { addMonths, type Day } from '#core/calendar/days.ts';
import { soundLinks } from '#core/schedule/dependencies.ts';
import { isPoint, type ScheduleItem } from '#core/schedule/types.ts';
import type { FrappeTask } from 'frappe-gantt';
import { escapeMarkup, safeId } from './escape.ts';

/** The library drops a task of more than ten years, and loses its count of rows with it. */
const LONGEST_MONTHS = 119;

/** True when a line is drawn shorter than it is; it must not be dragged, or the drag would cut it. */
export function isCut(item: Pick<ScheduleItem, 'startsOn' | 'endsOn'>): boolean {
	return item.endsOn > longestEnd(item.startsOn);
}

function longestEnd(startsOn: Day): Day {
	return startsOn >= '2189-01-01' ? '2199-12-31' : addMonths(startsOn, LONGEST_MONTHS);
}

/**
 * The lines as the library takes them, in the same order: new objects, since it writes into them; names as text;
 * only links to lines that are there and close no circle, since it throws on others.
 * Both of its dates are inclusive when they carry no hour: `end` is the last day, drawn to its midnight.
 */
export function toTasks(rows: readonly ScheduleItem[], nameOf: (item: ScheduleItem) => string): FrappeTask[] {
	const { links } = soundLinks(rows);
	return rows.map((item) => ({
		id: safeId(item.id),
		name: escapeMarkup(nameOf(item)),
		start: item.startsOn,
		end: isCut(item) ? longestEnd(item.startsOn) : item.endsOn,
		progress: isPoint(item) ? 0 : item.progress,
		dependencies: (links.get(item.id) ?? []).map(safeId)
	}));
}
