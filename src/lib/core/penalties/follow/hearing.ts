import { isStated, regimeOf, type RegimeName } from '../../contract/regimes/index.ts';

/**
 * Must the contractor be invited to comment before a penalty is decided? `required`: the general conditions say so,
 * with the least number of days; `none`: they have no such step; `unknown`: the papers at hand do not say.
 */
export type Hearing = { needed: 'required' | 'none' | 'unknown'; days: number | null; source: string | null };

/** The adversarial step of a regime. The store keeps the same rows, and a test holds the two equal. */
export function hearingOf(regime: RegimeName): Hearing {
	const { penalty } = regimeOf(regime);
	if (!isStated(penalty)) return { needed: 'unknown', days: null, source: null };
	if (!penalty.adversarial) return { needed: 'none', days: null, source: penalty.source };
	return { needed: 'required', days: penalty.observationsWithin?.count ?? null, source: penalty.source };
}
