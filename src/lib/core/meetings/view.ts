import type { Day } from '../calendar/days.ts';
import type { CalendarChange, CalendarName } from '../calendar/calendar.ts';
import type { Clause } from '../contract/common.ts';
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

export interface AgendaItem {
	title: string;
	purpose: Purpose;
	minutes: string;
	conclusion: string;
}

export interface Attendee {
	personId: string | null;
	name: string;
	organisation: string;
	functionTitle: string;
	status: AttendanceStatus;
	representedBy: string;
}

export interface Resolution {
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
}

export interface Reserves {
	deliverable: string;
	wording: string;
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
	agenda: AgendaItem[];
	attendance: Attendee[];
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
