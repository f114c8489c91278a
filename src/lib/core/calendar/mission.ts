import type { CalendarChange } from './calendar.ts';

/** Whatever holds a calendar: a contract, or the part of it a page needs. */
type WithCalendar = { calendar: { changes: CalendarChange[] } };

/** A mission's contract on its own calendar: what its project manager said of a day counts over what the file says. */
export function onOwnCalendar<T extends WithCalendar>(contract: T, changes: readonly CalendarChange[]): T {
	if (changes.length === 0) return contract;
	const own = new Set(changes.map(({ day }) => day));
	const kept = contract.calendar.changes.filter(({ day }) => !own.has(day));
	return { ...contract, calendar: { ...contract.calendar, changes: [...kept, ...changes] } };
}
