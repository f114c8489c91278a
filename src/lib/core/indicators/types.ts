import type { z } from 'zod';
import type { Day } from '../calendar/days.ts';
import type { indicatorSchema } from '../contract/parts/indicators.ts';
import type { Exact } from './exact.ts';
import type { At, Grain } from './periods.ts';

/** An indicator as the contract defines it. */
export type Indicator = z.output<typeof indicatorSchema>;
export type Threshold = Indicator['thresholds'][number];
export type Measure = NonNullable<Indicator['measure']>;

/** What is measured: the indicator's own value, or the other one that a threshold of it judges. */
export type Quantity = {
	/** `''` for the indicator's own, else the contract's words for what is measured. */
	key: string;
	measure: Measure | null;
	unit: string | null;
	/** One value per fact (a call, an interruption), not per period. */
	perFact: boolean;
	/** Judged for each of these apart (each item of a grid), in the contract's words; null when it is one value. */
	by: string | null;
	/** The periods a value may be given for, the usual one first. */
	grains: Grain[];
};

/** A value as somebody measured it. Decimals as text, so that nothing is rounded on the way. */
export type Raw = {
	at: At;
	/** Which fact of the day, or which item; `''` where the contract tells none apart. */
	label: string;
	/** Of a ratio what is counted, else the value; null says « sans objet ». */
	value: string | null;
	/** Of a ratio what it is divided by, of a mean how many were counted, of a gap the other mark; null when not told. */
	over: string | null;
};

/** A day both sides agree to leave out of the judgement; its values stay in the raw data. */
export type Exclusion = {
	day: Day;
	reason: string;
	/** The contract's register it is in. */ register: string;
};

export const verdicts = [
	'met',
	'breach',
	'not_applicable',
	'excluded',
	'undetermined',
	'open',
	'unjudged'
] as const;
/**
 * `not_applicable`: nothing to divide by, neither 100 % nor a breach. `excluded`: an exceptional day. `undetermined`: it
 * cannot be worked out from what was given. `open`: the period is not over. `unjudged`: the document gives no value.
 */
export type Verdict = (typeof verdicts)[number];

export type Point = {
	at: At;
	label: string;
	verdict: Verdict;
	/** What was measured, also on a day left out; null when nothing applies or can be worked out. */
	value: Exact | null;
	/** The reason of a day left out, for a value of that day. */
	reason: string | null;
	/** Of a longer period, the days left out of it. */
	without: Day[];
};
