import type { Calendar, CalendarChange } from './calendar.ts';
import type { Day } from './days.ts';

export const calendarKinds = ['off', 'worked', 'shipped'] as const;
/** What is said of a day: nobody works, it is worked after all, or as before anybody said anything. */
export type CalendarKind = (typeof calendarKinds)[number];

/** A word on a day, as the store keeps it. */
export type CalendarWord = {
	number: number;
	day: Day;
	label: string;
	kind: CalendarKind;
	reason: string;
	by: string | null;
	on: Day;
};

/** A line of the mission's calendar. `own`: said by its project manager. */
export type CalendarLine = { day: Day; label: string; status: 'confirmed' | 'estimated' | 'own' | 'worked' };

/**
 * The days off of a year on a mission's own calendar, and those that would be but are worked.
 * @param original the calendar before the project manager said anything: days given back are known from it
 */
export function linesOfYear(
	calendar: Calendar,
	original: Calendar,
	changes: readonly CalendarChange[],
	year: number
): CalendarLine[] {
	const [from, to] = [`${year}-01-01`, `${year}-12-31`];
	const own = new Map(changes.map((one) => [one.day, one]));
	const off = calendar
		.holidays(from, to)
		.map((one): CalendarLine => ({ ...one, status: own.has(one.day) ? 'own' : one.status }));
	const worked = original
		.holidays(from, to)
		.filter((one) => own.get(one.day)?.working)
		.map(({ day, label }): CalendarLine => ({ day, label, status: 'worked' }));
	return [...off, ...worked].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The days a change says something of; a feast that moves gives one back and takes another. */
export type CalendarAct =
	| { what: 'add'; day: Day; label: string }
	| { what: 'confirm' | 'worked' | 'shipped'; day: Day; label: string }
	| { what: 'move'; day: Day; to: Day; label: string };

export type SaidDay = { day: Day; label: string; kind: CalendarKind };

export function saidBy(act: CalendarAct): SaidDay[] {
	const { day, label } = act;
	if (act.what === 'move')
		return [
			{ day, label, kind: 'worked' },
			{ day: act.to, label, kind: 'off' }
		];
	return [{ day, label, kind: act.what === 'worked' || act.what === 'shipped' ? act.what : 'off' }];
}

/** The changes in force once these days are said too. */
export function changesWith(changes: readonly CalendarChange[], said: readonly SaidDay[]): CalendarChange[] {
	const told = new Set(said.map(({ day }) => day));
	return [
		...changes.filter(({ day }) => !told.has(day)),
		...said
			.filter(({ kind }) => kind !== 'shipped')
			.map(({ day, label, kind }) => ({ day, label, working: kind === 'worked' }))
	];
}
