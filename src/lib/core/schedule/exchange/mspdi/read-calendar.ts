import { addDays, diffDays, type Day } from '#core/calendar/days.ts';
import type { PlanCalendar } from '../plan.ts';
import { isDayFault, readDay } from '../read-day.ts';
import { child, children, flag, number, text, type XmlElement } from './xml.ts';

/** Longer exceptions say that a whole season is off: they are no holidays. */
const LONGEST = 60;
const MOST = 2_000;

const OFFICE: readonly boolean[] = [true, true, true, true, true, false, false];

/** The calendar the file's project works by: its week and its days off; Monday to Friday where it has none. */
export function readCalendar(project: XmlElement): PlanCalendar {
	const all = children(child(project, 'Calendars'), 'Calendar');
	const wanted = text(project, 'CalendarUID');
	const calendar =
		all.find((one) => text(one, 'UID') === wanted) ?? all.find((one) => flag(one, 'IsBaseCalendar'));
	const week = [...OFFICE];
	const off = new Map<Day, string>();
	const close = (element: XmlElement, label: string) => {
		const period = child(element, 'TimePeriod');
		const [from, to] = [readDay(text(period, 'FromDate')), readDay(text(period, 'ToDate'))];
		if (
			from === null ||
			to === null ||
			isDayFault(from) ||
			isDayFault(to) ||
			diffDays(from, to) > LONGEST
		)
			return;
		for (let i = 0; i <= diffDays(from, to) && off.size < MOST; i++) {
			const day = addDays(from, i);
			off.set(day, off.get(day) || label);
		}
	};
	for (const day of children(child(calendar, 'WeekDays'), 'WeekDay')) {
		const type = number(day, 'DayType');
		if (type === 0) {
			if (!flag(day, 'DayWorking')) close(day, '');
		} else if (type !== null && type >= 1 && type <= 7) week[(type + 5) % 7] = flag(day, 'DayWorking');
	}
	for (const one of children(child(calendar, 'Exceptions'), 'Exception'))
		if (!flag(one, 'DayWorking')) close(one, text(one, 'Name'));
	return {
		week,
		off: [...off].map(([day, label]) => ({ day, label })).sort((a, b) => (a.day < b.day ? -1 : 1))
	};
}
