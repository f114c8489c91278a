import { addDays, type Day } from '../calendar/days.ts';
import { near } from './exact.ts';
import { shown } from './judge.ts';
import { rangeOf, type At } from './periods.ts';
import { quantitiesOf, quantityOf } from './quantities.ts';
import { seriesOf, type Judged } from './series.ts';
import { verdicts, type Exclusion, type Indicator, type Point, type Raw, type Verdict } from './types.ts';

/** The values of a mission: each quantity of each indicator. */
export type Values = (Raw & { code: string; quantity: string })[];

export type Window = { from: Day; to: Day };

/** A point as it is told and kept: no quotient, nothing to work out again. */
export type ToldPoint = {
	at: At;
	label: string;
	verdict: Verdict;
	/** Decimal text, never looking kept when it is missed; null when there is no value. */
	shown: string | null;
	/** To draw with. */
	drawn: number | null;
	reason: string | null;
	without: Day[];
};

/** What one threshold makes of what was measured. */
export type Judgement = {
	code: string;
	/** Its place among the indicator's thresholds; null where the document gives none. */
	threshold: number | null;
	points: ToldPoint[];
	counts: Record<Verdict, number>;
	last: ToldPoint | null;
};

export const told = (point: Point, judged: Judged): ToldPoint => ({
	at: point.at,
	label: point.label,
	verdict: point.verdict,
	shown: point.value && shown(point.value, judged),
	drawn: point.value && near(point.value),
	reason: point.reason,
	without: point.without
});

/** Does any of the period lie between the two days? */
export const touches = (at: At, { from, to }: Window): boolean => {
	const range = rangeOf(at);
	return range.from <= to && range.to >= from;
};

export function countOf(points: readonly { verdict: Verdict }[]): Record<Verdict, number> {
	const counts = Object.fromEntries(verdicts.map((one) => [one, 0])) as Record<Verdict, number>;
	for (const { verdict } of points) counts[verdict]++;
	return counts;
}

export type JudgeFacts = {
	values: Values;
	exclusions: readonly Exclusion[];
	today: Day;
	end?: Day | null;
};

/** The thresholds a series is made for: those of the contract, else none with the values alone. */
export const judgedOf = (indicator: Indicator): Judged[] =>
	indicator.thresholds.length > 0 ? indicator.thresholds : [null];

/** One indicator by each of its thresholds; `window` keeps the periods that touch it. */
export function judgementsOf(indicator: Indicator, facts: JudgeFacts, window?: Window): Judgement[] {
	return judgedOf(indicator).map((judged, place) => {
		const { key } = judged ? quantityOf(indicator, judged) : quantitiesOf(indicator)[0]!;
		const rows = facts.values.filter((one) => one.code === indicator.code && one.quantity === key);
		const points = seriesOf(indicator, judged, { ...facts, rows })
			.filter((one) => !window || touches(one.at, window))
			.map((one) => told(one, judged));
		return {
			code: indicator.code,
			threshold: judged ? place : null,
			points,
			counts: countOf(points),
			last: points.at(-1) ?? null
		};
	});
}

/**
 * What a committee looks at: from the day after it last met (or the beginning) to the day it meets, today at the
 * latest.
 * @param held the days on which it met before, in any order
 */
export function windowFor(meeting: Day, held: readonly Day[], beginning: Day, today: Day): Window {
	const before = held.filter((day) => day < meeting).sort();
	const last = before.at(-1);
	const from = last ? addDays(last, 1) : beginning;
	const to = meeting < today ? meeting : today;
	return { from: from > to ? to : from, to };
}
