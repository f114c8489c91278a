import type { Day } from '../calendar/days.ts';
import type { CalendarChange, CalendarName } from '../calendar/calendar.ts';
import type { Clause } from '../contract/common.ts';
import type { Deciding, Presence } from './deciding/view.ts';
import type { Quorum } from './quorum.ts';
import type { BodyRules } from './rules.ts';
import type { AfterLine } from './after/types.ts';
import type { MeetingState } from './states.ts';

export const purposes = ['information', 'opinion', 'decision'] as const;
export type Purpose = (typeof purposes)[number];
/** `expected`: convened, and nobody has said yet whether they came. */
export const attendanceStatuses = ['expected', 'present', 'represented', 'excused', 'absent'] as const;
export type AttendanceStatus = (typeof attendanceStatuses)[number];
export const resolutionKinds = ['validation', 'arbitration', 'orientation'] as const;
export type ResolutionKind = (typeof resolutionKinds)[number];
export type CommitteeKind = 'copil' | 'cotech' | 'project' | 'panel' | 'other';

/** A body, as the contract describes it. */
export interface Body {
	id: string;
	code: string;
	kind: CommitteeKind;
	title: string;
	short: string;
	powers: string;
	place: string | null;
	cadence: string;
	chair: string | null;
	composition: { members: string; phases: string[] }[];
	notes: string[];
	clause: Clause | null;
	/** How it works, as the contract says or as was agreed; what is left out is asked of nobody. */
	rules: BodyRules;
}

/** A meeting in a list. */
export interface MeetingLine {
	id: string;
	code: string;
	title: string;
	heldOn: Day;
	/** `10:00`. */
	startsAt: string | null;
	place: string | null;
	state: MeetingState;
}

/** A paper the contract asks for around a meeting. */
export interface Paper {
	title: string;
	obligation: string | null;
	/** The meeting it is due for; null when none is set. */
	meeting: string | null;
	due: Day | null;
	advised: Day | null;
	/** The contract says how long, or leaves it open. */
	state: 'dated' | 'awaiting' | 'undetermined';
	clause: Clause | null;
}

export interface Seat {
	personId: string;
	name: string;
	capacity: 'chair' | 'member' | 'secretary' | 'guest';
	organisation: string;
	functionTitle: string;
}

export interface BodyView extends Body {
	seats: Seat[];
	meetings: MeetingLine[];
	/** The meeting that comes next, when one is set. */
	next: MeetingLine | null;
	papers: { before: Paper[]; after: Paper[] };
}

export const agendaRefKinds = ['version', 'obligation', 'action', 'minutes'] as const;
export type AgendaRefKind = (typeof agendaRefKinds)[number];

/** A paper an item is about. */
export interface AgendaRef {
	kind: AgendaRefKind;
	id: string;
	/** What its page is called by: a deliverable, an obligation, an action, a meeting. */
	code: string;
	/** Of a version, its number. */
	number: string | null;
	title: string;
}

/** A point of an agenda as it is typed; without an `id` it is a new one, or the one of that title. */
export interface AgendaItem {
	id?: string;
	title: string;
	purpose: Purpose;
	minutes: string;
	conclusion: string;
	/** Minutes it is given. */
	duration?: number | null;
	presenter?: string;
	refs?: Pick<AgendaRef, 'kind' | 'id'>[];
	/** Of a new one: the item that was put off at another meeting. */
	takes?: string;
}

/** A point as it is kept. */
export interface AgendaLine extends AgendaItem {
	id: string;
	/** Of what was said of it: a save of its text names the one it was typed on. */
	version: number;
	duration: number | null;
	presenter: string;
	refs: AgendaRef[];
	/** On the list; put off to be taken up some day; taken to a later meeting. */
	place: 'agenda' | 'parking' | 'moved';
	/** The meeting it was put off from. */
	from: string | null;
	/** The meeting that takes it up, and whether people were told of that one. */
	to: { code: string; told: boolean } | null;
	/** Who typed in it last, and when. */
	by: string | null;
	at: string;
}

export interface Attendee {
	/** Its line, when it is on the list already. */
	id?: string;
	personId: string | null;
	name: string;
	organisation: string;
	functionTitle: string;
	status: AttendanceStatus;
	representedBy: string;
}

export interface Resolution extends Deciding {
	id: string;
	number: string;
	wording: string;
	kind: ResolutionKind;
	versionId: string | null;
	/** « E-L11, V1.0 ». */
	deliverable: string | null;
	effectOn: Day | null;
}

export interface Action {
	id: string;
	number: string;
	wording: string;
	ownerId: string | null;
	owner: string;
	dueOn: Day | null;
	doneOn: Day | null;
	version: number;
	/** The meeting that asked for it. */
	meeting: string;
	itemId: string | null;
	/** What came of it, said when it was closed. */
	result: string;
	/** False: typed by the contractor, and to be confirmed. */
	binds: boolean;
	createdBy: string | null;
}

/** One reserve the body said of a version. */
export interface Reserves {
	deliverable: string;
	wording: string;
	/** Null where it was said without one. */
	severity: 'blocking' | 'major' | 'minor' | null;
}

export interface Details {
	title: string;
	heldOn: Day;
	startsAt: string;
	endsAt: string;
	place: string;
}

export interface Notes {
	chairedBy: string;
	writtenBy: string;
	discussion: string;
	nextMeeting: string;
}

/** One meeting, with everything its page and its minutes say. */
export interface MeetingView extends Details, Notes {
	id: string;
	code: string;
	state: MeetingState;
	version: number;
	/** The version each separately typed part was read at. */
	sections: { details: number; agenda: number; attendance: number };
	edition: number;
	circulatedOn: Day | null;
	approvedOn: Day | null;
	body: Body;
	agenda: AgendaLine[];
	/** Points that were put off from this meeting. */
	putOff: AgendaLine[];
	attendance: (Attendee & Presence)[];
	resolutions: Resolution[];
	actions: Action[];
	/** Reserves of the body's endorsements confirmed on this meeting. */
	reserves: Reserves[];
	/** Asked for by earlier meetings of this body and still open. */
	carriedOver: Action[];
	previous: MeetingLine | null;
	following: MeetingLine | null;
	papers: { before: Paper[]; after: Paper[] };
	/** The organisations of the mission, by side. */
	parties: { name: string; side: string }[];
	updatedBy: string | null;
	updatedAt: string;
	quorum: Quorum;
	/** How the body decides, where it was agreed. */
	voting: BodyRules['voting'];
	/** Days before it may be convened again without quorum. */
	secondAfter: number | null;
	/** It is itself convened again. */
	second: boolean;
	/** How its minutes ended. */
	after: AfterLine;
}

/** What the forms of a meeting choose from. */
export interface Choices {
	people: { id: string; name: string; organisation: string; functionTitle: string }[];
	versions: { id: string; label: string }[];
}

/** A mission's calendar as data, for a screen to ask which days are worked. */
export interface CalendarData {
	base: CalendarName;
	changes: CalendarChange[];
}
