import type { BodyRules } from './rules.ts';
import type { MeetingState } from './states.ts';
import type { AttendanceStatus } from './view.ts';

/** How somebody is represented: by their alternate, by another member who holds a mandate, or by a person named. */
export const proxyWays = ['alternate', 'mandate', 'named'] as const;
export type ProxyWay = (typeof proxyWays)[number];

/** What counts of a line of the list. */
export interface Counted {
	id: string;
	/** Holds a seat that votes. */
	votes: boolean;
	status: AttendanceStatus;
	/** `10:30`, or empty. */
	leftAt: string;
	/** Null: announced by a reply, and nobody has seen it yet. */
	how: ProxyWay | null;
	/** The line of the member who holds the mandate. */
	mandatedId: string | null;
}

export interface Session {
	state: MeetingState;
	/** `16:00`, or empty. */
	endsAt: string;
	/** Convened again for want of quorum. */
	second: boolean;
}

export interface Quorum {
	/** The rules of the body ask one of this meeting. */
	asked: boolean;
	/** How many are needed; 0 where none is asked. */
	required: number;
	/** There or represented, of those who vote. */
	present: number;
	voting: number;
	reached: boolean;
}

/** How many of `voting` the rule asks for, at least one. */
export function requiredOf(rule: NonNullable<BodyRules['quorum']>, voting: number): number {
	if ('count' in rule) return rule.count;
	const share = {
		half: Math.ceil(voting / 2),
		majority: Math.floor(voting / 2) + 1,
		two_thirds: Math.ceil((2 * voting) / 3),
		all: voting
	}[rule.share];
	return Math.max(share, 1);
}

/** Left while the session goes on, or before the hour it ended. */
const gone = ({ leftAt }: Counted, { state, endsAt }: Session): boolean =>
	leftAt !== '' && !(state !== 'in_session' && endsAt !== '' && leftAt >= endsAt);

/**
 * Who counts and how many are needed. A member represented by another counts as long as that other is there; one
 * announced as represented, whom nobody ticked, does not. After the session, whoever stayed to its end counts. `private.quorum` says the same in SQL.
 */
export function quorumOf(rules: BodyRules, session: Session, rows: readonly Counted[]): Quorum {
	const seats = rows.filter((r) => r.votes);
	const here = (r: Counted) => r.status === 'present' && !gone(r, session);
	const stands = (r: Counted) =>
		!gone(r, session) &&
		(r.how === 'mandate' ? rows.some((h) => h.id === r.mandatedId && here(h)) : r.how !== null);
	const voting = seats.length;
	const present = seats.filter((r) => here(r) || (r.status === 'represented' && stands(r))).length;
	const asked = rules.quorum !== undefined && !(session.second && rules.second !== undefined);
	const required = asked ? requiredOf(rules.quorum!, voting) : 0;
	return { asked, required, present, voting, reached: present >= required };
}
