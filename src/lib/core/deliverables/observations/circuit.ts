/**
 * The way of one observation, as data. The same rows stand in the table `observation_moves`, because the data API can be
 * reached without our server; a test holds the two equal. Maintained is open still: the contractor answers again.
 */
export const observationStates = ['open', 'answered', 'maintained', 'lifted', 'withdrawn'] as const;
export type ObservationState = (typeof observationStates)[number];

export type ObservationMove = 'answer' | 'lift' | 'maintain' | 'withdraw' | 'correct';

const ways: Record<ObservationState, Partial<Record<ObservationMove, ObservationState>>> = {
	open: { answer: 'answered', correct: 'open', withdraw: 'withdrawn' },
	// Answered again: the contractor puts its answer right before it is checked.
	answered: { answer: 'answered', lift: 'lifted', maintain: 'maintained' },
	maintained: { answer: 'answered', correct: 'maintained', lift: 'lifted' },
	lifted: {},
	withdrawn: {}
};

export const observationCircuit = Object.entries(ways).flatMap(([from, moves]) =>
	Object.entries(moves).map(([move, to]) => ({
		from: from as ObservationState,
		move: move as ObservationMove,
		to
	}))
);

/** Where a move leads, or null when there is no such way from here. */
export const after = (state: ObservationState, move: ObservationMove): ObservationState | null =>
	ways[state][move] ?? null;

export const isOpen = (state: ObservationState) => state !== 'lifted' && state !== 'withdrawn';

/** An observation asks for something; a reserve holds something back, and alone may be blocking. */
export const observationKinds = ['observation', 'reserve'] as const;
export type ObservationKind = (typeof observationKinds)[number];

export const severities = ['blocking', 'major', 'minor'] as const;
export type Severity = (typeof severities)[number];

/** The severities a kind may have: what stops an admission is a reserve. */
export const severitiesOf = (kind: ObservationKind): readonly Severity[] =>
	kind === 'reserve' ? severities : severities.slice(1);

export const answers = ['accepted', 'partly', 'refused'] as const;
export type Answer = (typeof answers)[number];

export const verdicts = ['lifted', 'maintained'] as const;
export type Verdict = (typeof verdicts)[number];
