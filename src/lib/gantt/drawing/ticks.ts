import { addDays, diffDays, isoWeek, partsOf, weekday, type Day } from '#core/calendar/days.ts';
import { formatDay, formatDayShort, type DayLocale } from '#core/calendar/format.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { Range, Zoom } from './range.ts';

/** A day at which the scale writes or draws something. */
export interface Tick {
	day: Day;
	/** Days from the start of the drawing. */
	offset: number;
	upper: string;
	lower: string;
	/** A stronger line: Monday among days, the month among weeks, the year among months. */
	strong: boolean;
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
	if (zoom === 'month' || zoom === 'quarter') return String(year);
	return `${monthWords(day, locale, 'long')} ${year}`;
}

function lowerLabel(day: Day, zoom: Zoom, locale: DayLocale): string {
	const { month, date } = partsOf(day);
	if (zoom === 'day') return `${formatDay(day, locale).split(' ')[0]} ${date}`;
	if (zoom === 'month') return date === 1 ? monthWords(day, locale, 'short') : '';
	if (zoom === 'quarter') {
		const starts = date === 1 && month % 3 === 1;
		return starts ? m.schedule_quarter_short({ quarter: (month + 2) / 3 }, { locale }) : '';
	}
	if (weekday(day) !== 1) return '';
	const week = m.schedule_week_short({ week: Number(isoWeek(day).slice(-2)) }, { locale });
	return `${week} · ${formatDayShort(day, locale, false)}`;
}

function isStrong(day: Day, zoom: Zoom): boolean {
	const { month, date } = partsOf(day);
	if (zoom === 'day') return weekday(day) === 1;
	return date === 1 && (zoom === 'week' || month === 1);
}

/** The labels and lines of the scale, each once, in order; weeks start on Monday. */
export function ticksOf({ from, to }: Range, zoom: Zoom, locale: DayLocale): Tick[] {
	const ticks: Tick[] = [];
	let written = '';
	const last = diffDays(from, to);
	for (let offset = 0; offset <= last; offset += 1) {
		const day = addDays(from, offset);
		const label = upperLabel(day, zoom, locale);
		const upper = label === written ? '' : label;
		written = label;
		const lower = lowerLabel(day, zoom, locale);
		const strong = isStrong(day, zoom);
		if (upper !== '' || lower !== '' || strong) ticks.push({ day, offset, upper, lower, strong });
	}
	return ticks;
}
