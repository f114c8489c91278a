import { makeCalendar } from '#core/calendar/calendar.ts';
import { planOf } from '#core/schedule/exchange/plan-of.ts';
import type { Plan } from '#core/schedule/exchange/plan.ts';
import type { Context } from '#server/context.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { readSchedule, scheduleRows, type ScheduleView } from '../read-schedule.ts';

/**
 * The schedule as a file takes it away: the lines, links and plan frozen that the page shows to this person.
 * @param baseline the frozen plan to compare with, the last one unless told
 * @throws `not_found` as `readMission`
 */
export async function leavingSchedule(
	ctx: Context,
	mission: MissionContext,
	baseline?: number
): Promise<{ schedule: ScheduleView; plan: Plan }> {
	const schedule = await readSchedule(ctx, mission, scheduleRows(ctx, mission.slug, baseline));
	const { base, changes } = schedule.calendar;
	return { schedule, plan: planOf(mission.title, schedule, makeCalendar(base, changes)) };
}
