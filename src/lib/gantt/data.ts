import type { CalendarChange, CalendarName } from '#core/calendar/calendar.ts';
import type { Day } from '#core/calendar/days.ts';
import type { Link } from '#core/schedule/network/types.ts';
import type { BaselineInfo, Holiday, ScheduleItem, ScheduleRef } from '#core/schedule/types.ts';
import type { UndatedLine } from '#core/schedule/undated.ts';

/** What the page of the schedule is given. */
export interface ScheduleData {
	items: ScheduleItem[];
	/** What is still to be dated: the table lists it. */
	undated: UndatedLine[];
	holidays: Holiday[];
	links: (Link & { version?: number })[];
	baselines: BaselineInfo[];
	/** Where each line stood in the plan it is compared with. */
	baseline: Record<string, { startsOn: Day; endsOn: Day }> | null;
	calendar: { base: CalendarName; changes: CalendarChange[] };
	stamp: string;
	organisations: { id: string; name: string }[];
	referable: ScheduleRef[];
}
