import { addDays, diffDays, partsOf, weekday, type Day } from '#core/calendar/days.ts';
import type { ScheduleItem } from '#core/schedule/types.ts';

export type Zoom = 'day' | 'week' | 'month' | 'quarter';
export const ZOOMS: readonly Zoom[] = ['day', 'week', 'month', 'quarter'];

export interface Range {
	from: Day;
	/** Inclusive. */
	to: Day;
}

/**
 * Width of a day in pixels. Every scale keeps one column per day, so that a bar is always exactly where its days
 * are and a drag always falls on a day; the library's own months are thirty days long. The widths are exact in
 * binary: the library truncates positions, and 1.6 would lose a day here and there.
 */
export const DAY_WIDTH: Record<Zoom, number> = { day: 46, week: 16, month: 4, quarter: 1.5 };

/** More than this and the drawing is too wide for a browser; what lies beyond stays in the table. */
const MOST_DAYS: Record<Zoom, number> = { day: 1500, week: 4000, month: 11_000, quarter: 11_000 };
const MARGIN: Record<Zoom, number> = { day: 7, week: 14, month: 31, quarter: 92 };
/** Today is brought into the drawing when it is not further than this from the schedule. */
const TODAY_REACH = 180;
const FIRST: Day = '1900-01-01';
const LAST: Day = '2199-12-31';

function move(day: Day, count: number): Day {
	if (count < 0 && diffDays(FIRST, day) < -count) return FIRST;
	if (count > 0 && diffDays(day, LAST) < count) return LAST;
	return addDays(day, count);
}

/** The first day of the column that holds this day: a Monday, the first of a month or of a quarter. */
function columnStart(day: Day, zoom: Zoom): Day {
	if (zoom === 'day' || zoom === 'week') return move(day, 1 - weekday(day));
	const { year, month } = partsOf(day);
	const first = zoom === 'month' ? month : month - ((month - 1) % 3);
	return `${String(year).padStart(4, '0')}-${String(first).padStart(2, '0')}-01`;
}

/**
 * The period to draw: every line, every contract limit, today when it is near, a margin on both sides, starting at
 * the beginning of a column and at least as wide as the screen.
 * @param width pixels to fill.
 */
export function rangeOf(items: readonly ScheduleItem[], today: Day, zoom: Zoom, width: number): Range {
	const days = items.flatMap((item) => [
		item.startsOn,
		item.endsOn,
		...(item.limitOn ? [item.limitOn] : [])
	]);
	let first = days.reduce((a, b) => (a < b ? a : b), days[0] ?? today);
	let last = days.reduce((a, b) => (a > b ? a : b), days[0] ?? today);
	if (today < first && diffDays(today, first) <= TODAY_REACH) first = today;
	if (today > last && diffDays(last, today) <= TODAY_REACH) last = today;
	const from = columnStart(move(first, -MARGIN[zoom]), zoom);
	const filling = move(from, Math.ceil(width / DAY_WIDTH[zoom]));
	const end = move(last, MARGIN[zoom]);
	const furthest = move(from, MOST_DAYS[zoom]);
	const to = end > filling ? end : filling;
	return { from, to: to > furthest ? furthest : to };
}
