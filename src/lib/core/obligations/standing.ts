import { diffDays, type Day } from '../calendar/days.ts';
import type { Moment } from '../calendar/rules/moment.ts';
import type { Occurrence } from './dating/occurrence.ts';

export const occurrenceStates = [
	'to_be_set',
	'awaiting',
	'to_come',
	'to_produce',
	'sent',
	'accepted',
	'contested',
	'late',
	'not_sent',
	'waived'
] as const;
export type OccurrenceState = (typeof occurrenceStates)[number];

/** What is on record for one occurrence. A sending counts only with its proof, a waiver only with its reason. */
export type OccurrenceFacts = {
	sent?: { on: Moment; proof: string } | null;
	accepted?: { on: Day } | null;
	contested?: { on: Day; why: string } | null;
	/** Somebody recorded that it never came: no sending is expected any more. */
	notSent?: { on: Day } | null;
	waived?: { on: Day; why: string; by: string } | null;
};

export type Standing = {
	state: OccurrenceState;
	/** Whole calendar days past the due day: until it was sent, or until today. 0 when in time. */
	daysLate: number;
	/** True also for a duty in minutes that was late on its own day. */
	late: boolean;
	/** Days left until the due day, negative when past; null when undated or done. */
	inDays: number | null;
};

/** Once in one of these states, a change of events never rewrites an occurrence. */
export const doneStates: ReadonlySet<OccurrenceState> = new Set([
	'sent',
	'accepted',
	'contested',
	'not_sent',
	'waived'
]);

/**
 * How an occurrence stands on a day: a pure function of its dates, of what is on record, and of today.
 * @param ahead how many days before its due day it is « to produce » rather than « to come ».
 */
export function standingOf(
	one: Pick<Occurrence, 'state' | 'due'>,
	facts: OccurrenceFacts,
	today: Day,
	ahead = 7
): Standing {
	const { sent } = facts;
	const done = recorded(facts);
	if (done === 'waived') return { state: done, daysLate: 0, late: false, inDays: null };
	if (one.due === null) {
		const open = one.state === 'awaiting' ? 'awaiting' : 'to_be_set';
		return { state: done ?? open, daysLate: 0, late: false, inDays: null };
	}
	const end = done === 'not_sent' ? (facts.notSent?.on ?? today) : (sent?.on ?? today);
	const daysLate = Math.max(0, diffDays(one.due.slice(0, 10), end.slice(0, 10)));
	const late = daysLate > 0 || (end.includes('T') && one.due.includes('T') && end > one.due);
	if (done !== null) return { state: done, daysLate, late, inDays: null };
	const inDays = diffDays(today, one.due.slice(0, 10));
	if (inDays < 0) return { state: 'late', daysLate, late: true, inDays };
	return { state: inDays <= ahead ? 'to_produce' : 'to_come', daysLate: 0, late: false, inDays };
}

/** The last word on record. A new sending answers a contestation that came before it. */
function recorded({ sent, accepted, contested, notSent, waived }: OccurrenceFacts): OccurrenceState | null {
	if (waived && waived.why.trim() !== '') return 'waived';
	if (accepted) return 'accepted';
	const proven = sent && sent.proof.trim() !== '' ? sent : null;
	if (notSent && (!proven || contested)) return 'not_sent';
	if (contested && (!proven || contested.on >= proven.on.slice(0, 10))) return 'contested';
	if (proven) return 'sent';
	return null;
}
