import type { Role } from '../contract/roles.ts';

export const meetingStates = [
	'draft',
	'convened',
	'in_session',
	'held',
	'circulated',
	'approved',
	'cancelled'
] as const;
export type MeetingState = (typeof meetingStates)[number];

/** What a project manager may do next; the store holds the same list. */
const moves: Record<MeetingState, { next: MeetingState | null; also: MeetingState[] }> = {
	draft: { next: 'convened', also: ['cancelled'] },
	convened: { next: 'in_session', also: ['cancelled'] },
	in_session: { next: 'held', also: [] },
	held: { next: 'circulated', also: ['in_session'] },
	circulated: { next: 'approved', also: ['held'] },
	approved: { next: null, also: [] },
	cancelled: { next: null, also: [] }
};

/** The one move a meeting waits for, and the others that are open from its state. */
export function movesFrom(state: MeetingState): { next: MeetingState | null; also: MeetingState[] } {
	return moves[state];
}

/** People were told of the meeting, or have its minutes: undoing that needs a reason in writing. */
export function needsReason(from: MeetingState, to: MeetingState): boolean {
	return (from === 'convened' && to === 'cancelled') || (from === 'circulated' && to === 'held');
}

/**
 * Who types what: the project manager until the minutes go out; the contractor's people, whom the contract asks for
 * the minutes, from the opening of the session. What they write binds nobody before the project manager circulates it.
 */
export function mayEdit(state: MeetingState, roles: readonly Role[]): boolean {
	if (state === 'circulated' || state === 'approved' || state === 'cancelled') return false;
	if (roles.includes('client_manager')) return true;
	const typing = roles.includes('contractor_lead') || roles.includes('consultant');
	return typing && (state === 'in_session' || state === 'held');
}

/** Minutes exist from the opening of the session; before it there is nothing to report. */
export function hasMinutes(state: MeetingState): boolean {
	return state === 'in_session' || state === 'held' || state === 'circulated' || state === 'approved';
}

/** Still to come or under way: its papers are due. */
export function isAhead(state: MeetingState): boolean {
	return state === 'draft' || state === 'convened' || state === 'in_session';
}

/** Its papers can be made: a meeting that was called off has none to make any more. */
export const isNotCancelled = (state: MeetingState): boolean => state !== 'cancelled';
