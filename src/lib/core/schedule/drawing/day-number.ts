import type { Day } from '../../calendar/days.ts';

const DAY_MS = 86_400_000;

/**
 * A day as a count of days since 1970-01-01. A drawing reckons thousands of them at each frame, which is too many for
 * the calendar's own checked functions: the day must be a valid one.
 */
export function dayNumber(day: Day): number {
	return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY_MS;
}

/** The day of such a count. */
export function dayAt(count: number): Day {
	return new Date(count * DAY_MS).toISOString().slice(0, 10);
}

/** 1 for Monday to 7 for Sunday: 1970-01-01 was a Thursday. */
export function weekdayAt(count: number): number {
	return ((((count + 3) % 7) + 7) % 7) + 1;
}
