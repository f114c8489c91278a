import type { Outcome } from '../../deliverables/circuit.ts';
import type { Severity } from '../../deliverables/observations/circuit.ts';
import type { ProxyWay } from '../quorum.ts';
import type { ResolutionResult, Votes } from './vote.ts';

/** What a line of the list keeps beside who it is about. */
export interface Presence {
	id: string;
	/** Guards this line alone. */
	version: number;
	/** Counts in the quorum and in votes. */
	votes: boolean;
	seatId: string | null;
	/** `10:30`, or empty. */
	arrivedAt: string;
	leftAt: string;
	how: ProxyWay | null;
	mandatedId: string | null;
}

export interface ReserveLine {
	wording: string;
	/** Absent from the reasons of what was not endorsed. */
	severity?: Severity;
}

/** How a resolution was decided, and whether it binds yet. */
export interface Deciding {
	version: number;
	itemId: string | null;
	outcome: Outcome | null;
	reserves: ReserveLine[];
	result: ResolutionResult;
	votes: Votes | null;
	/** When it was taken; null where none was asked. */
	quorum: { required: number; present: number; voting: number } | null;
	binds: boolean;
	/** It is the body's endorsement, which stands. */
	endorsed: boolean;
	createdBy: string | null;
}

/** What is chosen from while deciding in a meeting. */
export interface DecidingChoices {
	/** The person who asks chairs the body. */
	chairs: boolean;
	alternates: { seat: string; name: string }[];
	items: { id: string; title: string }[];
	/** Versions this body has still to say something of. */
	versions: { id: string; code: string; number: string; title: string; sha256: string }[];
	/** The fingerprints of the versions that drafts are about. */
	hashes: Record<string, string>;
	names: Record<string, string>;
	/** The second meeting, where this one was convened again. */
	again: string | null;
	/** The meeting this one is the second of. */
	firstTime: string | null;
}
