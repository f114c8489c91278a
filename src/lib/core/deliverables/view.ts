import type { Day } from '../calendar/days.ts';
import type { DecisionKind, Outcome, State, VoteChoice } from './circuit.ts';

/** One line of the register, as this very person may read it. */
export interface RegisterRow {
	id: string;
	code: string;
	title: string;
	position: number;
	dueOn: Day | null;
	phase: string | null;
	phaseTitle: string | null;
	phasePosition: number | null;
	/** Short name of the body that endorses; null when the contract names none. */
	body: string | null;
	/** The seats this person holds in it today. */
	seats: string[];
	/** The reference version: the latest one handed in. */
	version: string | null;
	state: State | null;
	submittedOn: Day | null;
	firstOn: Day | null;
	voted: boolean;
	votes: number;
	drafts: number;
	/** Observations and reserves that still stand, and those among them that stop an admission. */
	observations: number;
	blocking: number;
}

export interface FileView {
	id: string;
	name: string;
	size: number;
	sha256: string;
}
export interface DraftView extends FileView {
	at: string;
	by: string | null;
}
export interface VoteView {
	id: string;
	personId: string;
	mine: boolean;
	choice: VoteChoice;
	reason: string;
	at: string;
	day: Day;
	by: string | null;
}
export interface EndorsementView {
	outcome: Outcome;
	reserves: string;
	tally: Record<VoteChoice, number>;
	at: string;
	day: Day;
	by: string | null;
	meeting: string | null;
}
export interface DecisionView {
	number: string;
	kind: DecisionKind;
	reasons: string;
	reduction: string | null;
	at: string;
	decidedOn: Day;
	notifiedOn: Day;
	notifiedAt: string;
	notifiedTo: string[];
	effectOn: Day;
	by: string | null;
	onBehalfOf: string | null;
}
export interface VersionView {
	id: string;
	number: string;
	state: State;
	sha256: string;
	note: string;
	submittedOn: Day;
	submittedAt: string;
	by: string | null;
	files: FileView[];
	votes: VoteView[];
	endorsement: EndorsementView | null;
	decision: DecisionView | null;
}

/** One deliverable with its whole history, as this very person may read it; versions latest first. */
export interface DeliverableView {
	id: string;
	code: string;
	title: string;
	nominalOn: Day | null;
	dueOn: Day | null;
	advisedOn: Day | null;
	explanation: string | null;
	checklist: string[];
	formats: string[];
	editableRequired: boolean;
	clause: { ref: string; quote?: string } | null;
	phase: string | null;
	phaseTitle: string | null;
	body: { id: string; code: string; title: string; short: string } | null;
	members: { id: string; name: string; capacity: 'chair' | 'member' }[];
	seats: string[];
	meetings: { id: string; code: string; title: string; heldOn: Day }[];
	notified: { name: string; email: string }[];
	drafts: DraftView[];
	versions: VersionView[];
}

/** The last vote of each person counts; earlier ones stay readable in the history. */
export function lastVotes(votes: VoteView[]): VoteView[] {
	return [...new Map(votes.map((vote) => [vote.personId, vote])).values()];
}
