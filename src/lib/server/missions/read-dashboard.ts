import { diffDays, type Day } from '#core/calendar/days.ts';
import { phaseProgress } from '#core/schedule/phase-progress.ts';
import { unwrap } from '#server/db/unwrap.ts';
import type { Context } from '#server/context.ts';
import { missionContract, weeksAsked, type DueReport, type ReportRow } from '#server/reports/due-reports.ts';
import type { FollowPage } from '#core/obligations/follow/line.ts';
import { lateObligations } from '#core/obligations/follow/late.ts';
import type { MissionContext } from './read-mission.ts';

export interface Dashboard {
	/** The phase under way, when there is one. */
	phase: {
		code: string;
		title: string;
		startsOn: Day;
		endsOn: Day | null;
		limitOn: Day | null;
		/** How far its tasks are, 0 to 100, each counted by its length. */
		progress: number;
	} | null;
	/** Day n of the whole, counted from the first phase's first day; null while one of the two is to be set. */
	day: number | null;
	of: number | null;
	next: {
		kind: 'milestone' | 'meeting' | 'deliverable' | 'report';
		code: string;
		title: string;
		on: Day;
	}[];
	/** `place` is the meeting an action came from; `owner`, who is to do it. A meeting: convened and not held. */
	late: {
		kind: 'deliverable' | 'report' | 'task' | 'milestone' | 'meeting' | 'action' | 'obligation';
		code: string;
		title: string;
		dueOn: Day;
		turn: 'contractor' | 'client';
		owner?: string;
		place?: string;
	}[];
	pending: { code: string; title: string; number: string; state: string }[];
	committee: {
		code: string;
		title: string;
		on: Day;
		decides: { code: string; title: string; number: string | null }[];
	} | null;
	/** The last steering committee that was convened and not held, when none is to come. */
	notHeld: { code: string; title: string; on: Day } | null;
	recent: {
		number: number;
		event: string;
		subject: string | null;
		at: string;
		missionDay: Day | null;
		who: string | null;
	}[];
}

/** What `mission_dashboard` gives: open milestones, late tasks and actions, meetings from today on and those not held. */
export interface DashboardRows {
	phases: {
		code: string;
		title: string;
		starts_on: Day | null;
		ends_on: Day | null;
		limit_on: Day | null;
		tasks: { startsOn: Day | null; endsOn: Day | null; progress: number }[];
	}[];
	tasks: { code: string | null; title: string; ends_on: Day }[];
	milestones: { code: string; title: string; due_on: Day }[];
	deliverables: {
		code: string;
		title: string;
		due_on: Day | null;
		committee_id: string | null;
		last: { number: string; state: string } | null;
	}[];
	meetings: { code: string; title: string; held_on: Day; committee_id: string; kind: string }[];
	unheld: { code: string; title: string; held_on: Day; kind: string }[];
	actions: { number: string; wording: string; owner: string; due_on: Day; meeting: string }[];
	journal: {
		number: number;
		event: string;
		subject: string | null;
		at: string;
		mission_day: Day | null;
		who: string | null;
	}[];
	reports: ReportRow[];
	/** The contract's duties that are past their day and told by no other list. */
	follow: FollowPage;
}

/** A phase whose end is not set yet goes on. */
const isUnderWay = (p: DashboardRows['phases'][number], today: Day) =>
	p.starts_on !== null && p.starts_on <= today && (p.ends_on === null || today <= p.ends_on);

/** The rows of a dashboard, before anything is made of them. @throws `not_found` as `readMission` */
export async function dashboardRows(ctx: Context, slug: string): Promise<DashboardRows> {
	return unwrap(
		await ctx.client.rpc('mission_dashboard', { mission_slug: slug })
	) as unknown as DashboardRows;
}

