import type { DecisionKind, Outcome, State, VoteChoice } from '#core/deliverables/circuit.ts';
import type { Deadline } from '#core/deliverables/deadline.ts';
import { decisionKey, resultKey, stateKey } from '#core/deliverables/labels.ts';
import type { Turn } from '#core/deliverables/turns.ts';
import { daysLeftWords } from '$lib/i18n/format.ts';
import { m } from '$lib/i18n/paraglide/messages.js';

const catalogue = m as unknown as Record<string, (() => string) | undefined>;
const say = (key: string) => catalogue[key]?.() ?? key;

export const stateWords = (state: State | null, regime: string) => say(stateKey(state, regime));
export const decisionWords = (kind: DecisionKind, regime: string) => say(decisionKey(kind, regime));
/** The decision once taken: « Admis ». */
export const resultWords = (kind: DecisionKind, regime: string) => say(resultKey(kind, regime));
export const voteWords = (choice: VoteChoice) => say(`deliverables_vote_${choice}`);
export const outcomeWords = (outcome: Outcome) => say(`deliverables_outcome_${outcome}`);

/** « COPIL », « Titulaire » …: whose turn it is. */
export function turnWords(turn: Turn, body: string | null): string {
	if (turn === 'body') return body ?? m.deliverables_turn_body();
	if (turn === 'contractor') return m.deliverables_turn_contractor();
	return turn === 'signatory' ? m.deliverables_turn_signatory() : m.deliverables_turn_nobody();
}

type Tone = 'late' | 'soon' | 'ontime' | 'done' | 'neutral';
const tones: Record<State, Tone> = {
	submitted: 'ontime',
	endorsed: 'ontime',
	endorsed_with_reserves: 'soon',
	not_endorsed: 'late',
	admitted: 'done',
	admitted_with_reduction: 'done',
	adjourned: 'soon',
	rejected: 'late',
	superseded: 'neutral'
};
export const stateTone = (state: State | null): Tone => (state ? tones[state] : 'neutral');

/** The deadline in words: days left or late, or how the hand-in stood to it. */
export function deadlineWords(deadline: Deadline, dueOn: string | null, today: string): string {
	if (deadline.kind === 'unknown' || !dueOn) return m.deliverables_due_unknown();
	if (deadline.kind === 'pending') return daysLeftWords(dueOn, today);
	if (deadline.kind === 'missed') return m.deliverables_handed_in_late({ count: -(deadline.days ?? 0) });
	return m.deliverables_handed_in_on_time();
}

/** A hash as people compare it: its first eight signs. */
export const shortHash = (sha256: string) => sha256.slice(0, 8);
