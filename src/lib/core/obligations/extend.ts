import type { Calendar } from '../calendar/calendar.ts';
import { lastWorking, nextWorking } from '../calendar/calendar.ts';
import { addDays, type Day } from '../calendar/days.ts';
import type { Deadline } from '../calendar/rules/compute.ts';

/** A delay given by the buyer: so many calendar days, by an act of a day. `key` is the occurrence's. */
export type Extension = { key: string; days: number; on: Day; act: string };

/**
 * The dates after extensions: all days are added to the nominal date, then the result ends on a working day, as every
 * delay counted forward does (29/01/2020 + 10 days = Sat 8 Feb, due Mon 10 Feb). Undated stays undated.
 */
export function extended(dates: Deadline, days: number, calendar: Calendar): Deadline {
	if (dates.nominal === null || days === 0) return dates;
	const nominal = addDays(dates.nominal.slice(0, 10), days);
	const due = nextWorking(calendar, nominal);
	return { nominal, due, advised: lastWorking(calendar, due) };
}
