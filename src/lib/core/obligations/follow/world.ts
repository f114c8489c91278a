import type { Day } from '../../calendar/days.ts';
import type { Moment } from '../../calendar/rules/moment.ts';
import type { Rule } from '../../calendar/rules/schema.ts';
import type { Deadline } from '../../calendar/rules/compute.ts';

export const proofs = [
	'weekly_report',
	'minutes',
	'papers',
	'meeting',
	'file',
	'statement',
	'version',
	'milestone'
] as const;
/** The act that fulfils a duty: what has a page of its own is done there, the rest is sent from the obligation. */
export type Proof = (typeof proofs)[number];

export const actKinds = [
	'sent',
	'accepted',
	'contested',
	'not_sent',
	'waived',
	'restored',
	'extended',
	'reading'
] as const;

/** What a person did about an obligation, in the order it was done. */
export type FollowAct = {
	id: string;
	/** The occurrence; null for a reading, which holds for the whole duty. */
	key: string | null;
	duty: string;
	kind: (typeof actKinds)[number];
	/** The day it counts from; of a sending, the day it was sent. */
	on: Day;
	/** The reason, the note, the act of an extension, or the reading chosen (empty: the file's own). */
	reason: string;
	days: number | null;
	sentTo?: string[];
	fileName: string | null;
	fileSize?: number | null;
	sha256?: string | null;
	/** The mission's day on which it was recorded. */
	missionDay: Day;
	by?: string | null;
};

/** What happened in the mission, wherever it was done. */
export type World = {
	meetings: {
		code: string;
		committee: string;
		title: string;
		day: Day;
		state: string;
		/** False for a draft, which only the client knows of. */
		told: boolean;
		circulatedOn: Day | null;
	}[];
	milestones: { code: string; dueOn: Day | null; doneOn: Day | null; fixed: boolean }[];
	versions: { code: string; number: string; state: string; on: Day }[];
	reports: {
		period: string;
		state: string;
		filedOn: Day | null;
		answeredOn: Day | null;
		reason: string | null;
	}[];
	acts: FollowAct[];
};

/** An occurrence as the store keeps it, as far as the planning needs it. */
export type StoredOccurrence = {
	key: string;
	duty: string;
	source: 'obligation' | 'deliverable' | 'step' | 'milestone';
	proof: Proof;
	period: string | null;
	happening: string | null;
	countsFrom: Moment | null;
	k: number;
	rule: Rule;
	state: 'dated' | 'awaiting' | 'undetermined';
	ended: boolean;
} & Deadline;
