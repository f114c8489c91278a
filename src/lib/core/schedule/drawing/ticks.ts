import { isoWeek, partsOf, type Day } from '../../calendar/days.ts';
import { formatDay, formatDayShort, type DayLocale } from '../../calendar/format.ts';
import { dayAt, dayNumber, weekdayAt } from './day-number.ts';
import type { Range, Zoom } from './scale.ts';

/** A day at which the scale writes or draws something. */
export interface Tick {
	day: Day;
	/** Days from the start of the drawing. */
	offset: number;
	upper: string;
	lower: string;
	/** A stronger line: Monday among days, the month among weeks, the year among months. */
	strong: boolean;
	/** Only a label that began before what is drawn: no line here. */
	carried?: boolean;
}

/** A part of the drawing, in days from its start, both inclusive. */
export interface Seen {
	first: number;
	last: number;
}

/** How a scale names a week and a quarter: « S44 », « T4 ». */
export interface TickWords {
	locale: DayLocale;
	week: (week: number) => string;
	quarter: (quarter: number) => string;
}

const months = new Map<string, Intl.DateTimeFormat>();

function monthWords(day: Day, locale: DayLocale, style: 'long' | 'short'): string {
	const key = `${locale}/${style}`;
	const format = months.get(key) ?? new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' });
	months.set(key, format);
	const { year, month } = partsOf(day);
	return format.format(Date.UTC(year, month - 1, 1));
}

/** The upper line of the scale at a day: month and year, or the year alone. */
export function upperLabel(day: Day, zoom: Zoom, locale: DayLocale): string {
	const { year } = partsOf(day);
	return zoom === 'day' || zoom === 'week' ? `${monthWords(day, locale, 'long')} ${year}` : String(year);
}

function lowerLabel(day: Day, zoom: Zoom, monday: boolean, words: TickWords): string {
	const { month, date } = partsOf(day);
	if (zoom === 'day') return `${formatDay(day, words.locale).split(' ')[0]} ${date}`;
	if (zoom === 'month') return date === 1 ? monthWords(day, words.locale, 'short') : '';
	if (zoom === 'quarter' || zoom === 'year')
		return date === 1 && month % 3 === 1 ? words.quarter((month + 2) / 3) : '';
	if (!monday) return '';
	const week = words.week(Number(isoWeek(day).slice(-2)));
	return `${week} · ${formatDayShort(day, words.locale, false)}`;
}

/** The first of the month after this day. */
function nextMonth(count: number, step: 1 | 3): number {
	const { year, month } = partsOf(dayAt(count));
	const next = step === 1 ? month + 1 : month + 3 - ((month - 1) % 3);
	return dayNumber(
		`${String(next > 12 ? year + 1 : year).padStart(4, '0')}-${String(((next - 1) % 12) + 1).padStart(2, '0')}-01`
	);
}

function nextStop(count: number, zoom: Zoom): number {
	if (zoom === 'day') return count + 1;
	if (zoom === 'week') return Math.min(count + 8 - weekdayAt(count), nextMonth(count, 1));
	return nextMonth(count, zoom === 'month' ? 1 : 3);
}

/**
 * The labels and lines of the scale, each once, in order; weeks start on Monday. Only what falls into `seen` is given,
 * so that ten years of days cost no more than the month on the screen.
 * @param seen the part that is drawn, in days from the start of the range; all of it unless told.
 */
export function ticksOf(
	range: Range,
	zoom: Zoom,
	words: TickWords,
	seen: Seen = { first: 0, last: Infinity }
): Tick[] {
	const origin = dayNumber(range.from);
	const start = origin + Math.max(0, seen.first);
	const end = Math.min(dayNumber(range.to), origin + seen.last);
	const ticks: Tick[] = [];
	let written = '';
	for (let at = start; at <= end; at = nextStop(at, zoom)) {
		const day = dayAt(at);
		const { month, date } = partsOf(day);
		const monday = weekdayAt(at) === 1;
		const label = upperLabel(day, zoom, words.locale);
		const upper = label === written ? '' : label;
		written = label;
		const lower = lowerLabel(day, zoom, monday, words);
		const strong = zoom === 'day' ? monday : date === 1 && (zoom === 'week' || month === 1);
		const tick = { day, offset: at - origin, upper, lower, strong };
		if (lower !== '' || strong) ticks.push(tick);
		else if (upper !== '') ticks.push({ ...tick, carried: true });
	}
	return ticks;
}
