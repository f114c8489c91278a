import { nextWorking, type Calendar } from '../calendar/calendar.ts';
import { diffDays, type Day } from '../calendar/days.ts';
import { extended } from '../obligations/extend.ts';
import type { DelayItem } from './types.ts';
import type { PenaltyStep } from './words.ts';

/**
 * R, the days of delay: calendar days from the day after the limit, the limit being extended first and then ended on a
 * working day. Verification time is not the contractor's: count to the day of the hand-in.
 * @returns null days while the delivery day is not known.
 */
export function daysOfDelay(
	item: DelayItem,
	calendar: Calendar
): { days: number | null; steps: PenaltyStep[] } {
	if (item.days !== undefined) return { days: item.days, steps: [] };
	if (item.dueOn === undefined) return { days: null, steps: [] };
	const { due, steps } = limit(item.dueOn, item.extensionDays ?? 0, calendar);
	if (item.deliveredOn === undefined) return { days: null, steps: [...steps, { key: 'no_delivery' }] };
	const days = Math.max(0, diffDays(due, item.deliveredOn));
	return { days, steps: [...steps, { key: 'delay', due, delivered: item.deliveredOn, days }] };
}

function limit(dueOn: Day, days: number, calendar: Calendar): { due: Day; steps: PenaltyStep[] } {
	if (days > 0) {
		const longer = extended({ nominal: dueOn, due: dueOn, advised: dueOn }, days, calendar);
		const [nominal, due] = [longer.nominal ?? dueOn, longer.due ?? dueOn];
		return { due, steps: [{ key: 'extended', from: dueOn, days, nominal, due }] };
	}
	const due = nextWorking(calendar, dueOn);
	return { due, steps: due === dueOn ? [] : [{ key: 'rolled', nominal: dueOn, due }] };
}
