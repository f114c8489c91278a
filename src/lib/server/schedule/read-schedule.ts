import { makeCalendar } from '#core/calendar/calendar.ts';
import type { Day } from '#core/calendar/days.ts';
import { phaseProgress } from '#core/schedule/phase-progress.ts';
import type { Holiday, ScheduleItem } from '#core/schedule/types.ts';
import type { UndatedLine } from '#core/schedule/undated.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { missionContract } from '#server/reports/due-reports.ts';
import type { Row } from '#server/db/types.gen.ts';
import {
	hasDay,
	isDated,
	itemOfMeeting,
	itemOfMilestone,
	itemOfPhase,
	itemOfTask,
	type MeetingRow
} from './items.ts';
import { undatedLines } from './undated-lines.ts';

export interface MilestoneLine {
	id: string;
	code: string;
	title: string;
	dueOn: Day | null;
	doneOn: Day | null;
	isFixed: boolean;
	explanation: string | null;
	version: number;
}

export interface ScheduleView {
	items: ScheduleItem[];
	/** What is still to be dated: listed, never drawn. */
	undated: UndatedLine[];
	milestones: MilestoneLine[];
	holidays: Holiday[];
}

export interface ScheduleRows {
	phases: Row<'phases'>[];
	tasks: Row<'tasks'>[];
	milestones: Row<'milestones'>[];
	/** As far as the person may know of them, without those that were called off. */
	meetings: MeetingRow[];
}

/** The rows of a schedule as they are stored. @throws `not_found` as `readMission` */
export async function scheduleRows(ctx: Context, slug: string): Promise<ScheduleRows> {
	return unwrap(await ctx.client.rpc('schedule_rows', { mission_slug: slug })) as unknown as ScheduleRows;
}

/** Everything the schedule draws: phases, tasks, milestones, meetings, and the holidays of the mission's calendar around them. */
export async function readSchedule(
	ctx: Context,
	mission: MissionContext,
	asked = scheduleRows(ctx, mission.slug)
): Promise<ScheduleView> {
	const [{ phases, tasks, milestones, meetings }, contract] = await Promise.all([
		asked,
		missionContract(ctx, mission)
	]);
	const phaseOn = (day: Day) =>
		phases.find(
			(p) => p.starts_on !== null && p.starts_on <= day && (p.ends_on === null || day <= p.ends_on)
		)?.id ?? null;
	const lines = tasks.filter(isDated<'tasks'>).map(itemOfTask);
	const items = [
		...phases.filter(isDated<'phases'>).map((p) => ({
			...itemOfPhase(p),
			progress: phaseProgress(lines.filter((t) => t.phaseId === p.id))
		})),
		...lines,
		...milestones.filter(hasDay).map(itemOfMilestone),
		...meetings.map((g) => itemOfMeeting(g, phaseOn(g.held_on)))
	];
	const first = items.reduce((d, i) => (i.startsOn < d ? i.startsOn : d), mission.today);
	const last = items.reduce((d, i) => (i.endsOn > d ? i.endsOn : d), mission.today);
	const order = contract.milestones.map((m) => m.code);
	const calendar = makeCalendar(contract.calendar.base, contract.calendar.changes);
	return {
		items,
		undated: undatedLines({ phases, tasks, milestones }, contract, mission.anchors),
		milestones: milestones
			.toSorted((a, b) => order.indexOf(a.code) - order.indexOf(b.code))
			.map((m) => ({
				id: m.id,
				code: m.code,
				title: m.title,
				dueOn: m.due_on,
				doneOn: m.done_on,
				isFixed: m.is_fixed,
				explanation: m.explanation,
				version: m.version
			})),
		holidays: calendar.holidays(first, last).map((h) => ({ day: h.day, label: h.label }))
	};
}
