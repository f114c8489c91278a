import { addDays, partsOf, weekday, type Day } from './days.ts';
import type { Holiday, YearOfHolidays } from './holidays/holiday.ts';
import { holidaysOfFrance } from './holidays/france.ts';
import { holidaysOfMoroccoPrivate, holidaysOfMoroccoPublic } from './holidays/morocco.ts';
import { holidaysOfSenegal } from './holidays/senegal.ts';

export const calendarNames = ['FR', 'MA-public', 'MA-private', 'SN'] as const;
export type CalendarName = (typeof calendarNames)[number];

/** What a mission changes in its own copy of a calendar. */
export type CalendarChange = { day: Day; label: string; working: boolean };

/** Says which days are worked. Saturdays and Sundays are off; a "workable" day may be a Saturday. */
export type Calendar = {
	name: CalendarName;
	label: string;
	/** The years whose holidays are known for sure; outside, dates come with a warning. */
	confirmed: { from: number; to: number };
	/**
	 * Are that year's holidays known for sure? In the shipped years, and in a mission's copy once somebody confirmed
	 * (or moved) every feast that was only estimated.
	 */
	isConfirmed(year: number): boolean;
	holiday(day: Day): Holiday | null;
	holidays(from: Day, to: Day): Holiday[];
	/** Monday to Friday, holidays out (« jour ouvré »). */
	isWorking(day: Day): boolean;
	/** Monday to Saturday, holidays out (« jour ouvrable »). */
	isWorkable(day: Day): boolean;
};

const shipped: Record<
	CalendarName,
	{ label: string; years: YearOfHolidays; confirmed: { from: number; to: number } }
> = {
	FR: { label: 'France métropolitaine', years: holidaysOfFrance, confirmed: { from: 1983, to: 2100 } },
	'MA-public': {
		label: 'Maroc, administrations',
		years: holidaysOfMoroccoPublic,
		confirmed: { from: 2022, to: 2025 }
	},
	'MA-private': {
		label: 'Maroc, secteur privé',
		years: holidaysOfMoroccoPrivate,
		confirmed: { from: 2022, to: 2025 }
	},
	// Korité, Tabaski and the others are estimates in every year until somebody confirms them.
	SN: { label: 'Sénégal', years: holidaysOfSenegal, confirmed: { from: 0, to: 0 } }
};

const ready = new Map<CalendarName, Calendar>();

/** The shipped calendar of that name, built once. */
export function calendarOf(name: CalendarName): Calendar {
	const known = ready.get(name);
	if (known) return known;
	const made = makeCalendar(name);
	ready.set(name, made);
	return made;
}

/** A mission's copy: the shipped calendar with days added (`working: false`) or given back (`working: true`). */
export function makeCalendar(name: CalendarName, changes: CalendarChange[] = []): Calendar {
	const { label, years, confirmed } = shipped[name];
	const changed = new Map(changes.map((change) => [change.day, change]));
	const byYear = new Map<number, Map<Day, Holiday>>();
	// A long contract asks for the same thousand days again and again.
	const working = new Map<Day, boolean>();

	function yearOf(year: number): Map<Day, Holiday> {
		const known = byYear.get(year);
		if (known) return known;
		// A second day of a feast can fall in the next year, and a feast on a fixed holiday: the first name stays.
		const found = new Map<Day, Holiday>();
		for (const one of [...years(year), ...(year > 1900 ? years(year - 1) : [])]) {
			if (partsOf(one.day).year === year && !found.has(one.day)) found.set(one.day, one);
		}
		for (const change of changed.values()) {
			if (partsOf(change.day).year !== year) continue;
			if (change.working) found.delete(change.day);
			else found.set(change.day, { day: change.day, label: change.label, status: 'confirmed' });
		}
		byYear.set(year, found);
		return found;
	}

	const holiday = (day: Day) => yearOf(Number(day.slice(0, 4))).get(day) ?? null;
	return {
		name,
		label,
		confirmed,
		isConfirmed(year) {
			if (year >= confirmed.from && year <= confirmed.to) return true;
			const touched = changes.some((change) => partsOf(change.day).year === year);
			return touched && [...yearOf(year).values()].every((one) => one.status === 'confirmed');
		},
		holiday,
		holidays(from, to) {
			const list: Holiday[] = [];
			for (let year = partsOf(from).year; year <= partsOf(to).year; year++)
				list.push(...yearOf(year).values());
			return list
				.filter(({ day }) => day >= from && day <= to)
				.sort((a, b) => (a.day < b.day ? -1 : 1));
		},
		isWorking(day) {
			const known = working.get(day);
			if (known !== undefined) return known;
			const answer = weekday(day) <= 5 && holiday(day) === null;
			working.set(day, answer);
			return answer;
		},
		isWorkable: (day) => weekday(day) <= 6 && holiday(day) === null
	};
}

/** The day itself when worked, else the first worked day after it. */
export function nextWorking(calendar: Calendar, day: Day): Day {
	let at = day;
	while (!calendar.isWorking(at)) at = addDays(at, 1);
	return at;
}

/** The day itself when worked, else the last worked day before it. */
export function lastWorking(calendar: Calendar, day: Day): Day {
	let at = day;
	while (!calendar.isWorking(at)) at = addDays(at, -1);
	return at;
}

/** A sentence when the calendar was not confirmed for that day's year, else null. */
export function calendarWarning(calendar: Calendar, day: Day): string | null {
	const { year } = partsOf(day);
	if (calendar.isConfirmed(year)) return null;
	return `Jours fériés de ${year} non confirmés (${calendar.label}) : vérifiez les fêtes mobiles avant de vous y fier.`;
}
