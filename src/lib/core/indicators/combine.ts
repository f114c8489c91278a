import { add, compare, exact, gap, over, times, zero, type Exact } from './exact.ts';
import type { Measure, Raw } from './types.ts';

export type Combined =
	| { kind: 'value'; value: Exact }
	| { kind: 'not_applicable' }
	/** `weights`: a rate or a mean was given without the number it is out of, so several do not add up. */
	| { kind: 'undetermined' };

const hundred: Exact = { top: 100n, bottom: 1n };
const applies = (row: Raw): row is Raw & { value: string } => row.value !== null;

/** Nothing was counted: neither 100 % nor 0. A gap is between two marks, where 0 is a mark. */
const nothing = (row: Raw, kind: Measure['kind'] | undefined): boolean =>
	!applies(row) ||
	((kind === 'ratio' || kind === 'mean') && row.over !== null && compare(exact(row.over), zero) === 0);

/**
 * The value of a period out of what was measured in it. Ratios are the sum of what was counted over the sum it is out
 * of, means are weighted, a maximum and a gap keep the worst, counts add up. Nothing is rounded.
 * @param unit `%` makes a quotient a percentage
 */
export function combine(rows: readonly Raw[], measure: Measure | null, unit: string | null): Combined {
	const kind = measure?.kind;
	const counted = rows.filter((row) => !nothing(row, kind)).filter(applies);
	if (counted.length === 0) return { kind: 'not_applicable' };
	const value = valueOf(counted, kind, unit);
	return value === null ? { kind: 'undetermined' } : { kind: 'value', value };
}

type Counted = Raw & { value: string };

function valueOf(
	rows: readonly Counted[],
	kind: Measure['kind'] | undefined,
	unit: string | null
): Exact | null {
	const [first] = rows;
	if (kind === 'maximum' || kind === 'gap') return rows.map((row) => one(row, kind)).reduce(greater);
	if (kind === 'count') return rows.map((row) => exact(row.value)).reduce(add);
	const weighted = rows.every((row) => row.over !== null);
	if (rows.length === 1 && first && !(kind === 'ratio' && weighted)) return exact(first.value);
	if (!weighted || kind === undefined) return null;
	const bottom = rows.map((row) => exact(row.over!)).reduce(add);
	if (kind === 'mean')
		return over(rows.map((row) => times(exact(row.value), exact(row.over!))).reduce(add), bottom);
	const quotient = over(rows.map((row) => exact(row.value)).reduce(add), bottom);
	return unit === '%' ? times(quotient, hundred) : quotient;
}

const one = (row: Counted, kind: 'maximum' | 'gap'): Exact =>
	kind === 'gap' && row.over !== null ? gap(exact(row.value), exact(row.over)) : exact(row.value);
const greater = (a: Exact, b: Exact): Exact => (compare(a, b) >= 0 ? a : b);
