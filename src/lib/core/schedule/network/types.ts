import type { Day } from '#core/calendar/days.ts';

/** What ties a successor to its predecessor: finish or start of the one, start or finish of the other. */
export type LinkType = 'FS' | 'SS' | 'FF' | 'SF';

/** A lag counted on the mission's working days, or on every day of the calendar. */
export type LagUnit = 'working' | 'calendar';

/** `to` follows `from`. */
export interface Link {
	id: string;
	from: string;
	to: string;
	type: LinkType;
	/** Days to wait; negative for an overlap. */
	lag: number;
	lagUnit: LagUnit;
}

export type ConstraintKind = 'must_start' | 'not_before' | 'not_after';

/** `must_start`: on that day; `not_before`: starts that day at the earliest; `not_after`: ends that day at the latest. */
export interface Constraint {
	kind: ConstraintKind;
	day: Day;
}

export type NodeKind = 'phase' | 'task' | 'milestone' | 'meeting';

/** One line as the scheduler sees it. Days are inclusive; a point starts and ends on the same day. */
export interface PlanNode {
	id: string;
	kind: NodeKind;
	phaseId: string | null;
	startsOn: Day;
	endsOn: Day;
	/** Nobody moves it: a contract date, a meeting, a phase of the contract, or what has really happened. */
	pinned: boolean;
	/** Done to the last percent, the day not said: no link moves it, and a person may still write its days right. */
	correctable?: boolean;
	constraint: Constraint | null;
	/** The last day the contract allows, where it says one. */
	limitOn: Day | null;
	actualStart: Day | null;
	actualEnd: Day | null;
}

/** A line and where it would stand. */
export interface Move {
	id: string;
	from: { startsOn: Day; endsOn: Day };
	to: { startsOn: Day; endsOn: Day };
}

/** What a plan cannot keep, and why; nothing is hidden and nothing pinned is moved. */
export type Break =
	| { kind: 'link'; link: Link; needs: Day }
	| { kind: 'constraint'; id: string; constraint: Constraint; day: Day }
	| { kind: 'limit'; id: string; limitOn: Day; day: Day };

/** What one change brings about, before anything is kept. */
export interface Replan {
	moves: Move[];
	/** What is broken once all has moved, and was not before. */
	broken: Break[];
	/** What was broken before and no longer is. */
	mended: Break[];
}
