import { isStated, regimeOf, type RegimeName } from '../contract/regimes/index.ts';
import type { Contract } from '../contract/schema.ts';
import type { Formula } from './types.ts';

/** What a CPS fixes by itself: a rate per thousand and per day, a cap in percent, as written. */
export type OwnRate = { rate?: number | string | undefined; cap?: number | string | undefined };

/**
 * The formula of a regime. The general conditions give theirs; a CPS has only the rate and cap it states.
 * @returns why there is none, when nothing states one: the penalty is then undetermined, never 0.
 */
export function formulaOf(
	regime: RegimeName,
	own: OwnRate = {}
): { formula: Formula } | { formula: null; why: string } {
	const { penalty, title } = regimeOf(regime);
	if (isStated(penalty)) {
		const { divisor, exemptUpTo, capPercent, source, toCheck } = penalty;
		const cap = capPercent === null ? 'none' : { percent: capPercent };
		return { formula: { per: 1, divisor, exemptUpTo, onContract: false, cap, source, toCheck } };
	}
	if (penalty === 'from_contract' && own.rate !== undefined) {
		const source = 'taux par mille et par jour fixé par le contrat';
		const formula: Formula = {
			per: own.rate,
			divisor: 1000,
			exemptUpTo: null,
			onContract: true,
			cap: own.cap === undefined ? 'unstated' : { percent: own.cap },
			source,
			toCheck: null
		};
		return { formula };
	}
	if (penalty === 'from_contract') return { formula: null, why: `${title} : taux non indiqué, voir CPS` };
	return { formula: null, why: 'aucune clause de pénalités n’est chargée, voir CCAP/CPS' };
}

/** The formula a contract file gives for late days: its own rate wins over its regime's. */
export function contractFormula(contract: Contract): ReturnType<typeof formulaOf> {
	const { penalties, regime } = contract;
	const own = penalties.items.find((item) => item.rate !== undefined);
	if (own) return formulaOf('cps', { rate: own.rate, cap: penalties.cap });
	const found = formulaOf(regime);
	if (found.formula === null && penalties.why) return { formula: null, why: penalties.why };
	return found;
}
