import { isDay } from '#core/calendar/days.ts';
import type { Constraint, Link } from '#core/schedule/network/types.ts';
import type { ScheduleItem, ScheduleRef } from '#core/schedule/types.ts';
import type { Row } from '#server/db/types.gen.ts';

export type PhaseRow = Pick<
	Row<'phases'>,
	'id' | 'code' | 'title' | 'position' | 'starts_on' | 'ends_on' | 'limit_on' | 'clause' | 'version'
>;
export type TaskRow = Pick<
	Row<'tasks'>,
	| ('id' | 'code' | 'title' | 'phase_id' | 'position' | 'starts_on' | 'ends_on' | 'progress' | 'objective')
	| ('clause' | 'assignee' | 'organisation_id' | 'constraint_kind' | 'constraint_on' | 'actual_start')
	| ('actual_end' | 'notes' | 'version')
>;
export type MilestoneRow = Pick<
	Row<'milestones'>,
	| ('id' | 'code' | 'title' | 'phase_id' | 'is_fixed' | 'due_on' | 'done_on' | 'explanation')
	| ('clause' | 'version')
>;
/** What a task works for, by the task. */
export type RefRow = Omit<ScheduleRef, 'href'> & { task: string };
export type LinkRow = Link & { version: number };

/** A row that has both its days, and on the calendars: they end with 2199, and older rows may not. */
type Dated<R> = R & { starts_on: string; ends_on: string };
export const isDated = <R extends { starts_on: string | null; ends_on: string | null }>(
	row: R
): row is R & Dated<R> => isDay(row.starts_on) && isDay(row.ends_on);

const clauseWords = (clause: unknown): string | null => {
	const c = clause as { ref?: string; quote?: string } | null;
	return c?.ref ? (c.quote ? `${c.ref} : « ${c.quote} »` : c.ref) : null;
};

/** What only a task carries. */
const PLAIN = {
	dependsOn: [],
	assignee: null,
	organisation: null,
	organisationId: null,
	constraint: null,
	actualStart: null,
	actualEnd: null,
	notes: null,
	refs: []
} satisfies Partial<ScheduleItem>;

export function itemOfPhase(p: Dated<PhaseRow>): ScheduleItem {
	return {
		id: p.id,
		kind: 'phase',
		code: p.code,
		title: p.title,
		phaseId: null,
		startsOn: p.starts_on,
		endsOn: p.ends_on,
		progress: 0,
		fixedByContract: true,
		limitOn: p.limit_on,
		doneOn: null,
		clause: clauseWords(p.clause),
		...PLAIN,
		version: p.version
	};
}

/** What the tasks of a schedule are read with. */
export interface Around {
	slug: string;
	/** The ids of what each line follows. */
	follows: ReadonlyMap<string, string[]>;
	refs: ReadonlyMap<string, ScheduleRef[]>;
	/** Short names, by id. */
	organisations: ReadonlyMap<string, string>;
}

const pages = { deliverable: 'deliverables', meeting: 'meetings', obligation: 'obligations' } as const;

/** Where a thing of the mission is shown. The key of an obligation may have parts: E-S4/2019-W44. */
export const refOf = (slug: string, { kind, id, code, title }: Omit<ScheduleRef, 'href'>): ScheduleRef => ({
	kind,
	id,
	code,
	title,
	href: `/missions/${slug}/${pages[kind]}/${code.split('/').map(encodeURIComponent).join('/')}`
});

/** @param rows of one schedule, or of some of its lines */
export function aroundOf(rows: {
	slug: string;
	links: readonly LinkRow[];
	refs: readonly RefRow[];
	organisations: readonly { id: string; name: string }[];
}): Around {
	const follows = new Map<string, string[]>();
	for (const { from, to } of rows.links) {
		const known = follows.get(to);
		if (known) known.push(from);
		else follows.set(to, [from]);
	}
	const refs = new Map<string, ScheduleRef[]>();
	for (const { task, ...ref } of rows.refs) {
		const one = refOf(rows.slug, ref);
		const known = refs.get(task);
		if (known) known.push(one);
		else refs.set(task, [one]);
	}
	return {
		slug: rows.slug,
		follows,
		refs,
		organisations: new Map(rows.organisations.map(({ id, name }) => [id, name]))
	};
}

export function itemOfTask(t: Dated<TaskRow>, around: Around): ScheduleItem {
	return {
		id: t.id,
		kind: 'task',
		code: t.code,
		title: t.title,
		phaseId: t.phase_id,
		startsOn: t.starts_on,
		endsOn: t.ends_on,
		progress: t.progress,
		fixedByContract: false,
		limitOn: null,
		doneOn: t.actual_end,
		clause: clauseWords(t.clause),
		objective: t.objective,
		dependsOn: around.follows.get(t.id) ?? [],
		assignee: t.assignee,
		organisation: around.organisations.get(t.organisation_id ?? '') ?? null,
		organisationId: t.organisation_id,
		constraint:
			t.constraint_kind === null || t.constraint_on === null
				? null
				: { kind: t.constraint_kind as Constraint['kind'], day: t.constraint_on },
		actualStart: t.actual_start,
		actualEnd: t.actual_end,
		notes: t.notes,
		refs: around.refs.get(t.id) ?? [],
		version: t.version
	};
}

/** @param m a milestone that has a day: one still to be set is not drawn */
export function itemOfMilestone(m: MilestoneRow & { due_on: string }, around: Around): ScheduleItem {
	return {
		id: m.id,
		kind: 'milestone',
		code: m.code,
		title: m.title,
		phaseId: m.phase_id,
		startsOn: m.due_on,
		endsOn: m.due_on,
		progress: m.done_on ? 100 : 0,
		fixedByContract: m.is_fixed,
		limitOn: m.is_fixed ? m.due_on : null,
		doneOn: m.done_on,
		clause: clauseWords(m.clause),
		...PLAIN,
		dependsOn: around.follows.get(m.id) ?? [],
		version: m.version
	};
}

/** What the schedule shows of a meeting: its date lives in its own page. */
export interface MeetingRow {
	id: string;
	code: string;
	title: string;
	held_on: string;
	state: string;
}

const over = new Set(['held', 'circulated', 'approved']);

/** @param phaseId the phase its day falls in */
export function itemOfMeeting(m: MeetingRow, phaseId: string | null): ScheduleItem {
	const done = over.has(m.state);
	return {
		id: m.id,
		kind: 'meeting',
		code: m.code,
		title: m.title,
		phaseId,
		startsOn: m.held_on,
		endsOn: m.held_on,
		progress: done ? 100 : 0,
		fixedByContract: false,
		limitOn: null,
		doneOn: done ? m.held_on : null,
		clause: null,
		...PLAIN,
		version: 1
	};
}

export const hasDay = (m: MilestoneRow): m is MilestoneRow & { due_on: string } => isDay(m.due_on);
