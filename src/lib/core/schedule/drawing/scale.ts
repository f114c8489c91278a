import { partsOf, type Day } from '../../calendar/days.ts';
import type { ScheduleItem } from '../types.ts';
import { dayAt, dayNumber, weekdayAt } from './day-number.ts';

export type Zoom = 'day' | 'week' | 'month' | 'quarter' | 'year';

export const ZOOMS: readonly Zoom[] = ['day', 'week', 'month', 'quarter', 'year'];

export interface Range {
	from: Day;
	/** Inclusive. */
	to: Day;
}

/** Where something stands, or stood, or would stand. */
export type Span = Pick<ScheduleItem, 'startsOn' | 'endsOn'>;

/**
 * Width of a day in pixels. Every scale keeps one column per day, so that a bar is always exactly where its days
 * are and a drag always falls on a day; the library's own months are thirty days long. The widths are exact in
 * binary: the library truncates positions, and 1.6 would lose a day here and there.
 */
export const DAY_WIDTH: Record<Zoom, number> = { day: 46, week: 16, month: 4, quarter: 1.5, year: 0.375 };

const MARGIN: Record<Zoom, number> = { day: 7, week: 14, month: 31, quarter: 92, year: 184 };

/** Today is brought into the drawing when it is not further than this from the schedule. */
const TODAY_REACH = 180;

const FIRST = dayNumber('1900-01-01');
const LAST = dayNumber('2199-12-31');

const within = (count: number): number => Math.min(LAST, Math.max(FIRST, count));

/** The first day of the column that holds this day: a Monday, the first of a month, of a quarter or of a year. */
function columnStart(count: number, zoom: Zoom): number {
	if (zoom === 'day' || zoom === 'week') return within(count + 1 - weekdayAt(count));
	const { year, month } = partsOf(dayAt(count));
	const first = zoom === 'month' ? month : zoom === 'year' ? 1 : month - ((month - 1) % 3);
	return dayNumber(`${String(year).padStart(4, '0')}-${String(first).padStart(2, '0')}-01`);
}

/**
 * The period to draw: every line, every contract limit, today when it is near, a margin on both sides, starting at
 * the beginning of a column and at least as wide as the screen.
 * @param width pixels to fill.
 * @param others what else must be in it: where lines stood, or would stand.
 */
export function rangeOf(
	items: readonly (Span & Pick<ScheduleItem, 'limitOn'>)[],
	today: Day,
	zoom: Zoom,
	width: number,
	others: Iterable<Span> = []
): Range {
	let first: Day | null = null;
	let last: Day | null = null;
	const hold = (from: Day, to: Day) => {
		if (first === null || from < first) first = from;
		if (last === null || to > last) last = to;
	};
	for (const { startsOn, endsOn, limitOn } of items) {
		hold(startsOn, endsOn);
		if (limitOn !== null) hold(limitOn, limitOn);
	}
	for (const { startsOn, endsOn } of others) hold(startsOn, endsOn);
	const now = dayNumber(today);
	let [low, high] = [dayNumber(first ?? today), dayNumber(last ?? today)];
	if (now < low && low - now <= TODAY_REACH) low = now;
	if (now > high && now - high <= TODAY_REACH) high = now;
	const from = columnStart(within(low - MARGIN[zoom]), zoom);
	const to = within(Math.max(high + MARGIN[zoom], from + Math.ceil(width / DAY_WIDTH[zoom])));
	return { from: dayAt(from), to: dayAt(to) };
}