/** Where are we, what is next, what is late and whose turn, what the next committee will decide. */
export async function readDashboard(
	ctx: Context,
	mission: MissionContext,
	asked = dashboardRows(ctx, mission.slug)
): Promise<Dashboard> {
	const { today } = mission;
	const [rows, contract] = await Promise.all([asked, missionContract(ctx, mission)]);
	const { phases, tasks, milestones, deliverables, meetings, unheld, actions, journal, follow } = rows;
	const reports = weeksAsked(contract, mission, phases, rows.reports);
	const current = phases.find((p) => isUnderWay(p, today)) ?? null;
	const first = phases[0]?.starts_on ?? null;
	const last = phases.at(-1)?.ends_on ?? null;
	const open = deliverables.filter(
		(d) => d.last === null || d.last.state === 'adjourned' || d.last.state === 'rejected'
	);
	const awaited = reports.filter((r): r is DueReport & { due: Day } => r.state === 'due' && r.due !== null);
	const copil = meetings.find((m) => m.kind === 'copil') ?? null;
	const notHeld = copil ? undefined : unheld.findLast((m) => m.kind === 'copil');
	return {
		phase: current && {
			code: current.code,
			title: current.title,
			startsOn: current.starts_on!,
			endsOn: current.ends_on,
			limitOn: current.limit_on,
			progress: phaseProgress(current.tasks)
		},
		day: first === null ? null : diffDays(first, today) + 1,
		of: first === null || last === null ? null : diffDays(first, last) + 1,
		next: [
			...milestones
				.filter((m) => m.due_on >= today)
				.map((m) => ({ kind: 'milestone' as const, code: m.code, title: m.title, on: m.due_on })),
			...meetings.map((m) => ({
				kind: 'meeting' as const,
				code: m.code,
				title: m.title,
				on: m.held_on
			})),
			...open
				.filter((d) => d.due_on && d.due_on >= today)
				.map((d) => ({ kind: 'deliverable' as const, code: d.code, title: d.title, on: d.due_on! })),
			...awaited
				.filter((r) => r.due >= today)
				.map((r) => ({ kind: 'report' as const, code: r.period, title: r.period, on: r.due }))
		]
			.sort((a, b) => a.on.localeCompare(b.on))
			.slice(0, 8),
		late: [
			...awaited
				.filter((r) => r.due < today)
				.map((r) => ({
					kind: 'report' as const,
					code: r.period,
					title: r.period,
					dueOn: r.due,
					turn: 'contractor' as const
				})),
			...open
				.filter((d) => d.due_on && d.due_on < today)
				.map((d) => ({
					kind: 'deliverable' as const,
					code: d.code,
					title: d.title,
					dueOn: d.due_on!,
					turn: 'contractor' as const
				})),
			...milestones
				.filter((m) => m.due_on < today)
				.map((m) => ({
					kind: 'milestone' as const,
					code: m.code,
					title: m.title,
					dueOn: m.due_on,
					turn: 'client' as const
				})),
			...lateObligations(contract, follow, today),
			...tasks.map((t) => ({
				kind: 'task' as const,
				code: t.code ?? '',
				title: t.title,
				dueOn: t.ends_on,
				turn: 'contractor' as const
			})),
			...unheld.map((m) => ({
				kind: 'meeting' as const,
				code: m.code,
				title: m.title,
				dueOn: m.held_on,
				turn: 'client' as const
			})),
			...actions.map((a) => ({
				kind: 'action' as const,
				code: a.number,
				title: a.wording,
				dueOn: a.due_on,
				turn: 'client' as const,
				owner: a.owner,
				place: a.meeting
			}))
		].sort((a, b) => a.dueOn.localeCompare(b.dueOn)),
		pending: deliverables
			.filter(
				(d) =>
					d.last &&
					['submitted', 'endorsed', 'endorsed_with_reserves', 'not_endorsed'].includes(d.last.state)
			)
			.map((d) => ({ code: d.code, title: d.title, number: d.last!.number, state: d.last!.state })),
		committee: copil && {
			code: copil.code,
			title: copil.title,
			on: copil.held_on,
			decides: deliverables
				.filter(
					(d) =>
						d.committee_id === copil.committee_id &&
						(d.last?.state === 'submitted' || (!d.last && d.due_on && d.due_on <= copil.held_on))
				)
				.map((d) => ({ code: d.code, title: d.title, number: d.last?.number ?? null }))
		},
		notHeld: notHeld ? { code: notHeld.code, title: notHeld.title, on: notHeld.held_on } : null,
		recent: journal.map((r) => ({
			number: r.number,
			event: r.event,
			subject: r.subject,
			at: r.at,
			missionDay: r.mission_day,
			who: r.who
		}))
	};
}
