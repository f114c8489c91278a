import { addMonths, type Day } from '#core/calendar/days.ts';
import { isPoint, type ScheduleItem } from '#core/schedule/types.ts';
import type { FrappeTask } from 'frappe-gantt';
import { escapeMarkup, safeId } from './escape.ts';

/** The library drops a task of more than ten years, and loses its count of rows with it. */
const LONGEST_MONTHS = 119;

/** True when a line is drawn shorter than it is; it must not be dragged, or the drag would cut it. */
export function isCut(item: Pick<ScheduleItem, 'startsOn' | 'endsOn'>): boolean {
	return (
		Number(item.endsOn.slice(0, 4)) - Number(item.startsOn.slice(0, 4)) >= 9 &&
		item.endsOn > longestEnd(item.startsOn)
	);
}

function longestEnd(startsOn: Day): Day {
	return startsOn >= '2189-01-01' ? '2199-12-31' : addMonths(startsOn, LONGEST_MONTHS);
}

/**
 * A line as the library takes it: a new object, since it writes into it; its name as text; no links, which the library
 * draws of one type only and uses to refuse moves that are the schedule's business.
 * Both of its dates are inclusive when they carry no hour: `end` is the last day, drawn to its midnight.
 * @param row its place among all rows, drawn or not.
 */
export function toTask(item: ScheduleItem, row: number, nameOf: (item: ScheduleItem) => string): FrappeTask {
	return {
		id: safeId(item.id),
		name: escapeMarkup(nameOf(item)),
		start: item.startsOn,
		end: isCut(item) ? longestEnd(item.startsOn) : item.endsOn,
		progress: isPoint(item) ? 0 : item.progress,
		dependencies: [],
		row
	};
}
