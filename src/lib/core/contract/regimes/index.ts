import { ccagFcs2021 } from './ccag-fcs-2021.ts';
import { ccagPi2009 } from './ccag-pi-2009.ts';
import { ccagPi2021 } from './ccag-pi-2021.ts';
import { cps } from './cps.ts';
import { simple } from './simple.ts';
import { unknownRegime } from './unknown.ts';
import type { Regime, RegimeName } from './types.ts';

export { isStated, regimeNames } from './types.ts';
export type {
	Adjournment,
	DecisionWords,
	Delay,
	FromContract,
	Hearing,
	Notification,
	PenaltyFormula,
	Regime,
	RegimeName,
	Sourced,
	Unknown,
	Verification
} from './types.ts';

const all: Record<RegimeName, Regime> = {
	unknown: unknownRegime,
	'ccag-pi-2009': ccagPi2009,
	'ccag-pi-2021': ccagPi2021,
	'ccag-fcs-2021': ccagFcs2021,
	cps,
	simple
};

/** What the general conditions of that name say. Total: an unknown regime is a record too, without any figure. */
export function regimeOf(name: RegimeName): Regime {
	return all[name];
}
