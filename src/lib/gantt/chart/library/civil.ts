import type { Day } from '#core/calendar/days.ts';

const HALF_DAY = 12 * 3_600_000;

/** The civil day on which an instant of the browser's own zone falls. */
export function civilDay(at: Date): Day {
	const pad = (value: number, width: number) => String(value).padStart(width, '0');
	return `${pad(at.getFullYear(), 4)}-${pad(at.getMonth() + 1, 2)}-${pad(at.getDate(), 2)}`;
}

/** The day's first moment in the browser's zone: the library reckons in local time. */
export function localMidnight(day: Day): Date {
	const [year, month, date] = day.split('-').map(Number) as [number, number, number];
	return new Date(year, month - 1, date);
}

/**
 * The first day of a bar. The library gives its local midnight; half a day is added because in some zones (Beirut,
 * Santiago) the clock jumps over midnight once a year.
 */
export function firstDay(start: Date): Day {
	return civilDay(new Date(start.getTime() + HALF_DAY));
}

/**
 * The last day of a bar, inclusive. The library keeps the midnight *after* the last day and hands it to
 * `on_date_change` less one second: both fall in the last day once half a day is taken off.
 */
export function lastDay(end: Date): Day {
	return civilDay(new Date(end.getTime() - HALF_DAY));
}
