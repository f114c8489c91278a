import { makeCalendar, type CalendarChange, type CalendarName } from '#core/calendar/calendar.ts';
import { isDay, type Day } from '#core/calendar/days.ts';
import { phaseProgress } from '#core/schedule/phase-progress.ts';
import type { BaselineInfo, Holiday, ScheduleItem, ScheduleRef } from '#core/schedule/types.ts';
import type { UndatedLine } from '#core/schedule/undated.ts';
import type { Context } from '#server/context.ts';
import { unwrap, unwrapMaybe } from '#server/db/unwrap.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { missionContract } from '#server/reports/due-reports.ts';
import { named, type Compact } from './compact-rows.ts';
import {
	aroundOf,
	hasDay,
	isDated,
	itemOfMeeting,
	itemOfMilestone,
	itemOfPhase,
	itemOfTask,
	refOf,
	type LinkRow,
	type MeetingRow,
	type MilestoneRow,
	type PhaseRow,
	type RefRow,
	type TaskRow
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
	/** What ties the lines together, those that are drawn. */
	links: LinkRow[];
	/** The plans frozen so far, the first first. */
	baselines: BaselineInfo[];
	/** Where each line stood in the plan shown under the bars; null while none was frozen. */
	baseline: Record<string, { startsOn: Day; endsOn: Day }> | null;
	/** What `makeCalendar` takes: the page counts days as the server does. */
	calendar: { base: CalendarName; changes: CalendarChange[] };
	/** Changes whenever anything of the schedule does. */
	stamp: string;
	/** Who may be said to do a task. */
	organisations: { id: string; name: string }[];
	/** What a task may be said to work for, meetings apart, which are lines. */
	referable: ScheduleRef[];
}

export interface ScheduleRows {
	slug: string;
	phases: PhaseRow[];
	tasks: TaskRow[];
	milestones: MilestoneRow[];
	/** As far as the person may know of them, without those that were called off. */
	meetings: MeetingRow[];
	links: LinkRow[];
	refs: RefRow[];
	organisations: { id: string; name: string }[];
	referable: Omit<ScheduleRef, 'href'>[];
	baselines: BaselineInfo[];
	/** [start, end] of each line, by its id. */
	baseline: Record<string, [Day, Day]> | null;
	stamp: string;
}

type StoredRows = Omit<ScheduleRows, keyof Compact> & Compact;

/**
 * The rows of a schedule as they are stored, with the frozen plan to compare it with: the last one unless told.
 * @throws `not_found` as `readMission`
 */
export async function scheduleRows(ctx: Context, slug: string, baseline?: number): Promise<ScheduleRows> {
	const asked = baseline === undefined ? { mission_slug: slug } : { mission_slug: slug, baseline };
	return named(unwrap(await ctx.client.rpc('schedule_rows', asked)) as unknown as StoredRows);
}

/** These tasks and milestones as they stand; what is not on the plan any more, or has no day, is not there. */
export async function readLines(ctx: Context, lines: string[]): Promise<Map<string, ScheduleItem>> {
	const stored = unwrapMaybe(
		await ctx.client.rpc('schedule_rows', { lines })
	) as unknown as StoredRows | null;
	if (!stored) return new Map();
	const found = named(stored);
	const around = aroundOf(found);
	const items = [
		...found.tasks.filter(isDated<TaskRow>).map((t) => itemOfTask(t, around)),
		...found.milestones.filter(hasDay).map((m) => itemOfMilestone(m, around))
	];
	return new Map(items.map((item) => [item.id, item]));
}

/** The lines that have their days: phases, tasks, milestones, meetings. */
export function itemsOf({ phases, tasks, milestones, meetings, ...rest }: ScheduleRows): ScheduleItem[] {
	const around = aroundOf(rest);
	const phaseOn = (day: Day) =>
		phases.find(
			(p) => p.starts_on !== null && p.starts_on <= day && (p.ends_on === null || day <= p.ends_on)
		)?.id ?? null;
	const lines = tasks.filter(isDated<TaskRow>).map((t) => itemOfTask(t, around));
	const inPhase = Map.groupBy(lines, (t) => t.phaseId);
	return [
		...phases.filter(isDated<PhaseRow>).map((p) => ({
			...itemOfPhase(p),
			progress: phaseProgress(inPhase.get(p.id) ?? [])
		})),
		...lines,
		...milestones.filter(hasDay).map((m) => itemOfMilestone(m, around)),
		...meetings.filter((g) => isDay(g.held_on)).map((g) => itemOfMeeting(g, phaseOn(g.held_on)))
	];
}

/** The links whose both ends are drawn. */
export function linksOf({ links }: ScheduleRows, items: readonly ScheduleItem[]): LinkRow[] {
	const drawn = new Set(items.map(({ id }) => id));
	return links.filter(({ from, to }) => drawn.has(from) && drawn.has(to));
}

/** Everything the schedule draws: its lines and links, the plan it is compared with, and the mission's calendar around them. */
export async function readSchedule(
	ctx: Context,
	mission: MissionContext,
	asked = scheduleRows(ctx, mission.slug)
): Promise<ScheduleView> {
	const [rows, contract] = await Promise.all([asked, missionContract(ctx, mission)]);
	const items = itemsOf(rows);
	const links = linksOf(rows, items);
	const drawn = new Set(items.map(({ id }) => id));
	const first = items.reduce((d, i) => (i.startsOn < d ? i.startsOn : d), mission.today);
	const last = items.reduce((d, i) => (i.endsOn > d ? i.endsOn : d), mission.today);
	const order = contract.milestones.map((m) => m.code);
	const calendar = makeCalendar(contract.calendar.base, contract.calendar.changes);
	return {
		items: items.map((item) =>
			item.dependsOn.every((from) => drawn.has(from))
				? item
				: { ...item, dependsOn: item.dependsOn.filter((from) => drawn.has(from)) }
		),
		undated: undatedLines(rows, contract, mission.anchors),
		milestones: rows.milestones
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
		holidays: calendar.holidays(first, last).map((h) => ({ day: h.day, label: h.label })),
		links,
		baselines: rows.baselines,
		baseline: rows.baseline && daysOf(rows.baseline),
		calendar: { base: contract.calendar.base, changes: contract.calendar.changes },
		stamp: rows.stamp,
		organisations: rows.organisations,
		referable: rows.referable.map((ref) => refOf(mission.slug, ref))
	};
}

const daysOf = (stored: Record<string, [Day, Day]>) =>
	Object.fromEntries(Object.entries(stored).map(([id, [startsOn, endsOn]]) => [id, { startsOn, endsOn }]));
