import type { Role } from '../../contract/roles.ts';
import type { State } from '../circuit.ts';
import { after, isOpen, type ObservationMove } from './circuit.ts';
import type { ObservationView } from './view.ts';

/** A person before one deliverable. `seats` are those held today in the body that endorses it. */
export interface Reader {
	roles: Role[];
	seats: string[];
	isContractor: boolean;
}

const clientSide: Role[] = [
	'client_manager',
	'client_signatory',
	'committee_chair',
	'committee_member',
	'technical_member'
];
const reads = (who: Reader) =>
	!who.isContractor &&
	(who.roles.some((role) => clientSide.includes(role)) ||
		who.seats.includes('chair') ||
		who.seats.includes('member'));

const decided = new Set<State>(['admitted', 'admitted_with_reduction', 'adjourned', 'rejected']);

/** Something can be asked: a version is there, the client has not decided on it, and the person reads for the client. */
export const mayObserve = (state: State | null, who: Reader): boolean =>
	state !== null && state !== 'superseded' && !decided.has(state) && reads(who);

/**
 * The contractor answers; what a body said is lifted by its chair alone, the rest by who made it, the project manager or
 * the chair; corrected or withdrawn by who made it. The store asks again.
 * @param state that of the deliverable's last version
 */
export function mayMove(o: ObservationView, move: ObservationMove, state: State, who: Reader): boolean {
	if (!after(o.state, move)) return false;
	if (move === 'answer')
		return who.isContractor && who.roles.some((r) => r === 'contractor_lead' || r === 'consultant');
	if (who.isContractor) return false;
	const chair = who.seats.includes('chair');
	const author = o.body === null && o.mine && reads(who);
	if (move === 'withdraw') return o.body === null ? author : chair;
	if (move === 'correct') return !decided.has(state) && (o.body === null ? author : chair);
	const may = chair || author || (o.body === null && who.roles.includes('client_manager'));
	return may && (move !== 'lift' || checkable(o, state));
}

/** Its answer can be checked: it changes nothing, or a version that was handed in carries it, or none can follow. */
export const checkable = (o: ObservationView, state: State): boolean =>
	o.state !== 'answered' ||
	o.answer === 'refused' ||
	o.answerVersion !== null ||
	state === 'admitted' ||
	state === 'admitted_with_reduction';

/** The numbers that stand between the deliverable and its admission. */
export const blocking = (list: ObservationView[]): string[] =>
	list.filter((o) => o.severity === 'blocking' && isOpen(o.state)).map((o) => o.number);

/** The numbers a next version has to answer before it can be handed in. */
export const unanswered = (list: ObservationView[]): string[] =>
	list.filter((o) => o.state === 'open' || o.state === 'maintained').map((o) => o.number);
