import type { Day } from '../calendar/days.ts';
import { combine } from './combine.ts';
import { meets } from './judge.ts';
import { dayOfPeriod, grainOf, grains, madeOf, rangeOf, within, type At, type Grain } from './periods.ts';
import { judgesFacts, quantityOf } from './quantities.ts';
import type { Exclusion, Indicator, Point, Quantity, Raw, Threshold, Verdict } from './types.ts';

/** What a series is judged by: a threshold of the contract, or none where the document gives no value. */
export type Judged = Pick<Threshold, 'op' | 'value' | 'max' | 'period' | 'measure' | 'unit'> | null;

export type SeriesFacts = {
	/** The rows of one quantity, in any order, at most one per period and label. */
	rows: readonly Raw[];
	exclusions: readonly Exclusion[];
	/** The mission's day: a week, a month, a year or a mission is judged once it is over. */
	today: Day;
	/** The mission's last day, when there is one. */
	end?: Day | null;
};

/**
 * The values of an indicator as one threshold sees them, in order of time. Days left out keep their value and are not
 * judged; longer periods are worked out without them.
 */
export function seriesOf(indicator: Indicator, judged: Judged, facts: SeriesFacts): Point[] {
	const quantity = judged ? quantityOf(indicator, judged) : quantityWithout(indicator);
	const reasons = new Map(
		facts.exclusions
			.filter((one) => one.register === indicator.excludes)
			.map((one) => [one.day, one.reason])
	);
	const one = (at: At, label: string, rows: readonly Raw[]): Point =>
		pointOf({ at, label, rows, quantity, judged, reasons, facts });
	if (quantity.perFact || (judged && judgesFacts(judged)))
		return [...facts.rows]
			.filter((row) => grainOf(row.at) === 'day' || grainOf(row.at) === 'slot')
			.sort(byTime)
			.map((row) => one(row.at, row.label, [row]));
	const grain = judged ? (judged.period as Grain) : quantity.grains[0]!;
	const points: Point[] = [];
	for (const [label, rows] of groups(facts.rows, (row) => row.label)) {
		const periods = new Set(rows.map((row) => within(row.at, grain)).filter((at) => at !== null));
		const index = indexOf(rows);
		for (const at of periods) points.push(one(at, label, covering(at, grain, index)));
	}
	return points.sort(byTime);
}

const quantityWithout = (indicator: Indicator): Quantity =>
	quantityOf(indicator, { period: 'day', measure: undefined, unit: undefined });

const byTime = (a: { at: At; label: string }, b: { at: At; label: string }): number =>
	a.at === b.at ? (a.label < b.label ? -1 : 1) : a.at < b.at ? -1 : 1;

function groups<T, K>(list: readonly T[], key: (one: T) => K): Map<K, T[]> {
	const found = new Map<K, T[]>();
	for (const one of list) {
		const known = found.get(key(one));
		if (known) known.push(one);
		else found.set(key(one), [one]);
	}
	return found;
}

/** The rows by period, and the shorter periods that hold any by the longer one they make. */
function indexOf(rows: readonly Raw[]) {
	const own = new Map<At, Raw>(rows.map((row) => [row.at, row]));
	const parts = new Map<At, Set<At>>();
	for (const row of rows) {
		for (let at = row.at; ;) {
			const grain = grainOf(at)!;
			const wider = grains.filter((one) => madeOf[one] === grain);
			for (const one of wider) {
				const whole = within(at, one);
				if (whole !== null) (parts.get(whole) ?? parts.set(whole, new Set()).get(whole)!).add(at);
			}
			// Weeks end there: a month is not made of them.
			const next = wider.filter((one) => one !== 'week').map((one) => within(at, one))[0];
			if (next === undefined || next === null) break;
			at = next;
		}
	}
	return { own, parts };
}

/** The rows a period's value is made of: its own when it has one, else those of the periods inside it. */
function covering(at: At, grain: Grain, index: ReturnType<typeof indexOf>): Raw[] {
	const own = index.own.get(at);
	const shorter = madeOf[grain];
	if (own || shorter === null) return own ? [own] : [];
	return [...(index.parts.get(at) ?? [])].flatMap((part) => covering(part, shorter, index));
}

type Made = {
	at: At;
	label: string;
	rows: readonly Raw[];
	quantity: Quantity;
	judged: Judged;
	reasons: ReadonlyMap<Day, string>;
	facts: SeriesFacts;
};

function pointOf({ at, label, rows, quantity, judged, reasons, facts }: Made): Point {
	const day = dayOfPeriod(at);
	const reason = day === null ? null : (reasons.get(day) ?? null);
	const leftOut = (row: Raw) => day === null && reasons.has(dayOfPeriod(row.at) ?? '');
	const without = [...new Set(rows.filter(leftOut).map((row) => dayOfPeriod(row.at)!))].sort();
	const kept = rows.filter((row) => !leftOut(row));
	const point = { at, label, reason, without };
	if (kept.length === 0) return { ...point, verdict: 'excluded', value: null };
	const made = combine(kept, quantity.measure, quantity.unit);
	const value = made.kind === 'value' ? made.value : null;
	if (reason !== null) return { ...point, verdict: 'excluded', value };
	if (made.kind !== 'value') return { ...point, verdict: made.kind, value };
	return { ...point, verdict: judge(), value };

	function judge(): Verdict {
		if (judged === null) return 'unjudged';
		if (day === null && (at === 'mission' ? (facts.end ?? '2199-12-31') : rangeOf(at).to) >= facts.today)
			return 'open';
		return meets(made.kind === 'value' ? made.value : never(), judged) ? 'met' : 'breach';
	}
}

function never(): never {
	throw new Error('Judged without a value');
}
