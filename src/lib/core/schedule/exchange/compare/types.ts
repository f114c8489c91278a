import type { Calendar } from '#core/calendar/calendar.ts';
import type { Day } from '#core/calendar/days.ts';
import type { Constraint, LagUnit, Link, LinkType } from '../../network/types.ts';
import type { ScheduleItem, ScheduleKind } from '../../types.ts';
import type { UndatedLine } from '../../undated.ts';
import type { Fault, Remark } from '../plan.ts';

/** The schedule as it stands, that a file is held against. */
export interface Standing {
	items: readonly ScheduleItem[];
	undated: readonly UndatedLine[];
	links: readonly Link[];
	organisations: readonly { id: string; name: string }[];
	calendar: Calendar;
	/** The mission's own day. */
	today: Day;
}

/** What an import may write in a line; absent: left as it stands. */
export interface Values {
	title?: string;
	phaseId?: string | null;
	startsOn?: Day;
	endsOn?: Day;
	progress?: number;
	constraint?: Constraint | null;
	actualStart?: Day | null;
	actualEnd?: Day | null;
	assignee?: string | null;
	organisationId?: string | null;
	notes?: string | null;
}
export type ValueName = keyof Values;

/** One value before and after, as the person reads it: a day, a number, words. */
export interface Difference {
	name: ValueName;
	before: string | number | Constraint | null;
	after: string | number | Constraint | null;
}

export interface Added {
	line: number;
	key: string;
	kind: 'task' | 'milestone';
	code: string | null;
	values: Values & { title: string; startsOn: Day; endsOn: Day };
}

export interface Changed {
	line: number;
	id: string;
	kind: 'task' | 'milestone';
	code: string | null;
	title: string;
	version: number;
	values: Values;
	differences: Difference[];
}

/** Why a line stays although the file does not have it. */
export type Bound = 'refs' | 'contract' | 'began';

export interface Absent {
	id: string;
	code: string | null;
	title: string;
	startsOn: Day;
	endsOn: Day;
	version: number;
	/** Null: it may be taken off. */
	bound: Bound | null;
	/** What it works for, as the person reads it. */
	refs: string[];
}

/** One end of a link: a line that stands, or `new:` and the key of one that the file brings. */
export type End = string;
export interface LinkChange {
	line: number;
	from: End;
	to: End;
	fromTitle: string;
	toTitle: string;
	/** Null for a link that goes. */
	after: { type: LinkType; lag: number; lagUnit: LagUnit } | null;
	/** Null for a new one. */
	before: { type: LinkType; lag: number; lagUnit: LagUnit } | null;
}

/** A phase of the file that the mission does not have, and how many lines stand in it. */
export interface Unplaced {
	name: string;
	line: number;
	count: number;
}

/** What an import would do, before anything is kept. Nothing is applied while there is a fault. */
export interface Comparison {
	added: Added[];
	changed: Changed[];
	unchanged: number;
	absent: Absent[];
	links: LinkChange[];
	unplaced: Unplaced[];
	faults: Fault[];
	remarks: Remark[];
}

export type Matched =
	| { how: 'item'; item: ScheduleItem }
	| { how: 'undated'; line: UndatedLine }
	| { how: 'new'; kind: ScheduleKind };
