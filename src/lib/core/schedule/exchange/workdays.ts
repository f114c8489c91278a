import { addDays, weekday, type Day } from '#core/calendar/days.ts';
import type { PlanCalendar } from './plan.ts';

export interface Workdays {
	(day: Day): boolean;
	/** Worked days from one to the other, both counted. */
	count(from: Day, to: Day): number;
}

/** Which days a file's calendar works. Counting stops at twenty thousand days: longer is no task. */
export function workdays({ week, off }: PlanCalendar): Workdays {
	const closed = new Set(off.map(({ day }) => day));
	const isWorked = (day: Day) => week[weekday(day) - 1] === true && !closed.has(day);
	return Object.assign(isWorked, {
		count(from: Day, to: Day) {
			let [found, day] = [0, from];
			for (let i = 0; i < 20_000 && day <= to; i++) {
				if (isWorked(day)) found++;
				if (day === to || day === '2199-12-31') break;
				day = addDays(day, 1);
			}
			return found;
		}
	});
}
