import type { Calendar } from '#core/calendar/calendar.ts';
import { diffDays, type Day } from '#core/calendar/days.ts';
import type { ScheduleItem, ScheduleKind } from '../types.ts';
import { rollUp } from './roll-up.ts';
import { nodesOf } from './nodes-of.ts';
import { serialOfDay, WorkDays } from './pass/work-days.ts';

/** The days of every line in a plan that was frozen, by id. */
export type BaselineDays = Readonly<Record<string, { startsOn: Day; endsOn: Day }>>;

/** How far a line has gone from where it was promised. */
export interface Slip {
	id: string;
	kind: ScheduleKind;
	/** Added since the plan was frozen: there is nothing to compare with. */
	isNew: boolean;
	was: { startsOn: Day; endsOn: Day } | null;
	/** Where it ends now; what really happened counts over what is planned. */
	endsOn: Day;
	/** Working days of its end, later (positive) or earlier (negative); 0 when it did not move. */
	workingDays: number;
	/** The same in days of the calendar. */
	calendarDays: number;
	/** Working days of its start. */
	startWorkingDays: number;
}

/**
 * How far each line stands from a frozen plan, by its end: tasks and milestones by their days, phases by the tasks in
 * them where they have some. A line the frozen plan had and that is gone is not told here.
 */
export function slippage(
	items: readonly ScheduleItem[],
	baseline: BaselineDays,
	calendar: Calendar
): Map<string, Slip> {
	const found = new Map<string, Slip>();
	if (items.length === 0) return found;
	const tasks = items.filter((item) => item.kind !== 'phase');
	const now = rollUp(nodesOf(items));
	const then = rollUp(
		nodesOf(
			tasks
				.filter((item) => baseline[item.id])
				.map((item) => ({
					...item,
					...baseline[item.id]!,
					actualStart: null,
					actualEnd: null,
					doneOn: null
				}))
		)
	);
	const anchor = serialOfDay(items[0]!.startsOn);
	const days = new WorkDays(calendar, anchor, anchor);
	const worked = (from: Day, to: Day, edge: 0 | 1) =>
		days.before(serialOfDay(to) + edge) - days.before(serialOfDay(from) + edge);
	for (const item of items) {
		const summary = item.kind === 'phase' ? now.get(item.id) : undefined;
		const startsOn = summary?.startsOn ?? item.actualStart ?? item.startsOn;
		const endsOn = summary?.endsOn ?? item.actualEnd ?? item.doneOn ?? item.endsOn;
		const promised = (summary && then.get(item.id)) || baseline[item.id] || null;
		found.set(item.id, {
			id: item.id,
			kind: item.kind,
			isNew: promised === null,
			was: promised && { startsOn: promised.startsOn, endsOn: promised.endsOn },
			endsOn,
			workingDays: promised ? worked(promised.endsOn, endsOn, 1) : 0,
			calendarDays: promised ? diffDays(promised.endsOn, endsOn) : 0,
			startWorkingDays: promised ? worked(promised.startsOn, startsOn, 0) : 0
		});
	}
	return found;
}
