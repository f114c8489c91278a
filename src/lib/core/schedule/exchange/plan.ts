import type { Day } from '#core/calendar/days.ts';
import type { Constraint, LagUnit, LinkType } from '../network/types.ts';
import type { ScheduleKind } from '../types.ts';

/** What a file may hold. A mission holds as many lines as this; what is above is no schedule of a mission. */
export const planLimits = {
	bytes: 20 * 1024 * 1024,
	lines: 5_000,
	/** Tasks of an MS Project file, counted before it is read. */
	tasks: 10_000,
	links: 20_000,
	title: 200,
	words: 200,
	code: 60,
	notes: 4_000,
	/** Days a link may wait, as the store holds it. */
	lag: 1_000
} as const;

export interface Span {
	startsOn: Day;
	endsOn: Day;
}

/** How a file names another line: by our own mark, by its code, or in words. */
export interface Named {
	id: string | null;
	code: string | null;
	title: string;
}

/**
 * One line of a schedule as it travels. A value that is absent says nothing (the file has no such column);
 * `null` says that there is none.
 */
export interface PlanRow {
	/** Where it stands in the file, counted from 1. */
	line: number;
	/** How the links of the file name it. */
	key: string;
	/** Our own mark, when the file came from here. */
	id: string | null;
	code: string | null;
	/** Null when the file does not say: what it is known as, else a task. */
	kind: ScheduleKind | null;
	title: string;
	/** What it stands under, the nearest first; empty outside the phases, absent when the file does not say. */
	under?: Named[];
	startsOn: Day | null;
	endsOn: Day | null;
	progress?: number;
	constraint?: Constraint | null;
	limitOn?: Day | null;
	actualStart?: Day | null;
	actualEnd?: Day | null;
	/** Who does it, people and organisations alike. */
	assignee?: string | null;
	organisation?: string | null;
	notes?: string | null;
	baseline?: Span | null;
}

/** `to` follows `from`, both by their keys. */
export interface PlanLink {
	line: number;
	from: string;
	to: string;
	type: LinkType;
	lag: number;
	lagUnit: LagUnit;
}

export type FaultCode =
	| 'actual_order'
	| 'code_twice'
	| 'columns_missing'
	| 'constraint_unreadable'
	| 'date_missing'
	| 'date_out_of_range'
	| 'date_unreadable'
	| 'dates_fixed'
	| 'end_before_start'
	| 'file_empty'
	| 'in_the_future'
	| 'kind_changed'
	| 'kind_unknown'
	| 'lag_too_long'
	| 'line_twice'
	| 'link_cycle'
	| 'link_itself'
	| 'link_nowhere'
	| 'link_twice'
	| 'link_unreadable'
	| 'meeting_elsewhere'
	| 'milestone_two_days'
	| 'name_twice'
	| 'notes_long'
	| 'phase_unplaced'
	| 'progress_unreadable'
	| 'text_unclosed'
	| 'title_long'
	| 'title_missing'
	| 'too_many_lines'
	| 'too_many_links'
	| 'words_long'
	| 'xml_deep'
	| 'xml_entities'
	| 'xml_malformed'
	| 'xml_not_project';

/** What a person should know and that stops nothing. */
export type RemarkCode =
	| 'baseline_left'
	| 'calendar_differs'
	| 'constraint_left'
	| 'lag_percent'
	| 'lag_rounded'
	| 'limit_left'
	| 'link_left'
	| 'organisation_left'
	| 'phase_dates_left'
	| 'phase_left';

export interface Note<Code> {
	/** 0 for the file as a whole. */
	line: number;
	column?: string;
	code: Code;
	/** What stands there, cut short. */
	value: string;
}
export type Fault = Note<FaultCode>;
export type Remark = Note<RemarkCode>;

/** The calendar of a file: which days of the week are worked (Monday first), and the days off. */
export interface PlanCalendar {
	week: boolean[];
	off: { day: Day; label: string }[];
}

/** What a file says, and everything that is wrong with it. */
export interface Reading {
	rows: PlanRow[];
	links: PlanLink[];
	/** Whether the file speaks of links at all. */
	hasLinks: boolean;
	calendar: PlanCalendar | null;
	faults: Fault[];
	remarks: Remark[];
}

/** A schedule on its way out. */
export interface Plan {
	title: string;
	rows: PlanRow[];
	links: PlanLink[];
	calendar: PlanCalendar;
}

/** A value as a fault quotes it: never longer than a line. */
export const quoted = (value: unknown): string => {
	const text = String(value ?? '')
		.replace(/\s+/g, ' ')
		.trim();
	return text.length > 80 ? `${text.slice(0, 79)}…` : text;
};

export const nothingRead = (fault: Fault): Reading => ({
	rows: [],
	links: [],
	hasLinks: false,
	calendar: null,
	faults: [fault],
	remarks: []
});
