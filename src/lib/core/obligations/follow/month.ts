import { addDays, addMonths, dayOf, weekday, type Day } from '../../calendar/days.ts';
import type { Line } from './line.ts';

export type MonthDay = { day: Day; inMonth: boolean; lines: Line[] };

/** A month as whole weeks from Monday to Sunday, each day with what is due on it. @param month `2019-12` */
export function monthGrid(month: string, lines: readonly Line[]): MonthDay[] {
	const [year, number] = month.split('-').map(Number) as [number, number];
	const first = dayOf(year, number, 1);
	const last = addDays(addMonths(first, 1), -1);
	const byDay = Map.groupBy(
		lines.filter((one) => one.due !== null),
		(one) => one.due!.slice(0, 10)
	);
	const days: MonthDay[] = [];
	const end = addDays(last, 7 - weekday(last));
	for (let day = addDays(first, 1 - weekday(first)); day <= end; day = addDays(day, 1))
		days.push({ day, inMonth: day.startsWith(month), lines: byDay.get(day) ?? [] });
	return days;
}

/** The month before or after: `2019-12` and 1 gives `2020-01`. */
export function shiftMonth(month: string, by: number): string {
	return addMonths(`${month}-01`, by).slice(0, 7);
}
