import type { Contract } from '../../contract/schema.ts';
import { contractFormula } from '../formulas.ts';
import type { Cents } from '../money.ts';
import type { PenaltyStep } from '../words.ts';
import type { PenaltyLine } from './types.ts';

/** An amount and how many lines it is of; those without an amount are counted apart, for they are not zero. */
export type Total = { amount: Cents; count: number; undetermined: number };

/** Four amounts that are never added to one another: what a line costs is in one of them only. */
export type Totals = { simulated: Total; notified: Total; decided: Total; charged: Total; waived: number };

export function totalsOf(lines: readonly PenaltyLine[]): Totals {
	const of = (kept: PenaltyLine[], amount: (line: PenaltyLine) => Cents | null): Total => {
		const known = kept.map(amount).filter((one) => one !== null);
		return {
			amount: known.reduce((sum, one) => sum + one, 0n),
			count: kept.length,
			undetermined: kept.length - known.length
		};
	};
	const staged = (...stages: string[]) => lines.filter((one) => stages.includes(one.stage));
	const final = (stage: string) => staged(stage).filter((one) => one.decision !== 'waived');
	return {
		simulated: of(staged('detected', 'computed'), (one) => one.amount),
		notified: of(staged('invited', 'commented'), (one) => one.amount),
		decided: of(final('decided'), (one) => one.decided),
		charged: of(final('charged'), (one) => one.decided),
		waived: lines.filter((one) => one.decision === 'waived').length
	};
}

/** What a line counts for against the mission's whole: what was decided of it, else what was worked out. */
export const weightOf = (line: PenaltyLine): Cents =>
	line.stage === 'lapsed' ? 0n : line.decision ? (line.decided ?? 0n) : (line.amount ?? 0n);

/**
 * The cap and the exemption of the whole, as steps: the cap bears on the sum, then the exemption on what is left (that
 * order is a convention). What the contract does not say is said not to be said.
 */
export function wholeSteps(contract: Contract, lines: readonly PenaltyLine[]): PenaltyStep[] {
	const { formula } = contractFormula(contract);
	const raw = lines.reduce((sum, one) => sum + weightOf(one), 0n);
	if (formula === null) {
		const { cap } = contract.penalties;
		if (cap !== undefined) return [{ key: 'cap_unknown', percent: String(cap) }];
		return contract.penalties.undetermined ? [] : [{ key: 'no_cap', stated: false }];
	}
	const steps: PenaltyStep[] = [];
	const cap = lines.findLast((one) => one.cap !== null)?.cap ?? null;
	if (formula.cap === 'none' || formula.cap === 'unstated')
		steps.push({ key: 'no_cap', stated: formula.cap === 'none' });
	else if (cap === null) steps.push({ key: 'cap_unknown', percent: String(formula.cap.percent) });
	else steps.push({ key: 'cap', percent: String(formula.cap.percent), amount: cap, applied: raw > cap });
	const capped = cap !== null && raw > cap ? cap : raw;
	const exempt = lines.findLast((one) => one.exempt !== null)?.exempt ?? null;
	if (exempt !== null && capped > 0n)
		steps.push({ key: 'exempt', threshold: exempt, applied: capped <= exempt, total: capped });
	return steps;
}
