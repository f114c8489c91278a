import { weekday } from '#core/calendar/days.ts';
import type { Reading, Remark } from '../plan.ts';
import type { Standing } from './types.ts';

/** Says when the file works by other days than the mission: its days are kept as written, but were counted otherwise. */
export function calendarRemark(
	{ calendar, rows }: Reading,
	{ calendar: own }: Pick<Standing, 'calendar'>
): Remark[] {
	if (!calendar) return [];
	const days = rows.flatMap(({ startsOn, endsOn }) => [startsOn, endsOn]).filter((day) => day !== null);
	const [first, last] = [days.toSorted()[0], days.toSorted().at(-1)];
	if (!first || !last) return [];
	const inSpan = (day: string) => day >= first && day <= last && weekday(day) <= 5;
	const theirs = new Set(calendar.off.map(({ day }) => day).filter(inSpan));
	const ours = new Set(
		own
			.holidays(first, last)
			.map(({ day }) => day)
			.filter(inSpan)
	);
	const apart = [...theirs.symmetricDifference(ours)].length;
	const sameWeek = calendar.week.every((works, i) => works === i < 5);
	return apart === 0 && sameWeek ? [] : [{ line: 0, code: 'calendar_differs', value: String(apart) }];
}
