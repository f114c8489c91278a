import { makeCalendar } from '../calendar/calendar.ts';
import { isDay, weekday } from '../calendar/days.ts';
import type { CalendarData } from './view.ts';

/** Why a day is unusual for a meeting. Bodies of elected people do meet on a Saturday: it is said, not refused. */
export type DayRemark = { kind: 'past' } | { kind: 'holiday'; label: string } | { kind: 'weekend' };

/**
 * @param day what is typed; anything that is not a day has no remark
 * @param today the mission's own day, for a meeting nobody is convened to yet: nobody can be convened to a past day
 */
export function dayRemark(data: CalendarData, day: string, today?: string): DayRemark | null {
	if (!isDay(day)) return null;
	if (today && day < today) return { kind: 'past' };
	const holiday = makeCalendar(data.base, data.changes).holiday(day);
	if (holiday) return { kind: 'holiday', label: holiday.label };
	return weekday(day) >= 6 ? { kind: 'weekend' } : null;
}
