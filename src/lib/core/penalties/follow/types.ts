import type { Day } from '../../calendar/days.ts';
import type { Clause } from '../../contract/common.ts';
import type { Cents } from '../money.ts';
import type { Amount } from '../types.ts';
import type { PenaltyStep } from '../words.ts';

/** `lapsed`: the facts it was detected on are no longer there (waived, extended, excluded) and nobody was told of it. */
export const stages = [
	'detected',
	'computed',
	'lapsed',
	'invited',
	'commented',
	'decided',
	'charged'
] as const;
export type Stage = (typeof stages)[number];

export const abouts = ['obligation', 'deliverable', 'report', 'interruption'] as const;
export type About = (typeof abouts)[number];

export const penaltyDecisions = ['applied', 'reduced', 'waived'] as const;
export type PenaltyDecision = (typeof penaltyDecisions)[number];

/** What happened, as it was known when the figure was worked out. Moments are `2023-01-18T09:10:00`, the mission's own time. */
export type PenaltyFacts = {
	due?: string;
	doneOn?: string;
	/** For what is not done yet: the day it was counted until. */
	countedOn?: Day;
	days?: number;
	startsAt?: string;
	endsAt?: string;
	seconds?: number;
	/** Typed by the client where a formula asks for them: the value of the late part, of the contract, as written. */
	base?: string;
	whole?: boolean;
	contractValue?: string;
};

/** Something that is late, as the obligations tell it. Days are past the contractual date, extensions counted in. */
export type LateThing = {
	key: string;
	code: string;
	title: string;
	about: Exclude<About, 'interruption'>;
	due: string;
	/** Null while it is still awaited. */
	doneOn: string | null;
	days: number;
	clause: Clause | null;
};

/** An interruption as it stands in its register, corrections included. */
export type Interruption = {
	number: string;
	what: string;
	startsAt: string;
	/** Null while it lasts. */
	endsAt: string | null;
	seconds: number | null;
	/** The contractor's doing? Null until the client says. */
	attributable: boolean | null;
	/** Kept in the register, left out of the count. */
	excluded: boolean;
};

/** One revision of an interruption; the first in a list of the same number is the one that counts. */
export type Revision = Interruption & {
	id: string;
	revision: number;
	place: string;
	attributableReason: string;
	excludedReason: string;
	/** Why this revision was written; empty for the first. */
	correction: string;
	fileName: string | null;
	fileSize: number | null;
	sha256: string | null;
	by: string | null;
	on: Day;
	/** The penalty it gave rise to, as far as this person may know. */
	penalty: string | null;
};

export type InterruptionRow = Revision & { before: Revision[] };

/** A penalty that comes up from the facts. */
export type Found = {
	/** What it is about, once and for all: a fact makes one penalty. */
	key: string;
	about: About;
	subject: string;
	code: string;
	title: string;
	clauseCode: string | null;
	clause: Clause | null;
	facts: PenaltyFacts;
	steps: PenaltyStep[];
	amount: Amount;
	/** Of the mission's whole: below the first nothing is due, above the second no more. Null: the text has none, or nobody knows. */
	exempt: Cents | null;
	cap: Cents | null;
};

/** A penalty as the store keeps it, read back. */
export type PenaltyLine = {
	id: string;
	number: string;
	key: string;
	about: About;
	subject: string;
	code: string;
	title: string;
	clauseCode: string | null;
	clause: Clause | null;
	facts: PenaltyFacts;
	steps: PenaltyStep[];
	currency: string;
	/** Null: undetermined. */
	amount: Cents | null;
	/** The client typed it, with the clause it found. */
	typed: boolean;
	exempt: Cents | null;
	cap: Cents | null;
	stage: Stage;
	foundOn: Day;
	notifiedOn: Day | null;
	commentBy: Day | null;
	decision: PenaltyDecision | null;
	decided: Cents | null;
	chargedRef: string | null;
	chargedOn: Day | null;
	version: number;
};

export const penaltyActKinds = [
	'detected',
	'computed',
	'recomputed',
	'typed',
	'lapsed',
	'invited',
	'commented',
	'decided',
	'charged'
] as const;

/** What somebody did about a penalty; nothing of it is ever taken out. */
export type PenaltyAct = {
	id: string;
	kind: (typeof penaltyActKinds)[number];
	/** The mission's day. */
	on: Day;
	text: string;
	amount: Cents | null;
	decision: PenaltyDecision | null;
	/** A comment after its day; taken, and marked. */
	late: boolean;
	by: string | null;
	onBehalfOf: string | null;
	/** Until when to comment; the day of the invoice. */
	day: Day | null;
};
