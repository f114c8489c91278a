import { diffDays, type Day } from '../calendar/days.ts';
import type { State } from './circuit.ts';

/** A deadline counts as close from a week before. */
const CLOSE = 7;

export interface Deadline {
	/** For the badge: shape, word and colour. */
	state: 'late' | 'soon' | 'ontime' | 'done' | 'neutral';
	/** `pending`: nothing handed in yet; `met`, `missed`: handed in; `unknown`: no date can be given. */
	kind: 'pending' | 'met' | 'missed' | 'unknown';
	/** Days left, negative when late; of the hand-in for what was handed in. `null` without a date. */
	days: number | null;
}

/**
 * How a deliverable stands before its date. The first hand-in stops the contractor's delay (remise); after an
 * adjournment or a rejection the contract must say by when it is due again, and these do not: nothing is counted.
 * @param today the mission's own day
 */
export function deadlineOf(
	given: { dueOn: Day | null; firstOn: Day | null; state: State | null },
	today: Day
): Deadline {
	const { dueOn, firstOn, state } = given;
	if (!dueOn) return { state: 'neutral', kind: 'unknown', days: null };
	if (firstOn) {
		const days = diffDays(firstOn, dueOn);
		const again = state === 'adjourned' || state === 'rejected';
		if (days < 0) return { state: 'late', kind: 'missed', days };
		return { state: again ? 'neutral' : 'done', kind: 'met', days };
	}
	const days = diffDays(today, dueOn);
	return { state: days < 0 ? 'late' : days <= CLOSE ? 'soon' : 'ontime', kind: 'pending', days };
}
