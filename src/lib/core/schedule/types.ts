import type { Day } from '#core/calendar/days.ts';

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
	dependsOn: string[];
	assignee: string | null;
	/** The version read; an edit names it, so that a stale one is refused. */
	version: number;
}

export interface ScheduleEdit {
	id: string;
	version: number;
	startsOn: Day;
	endsOn: Day;
	progress?: number;
	title?: string;
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
