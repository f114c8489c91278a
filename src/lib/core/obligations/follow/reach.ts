import { addDays, addMonths, type Day } from '../../calendar/days.ts';
import { isLate, type Line } from './line.ts';
import { spanOf, type Query } from './query.ts';

/**
 * The days between which lines must be read to show a view, so that years of daily reports are not read for a week of
 * them. Before `since` what is settled is left out. A state is only known of a line that was read: then all are.
 */
export function reachOf(query: Query, today: Day): { since?: Day; until?: Day } {
	const { from, to } = spanOf('month', today);
	const week = spanOf('week', today);
	const until = week.to > to ? week.to : to;
	if (query.view === 'list') {
		if (query.span === 'contract' || query.state !== null) return {};
		return { since: week.from < from ? week.from : from, until };
	}
	const last = addDays(addMonths(`${query.month}-01`, 1), 6);
	// The grid goes back to the beginning; the calendar shows one month, with the ends of its neighbours.
	if (query.view === 'grid') return { until: last > until ? last : until };
	const first = addDays(`${query.month}-01`, -6);
	return { since: first < from ? first : from, until: last > until ? last : until };
}

/** A line of a list, and how many more of its duty are late like it. */
export type Gathered = { line: Line; more: number };

/**
 * What a list of a week or a month shows: what is due in it, and of each duty the oldest that is late from before, with
 * how many more. A duty asked for by its code is shown line by line.
 */
export function gathered(lines: readonly Line[], query: Query, today: Day): Gathered[] {
	if (query.span === 'contract' || query.code !== null) return lines.map((line) => ({ line, more: 0 }));
	const { from } = spanOf(query.span, today);
	const before = (one: Line) => isLate(one) && one.due!.slice(0, 10) < from;
	const late = Map.groupBy(lines.filter(before), (one) => one.code);
	return lines
		.filter((one) => !before(one) || late.get(one.code)![0] === one)
		.map((line) => ({ line, more: before(line) ? late.get(line.code)!.length - 1 : 0 }));
}
