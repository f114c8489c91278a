import type { Day } from '../calendar/days.ts';
import type { Cents } from './money.ts';
import type { PenaltyStep } from './words.ts';

/**
 * How late penalties are worked out from a value: P = V × R × rate. `rate` is `per` over `divisor` for each day, so a
 * CCAG formula is 1/3000 and a CPS with 0.5 per thousand 0.5/1000.
 */
export type Formula = {
	/** What is multiplied: `1` for a CCAG, the rate per thousand for a CPS, as written. */
	per: number | string;
	divisor: number;
	/** Nothing is due while the total does not exceed it; null when the text has none. In the currency. */
	exemptUpTo: number | null;
	/** Without a value of its own, an item counts on the whole contract, as a CPS usually says. */
	onContract: boolean;
	/** In percent of the contract; `none` when the text sets none; `unstated` when the contract does not say, see its other papers. */
	cap: { percent: number | string } | 'none' | 'unstated';
	/** The articles, or where the figures come from. */
	source: string;
	/** What of it was not read in the text itself. */
	toCheck: string | null;
};

/** One late thing. Give the days, or the dates they follow from. */
export type DelayItem = {
	/** Value of the late part without tax, as written; left out: unknown, unless the whole counts. */
	base?: number | string | undefined;
	days?: number | undefined;
	/** The limit before extension; extended days are added to it and the result ends on a working day. */
	dueOn?: Day | undefined;
	deliveredOn?: Day | undefined;
	extensionDays?: number | undefined;
	/** The late part makes the whole unusable: the value is the contract's. */
	whole?: boolean | undefined;
	/** False: force majeure or not the contractor's doing. */
	attributable?: boolean | undefined;
};

/** Undetermined is not zero: no clause, no value, or a reading that a person has to choose. */
export type Amount = Cents | 'undetermined';

/** The result for one item. `days` null for a flat fact, or while the delivery day is not known. */
export type ItemResult = { days: number | null; raw: Amount; steps: PenaltyStep[] };

/** One of the amounts a disputed clause may give; `key` names it in input. */
export type ReadingResult = { key: string; reading: string; raw: Cents; due: Amount };

export type PenaltyResult = {
	raw: Amount;
	due: Amount;
	cap: { percent: string; amount: Cents; applied: boolean } | null;
	exemption: { threshold: Cents; applied: boolean } | null;
	items: ItemResult[];
	readings: ReadingResult[];
	/** Duties a fact triggers besides money, by code. */
	duties: string[];
	steps: PenaltyStep[];
	/** Flat amounts are written as the contract writes them, formulas to the cent. */
	flat: boolean;
};
