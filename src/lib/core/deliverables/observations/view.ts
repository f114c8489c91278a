import type { Day } from '../../calendar/days.ts';
import type { Answer, ObservationKind, ObservationState, Severity } from './circuit.ts';

/** What somebody did about an observation; the numbers are those of the versions. */
export interface ObservationAct {
	kind: 'answered' | 'lifted' | 'maintained' | 'withdrawn' | 'corrected';
	answer: Answer | null;
	words: string;
	/** What it said before a correction. */
	was: { severity: Severity; wording: string; place: string } | null;
	version: string | null;
	by: string | null;
	at: string;
	day: Day;
}

/** One observation as this very person may read it. */
export interface ObservationView {
	id: string;
	number: string;
	kind: ObservationKind;
	severity: Severity;
	state: ObservationState;
	/** The version it was made on. */
	version: string;
	file: string | null;
	place: string;
	wording: string;
	by: string | null;
	mine: boolean;
	/** Short name of the body that said it through its endorsement. */
	body: string | null;
	at: string;
	day: Day;
	answer: Answer | null;
	/** The version that carries the answer; null while none does, or where nothing is to change. */
	answerVersion: string | null;
	/** Sent back with each act, so that nobody acts on what has changed since. */
	read: number;
	acts: ObservationAct[];
}

/** The contractor's last answer, in its words. */
export const lastAnswer = (o: ObservationView): ObservationAct | null =>
	o.acts.findLast((act) => act.kind === 'answered') ?? null;

/** What ended it, or held it: lifted, maintained, withdrawn; null while there is only an answer or nothing. */
export function lastCheck(o: ObservationView): ObservationAct | null {
	const last = o.acts.findLast((act) => act.kind !== 'corrected');
	return last && last.kind !== 'answered' ? last : null;
}
