import type { ScheduleItem } from '#core/schedule/types.ts';
import type { Row } from '#server/db/types.gen.ts';

/** A row that has both its days. */
export type DatedRow<T extends 'phases' | 'tasks'> = Row<T> & { starts_on: string; ends_on: string };
export const isDated = <T extends 'phases' | 'tasks'>(row: Row<T>): row is DatedRow<T> =>
	row.starts_on !== null && row.ends_on !== null;

const clauseWords = (clause: unknown): string | null => {
	const c = clause as { ref?: string; quote?: string } | null;
	return c?.ref ? (c.quote ? `${c.ref} : « ${c.quote} »` : c.ref) : null;
};

export function itemOfPhase(p: DatedRow<'phases'>): ScheduleItem {
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
		dependsOn: [],
		assignee: null,
		version: p.version
	};
}

export function itemOfTask(t: DatedRow<'tasks'>): ScheduleItem {
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
		doneOn: null,
		clause: clauseWords(t.clause),
		objective: t.objective,
		dependsOn: t.depends_on,
		assignee: t.assignee,
		version: t.version
	};
}

/** @param m a milestone that has a day: one still to be set is not drawn */
export function itemOfMilestone(m: Row<'milestones'> & { due_on: string }): ScheduleItem {
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
		dependsOn: [],
		assignee: null,
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
		dependsOn: [],
		assignee: null,
		version: 1
	};
}

export const hasDay = (m: Row<'milestones'>): m is Row<'milestones'> & { due_on: string } =>
	m.due_on !== null;
