import type { Day } from '#core/calendar/days.ts';
import type { Constraint } from './network/types.ts';

/** A meeting lives in its own page: the schedule shows it, and nobody moves it here. */
export type ScheduleKind = 'phase' | 'task' | 'milestone' | 'meeting';

/** A day rather than a length of time: drawn as a diamond, without progress. */
export const isPoint = ({ kind }: { kind: ScheduleKind }): boolean =>
	kind === 'milestone' || kind === 'meeting';

/** One line of a mission's schedule. Days are inclusive; a milestone starts and ends on the same day. */
export interface ScheduleItem {
	id: string;
	kind: ScheduleKind;
	code: string | null;
	title: string;
	/** The phase of a task or of a milestone; null for a phase, or for what stands outside the phases. */
	phaseId: string | null;
	startsOn: Day;
	endsOn: Day;
	/** A row of a drawing for a line that has no day yet, and what kind of line it is: its days are those of the drawing. */
	undated?: ScheduleKind;
	/** 0 to 100. */
	progress: number;
	/** The contract sets the dates: they are shown with a pin and nobody drags them. */
	fixedByContract: boolean;
	/** The last day the contract allows, drawn as a pin. */
	limitOn: Day | null;
	doneOn: Day | null;
	clause: string | null;
	/** What the contract's own plan says the line is for. */
	objective?: string | null;
	/** The lines it follows, whatever the type of the link; the links themselves say how. */
	dependsOn: string[];
	/** Who does it, as the plan names them. */
	assignee: string | null;
	/** The organisation that does it: its short name, and which of the mission's it is. */
	organisation: string | null;
	organisationId: string | null;
	constraint: Constraint | null;
	/** What really happened: no re-plan moves it. */
	actualStart: Day | null;
	actualEnd: Day | null;
	notes: string | null;
	/** The deliverables, meetings and obligations it works for. */
	refs: ScheduleRef[];
	/** The version read; an edit names it, so that a stale one is refused. */
	version: number;
}

/** A thing of the mission that a line works for, and where it is shown. */
export interface ScheduleRef {
	kind: 'deliverable' | 'meeting' | 'obligation';
	id: string;
	code: string;
	title: string;
	href: string;
}

export interface ScheduleEdit {
	id: string;
	version: number;
	startsOn: Day;
	endsOn: Day;
	progress?: number;
	title?: string;
	/** A task alone carries these; `null` takes the value away, absent leaves it. */
	constraint?: Constraint | null;
	assignee?: string | null;
	organisationId?: string | null;
	actualStart?: Day | null;
	actualEnd?: Day | null;
	notes?: string | null;
	/** All of them, in place of those there were. */
	refs?: { kind: ScheduleRef['kind']; id: string }[];
}

export type EditOutcome =
	| { ok: true; item: ScheduleItem }
	| { ok: false; reason: 'stale'; current: ScheduleItem; changedBy: string; changedAt: string }
	| { ok: false; reason: 'refused'; message: string }
	| { ok: false; reason: 'offline' };

/** A non-working day with its name, greyed in the chart. */
export interface Holiday {
	day: Day;
	label: string;
}

/** A plan that was frozen, as the list of them shows it. */
export interface BaselineInfo {
	id: string;
	/** Counted from 1 in the mission. */
	number: number;
	name: string;
	reason: string;
	frozenOn: Day;
	/** Null when the store froze it by itself, at an amendment. */
	frozenBy: string | null;
}
