import { addDays, diffDays, type Day } from '#core/calendar/days.ts';
import { isPoint, type ScheduleItem } from './types.ts';

/** The four states a line can be in; each has its own hue, icon and word. */
export type Punctuality = 'late' | 'soon' | 'ontime' | 'done';

/** How many days before its due day a line counts as near. */
export const SOON_DAYS = 7;

export interface Standing {
	state: Punctuality;
	/** Late: days of lateness (also when done late). Soon and on time: days left, 0 on the day itself. */
	days: number;
	/** The planned end is after the last day the contract allows. */
	beyondLimit: boolean;
}

type Dated = Pick<ScheduleItem, 'kind' | 'endsOn' | 'limitOn' | 'doneOn' | 'progress'>;

/** The day that counts for lateness: the planned end, or the contract's limit when that comes first. */
export function dueDay(item: Pick<ScheduleItem, 'endsOn' | 'limitOn'>): Day {
	return item.limitOn !== null && item.limitOn < item.endsOn ? item.limitOn : item.endsOn;
}

/** A line is done when its day of completion is recorded, or when a task or phase has reached 100 %. */
export function isDone(item: Dated): boolean {
	return item.doneOn !== null || (!isPoint(item) && item.progress >= 100);
}

/**
 * Where a line stands on a given day. The due day itself is not late: lateness starts the day after.
 * @param today the mission's own day, never the machine's.
 */
export function standing(item: Dated, today: Day): Standing {
	const due = dueDay(item);
	const beyondLimit = item.limitOn !== null && item.endsOn > item.limitOn;
	if (isDone(item)) {
		const late = item.doneOn === null ? 0 : diffDays(due, item.doneOn);
		return { state: 'done', days: Math.max(0, late), beyondLimit };
	}
	const left = diffDays(today, due);
	if (left < 0) return { state: 'late', days: -left, beyondLimit };
	return { state: today >= addDays(due, -SOON_DAYS) ? 'soon' : 'ontime', days: left, beyondLimit };
}
