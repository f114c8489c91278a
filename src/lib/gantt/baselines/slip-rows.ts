import type { Calendar } from '#core/calendar/calendar.ts';
import type { Day } from '#core/calendar/days.ts';
import { slippage, type BaselineDays } from '#core/schedule/network/index.ts';
import { phaseGroups, rowsOf } from '#core/schedule/rows.ts';
import type { ScheduleItem, ScheduleKind } from '#core/schedule/types.ts';

/** One line of the comparison with a frozen plan. */
export interface SlipRow {
	id: string;
	kind: ScheduleKind;
	code: string | null;
	title: string;
	/** Where it ended in the plan; null for what the plan did not know. */
	was: Day | null;
	/** Where it ends now; null for what is no longer in the schedule. */
	now: Day | null;
	isNew: boolean;
	workingDays: number;
	calendarDays: number;
}

type Known = Pick<ScheduleItem, 'id' | 'kind' | 'code' | 'title'>;

/**
 * The distance of every line to a frozen plan, in the order of the schedule, then what the plan had and is gone.
 * @param known the names of the plan's own lines, for those that are gone
 */
export function slipRows(
	items: readonly ScheduleItem[],
	baseline: BaselineDays,
	known: readonly Known[],
	calendar: Calendar
): SlipRow[] {
	const slips = slippage(items, baseline, calendar);
	const lines = rowsOf(phaseGroups(items)).filter(({ kind }) => kind !== 'meeting');
	const rows = lines.flatMap((item): SlipRow[] => {
		const slip = slips.get(item.id);
		if (!slip) return [];
		const { id, kind, code, title } = item;
		const { isNew, workingDays, calendarDays } = slip;
		return [
			{
				id,
				kind,
				code,
				title,
				was: slip.was?.endsOn ?? null,
				now: slip.endsOn,
				isNew,
				workingDays,
				calendarDays
			}
		];
	});
	const here = new Set(items.map(({ id }) => id));
	const gone = known
		.filter(({ id, kind }) => !here.has(id) && kind !== 'meeting' && baseline[id])
		.map(({ id, kind, code, title }) => ({
			id,
			kind,
			code,
			title,
			was: baseline[id]!.endsOn,
			now: null,
			isNew: false,
			workingDays: 0,
			calendarDays: 0
		}));
	return [...rows, ...gone];
}
