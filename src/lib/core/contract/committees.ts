import type { Chair } from './parts/committees.ts';

/**
 * Does the name after `meeting:` mean this committee? By its whole code, or by its last word: `copil` names
 * `E-COPIL` in the Eure-et-Loir file and `L-COPIL` in another; `*` names any committee.
 */
export function namesCommittee(name: string, code: string): boolean {
	if (name === '*') return true;
	const wanted = name.toLowerCase();
	const full = code.toLowerCase();
	return full === wanted || full.endsWith(`-${wanted}`);
}

/** Who chairs, in words: the function named, or why nobody is known to. */
export function chairWords(chair: Chair): string {
	return typeof chair === 'string' ? chair : `À désigner (${chair.why})`;
}
