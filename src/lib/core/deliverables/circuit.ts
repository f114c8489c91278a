/**
 * The way of one handed-in version, as data. The same rows stand in the table `circuit_moves`, because the data API
 * can be reached without our server; a test holds the two equal. Three records are never confused: a member's vote,
 * the body's endorsement (confirmed by its chair), the client's decision (by a signatory, notified).
 */
export const states = [
	'submitted',
	'endorsed',
	'endorsed_with_reserves',
	'not_endorsed',
	'admitted',
	'admitted_with_reduction',
	'adjourned',
	'rejected',
	'superseded'
] as const;

/** The state of a version; a deliverable shows the state of its latest one, `null` while nothing was handed in. */
export type State = (typeof states)[number];

export type MoveName =
	| 'endorse'
	| 'endorse_with_reserves'
	| 'not_endorse'
	| 'admit'
	| 'adjourn'
	| 'reduce'
	| 'reject'
	| 'supersede';

/** Who makes a move: the chair of the body, who signs for the buyer, or the contractor by handing in anew. */
export type Mover = 'chair' | 'signatory' | 'contractor';

/** What a move cannot do without. `no_body`: only where the contract names no body that endorses. */
export type Need = 'reasons' | 'reserves' | 'reduction' | 'no_body';

export interface Move {
	from: State;
	move: MoveName;
	to: State;
}

const by: Record<MoveName, { by: Mover; needs: Need[] }> = {
	endorse: { by: 'chair', needs: [] },
	endorse_with_reserves: { by: 'chair', needs: ['reserves'] },
	not_endorse: { by: 'chair', needs: ['reserves'] },
	admit: { by: 'signatory', needs: [] },
	adjourn: { by: 'signatory', needs: ['reasons'] },
	reduce: { by: 'signatory', needs: ['reasons', 'reduction'] },
	reject: { by: 'signatory', needs: ['reasons'] },
	supersede: { by: 'contractor', needs: [] }
};

const from = (state: State, moves: Partial<Record<MoveName, State>>): Move[] =>
	Object.entries(moves).map(([move, to]) => ({ from: state, move: move as MoveName, to }));

export const circuit: readonly Move[] = [
	...from('submitted', {
		endorse: 'endorsed',
		endorse_with_reserves: 'endorsed_with_reserves',
		not_endorse: 'not_endorsed',
		admit: 'admitted',
		reduce: 'admitted_with_reduction',
		adjourn: 'adjourned',
		reject: 'rejected',
		supersede: 'superseded'
	}),
	...from('endorsed', {
		admit: 'admitted',
		adjourn: 'adjourned',
		reduce: 'admitted_with_reduction',
		reject: 'rejected'
	}),
	...from('endorsed_with_reserves', {
		admit: 'admitted',
		adjourn: 'adjourned',
		reduce: 'admitted_with_reduction',
		reject: 'rejected',
		supersede: 'superseded'
	}),
	// What the body refused cannot be admitted: adjourned, rejected, or handed in again.
	...from('not_endorsed', { adjourn: 'adjourned', reject: 'rejected', supersede: 'superseded' })
];

export interface AllowedMove extends Move {
	by: Mover;
	needs: Need[];
}

/** What may happen to a version from here, whoever does it. */
export function movesFrom(state: State, hasBody: boolean): AllowedMove[] {
	return circuit
		.filter((m) => m.from === state)
		.map((m) => ({ ...m, by: by[m.move].by, needs: needsOf(m) }))
		.filter((m) => !(hasBody && m.needs.includes('no_body')) && (hasBody || m.by !== 'chair'));
}

function needsOf({ from: state, move }: Move): Need[] {
	const skipsTheBody = state === 'submitted' && (move === 'admit' || move === 'reduce');
	return skipsTheBody ? [...by[move].needs, 'no_body'] : by[move].needs;
}

/** The kinds of a client's decision, in the order they are offered. */
export const decisionKinds = ['admit', 'adjourn', 'reduce', 'reject'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export const voteChoices = ['approve', 'approve_with_reserves', 'refuse'] as const;
export type VoteChoice = (typeof voteChoices)[number];

export const outcomes = ['endorsed', 'endorsed_with_reserves', 'not_endorsed'] as const;
export type Outcome = (typeof outcomes)[number];
