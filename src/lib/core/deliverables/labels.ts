import { circuit, type DecisionKind, type State } from './circuit.ts';

/** Vocabularies of the contracts; one machine of states, several lists of words. */
export type Vocabulary = 'admission' | 'reception' | 'approval';

/**
 * Which words a contract's regime uses: CCAG-PI 2009 speaks of « réception », CCAG-PI and CCAG-FCS 2021 of
 * « admission », the Moroccan CPS of « approbation ». An unknown regime gets the plain words of the present text.
 */
export function vocabularyOf(regime: string): Vocabulary {
	if (regime === 'ccag-pi-2009') return 'reception';
	if (regime === 'cps') return 'approval';
	return 'admission';
}

const worded: Partial<Record<State | DecisionKind, Vocabulary[]>> = {
	admitted: ['reception', 'approval'],
	admitted_with_reduction: ['reception'],
	adjourned: ['approval'],
	admit: ['reception', 'approval'],
	adjourn: ['approval'],
	reduce: ['reception']
};

/** The message key of a state: `deliverables_state_admitted`, or with the regime's own word behind. */
export function stateKey(state: State | null, regime: string): string {
	return key('state', state ?? 'planned', regime);
}

/** The message key of what a decision made of a version: « Admis », « Ajourné » … */
export function resultKey(kind: DecisionKind, regime: string): string {
	return stateKey(circuit.find((m) => m.move === kind)!.to, regime);
}

/** The message key of a kind of decision, as it is offered: « Admettre ». */
export function decisionKey(kind: DecisionKind, regime: string): string {
	return key('decision', kind, regime);
}

function key(family: string, name: string, regime: string): string {
	const vocabulary = vocabularyOf(regime);
	const own = worded[name as State]?.includes(vocabulary);
	return `deliverables_${family}_${name}${own ? `_${vocabulary}` : ''}`;
}
