import type { Role } from '../contract/roles.ts';
import { movesFrom, type AllowedMove, type State } from './circuit.ts';

/** Whose turn it is. `nobody`: the circuit has ended. */
export type Turn = 'contractor' | 'body' | 'signatory' | 'nobody';

/** Where one deliverable stands: the state of its latest version, and whether a body endorses it. */
export interface Standing {
	state: State | null;
	hasBody: boolean;
}

/** A person before one deliverable. `seats` are those held today in the body that endorses it. */
export interface Actor {
	roles: Role[];
	seats: string[];
	/** Signs for the buyer today: the signatory, or a delegate on record. */
	signs: boolean;
	isContractor: boolean;
}

/** Who has to act next on a deliverable. */
export function whoseTurn({ state, hasBody }: Standing): Turn {
	switch (state) {
		case null:
		case 'adjourned':
		case 'rejected':
		case 'superseded':
			return 'contractor';
		case 'submitted':
			return hasBody ? 'body' : 'signatory';
		case 'endorsed':
		case 'endorsed_with_reserves':
		case 'not_endorsed':
			return 'signatory';
		case 'admitted':
		case 'admitted_with_reduction':
			return 'nobody';
	}
}

const isChair = (who: Actor) => who.seats.includes('chair') && !who.isContractor;
const sits = (who: Actor) => isChair(who) || (who.seats.includes('member') && !who.isContractor);
const handsIn = (who: Actor) => who.roles.includes('contractor_lead') || who.roles.includes('consultant');
const signs = (who: Actor) => who.signs && !who.isContractor;

/** The moves this very person may make on the latest version. The store asks again. */
export function allowedMoves(standing: Standing, who: Actor): AllowedMove[] {
	if (standing.state === null) return [];
	const can = { chair: isChair(who), signatory: signs(who), contractor: handsIn(who) };
	return movesFrom(standing.state, standing.hasBody).filter((m) => can[m.by]);
}

/** A new version can be handed in: the first, one that replaces, or one after an adjournment or a rejection. */
export function mayHandIn({ state, hasBody }: Standing, who: Actor): boolean {
	if (!handsIn(who)) return false;
	if (state === null || state === 'adjourned' || state === 'rejected') return true;
	return movesFrom(state, hasBody).some((m) => m.move === 'supersede');
}

/** A vote can be cast, or changed: the body has not spoken yet. */
export function mayVote({ state, hasBody }: Standing, who: Actor): boolean {
	return hasBody && state === 'submitted' && sits(who);
}

export type Act = 'vote' | 'endorse' | 'decide' | 'hand_in';

/**
 * The one thing this person should do now, or null. What they may do besides stays reachable, quieter.
 * @param done whether they have voted on this version, and whether the body may be closed (a vote was cast)
 */
export function nextAct(standing: Standing, who: Actor, done: { voted: boolean; votes: number }): Act | null {
	if (mayVote(standing, who) && !done.voted) return 'vote';
	const moves = allowedMoves(standing, who);
	if (done.votes > 0 && moves.some((m) => m.by === 'chair')) return 'endorse';
	const turn = whoseTurn(standing);
	if (turn === 'signatory' && moves.some((m) => m.by === 'signatory')) return 'decide';
	if (turn === 'contractor' && mayHandIn(standing, who)) return 'hand_in';
	return null;
}

/** Whether the item waits for this person: what « mine » keeps in the register. */
export function isMine(standing: Standing, who: Actor, done: { voted: boolean; votes: number }): boolean {
	return nextAct(standing, who, done) !== null;
}
