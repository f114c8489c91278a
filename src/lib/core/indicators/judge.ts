import { compare, exact, rounded, type Exact } from './exact.ts';
import type { Threshold } from './types.ts';

export type Bound = Pick<Threshold, 'op' | 'value' | 'max'>;

/** Contract figures are JSON numbers; they are read as they are written. A negative bound judges nothing we keep. */
const bound = (value: number): Exact => exact(String(value));

/** Is the threshold kept? Compared before anything is rounded: 94.995 % misses 95 %. */
export function meets(value: Exact, { op, value: low, max }: Bound): boolean {
	const side = compare(value, bound(low));
	if (op === '>=') return side >= 0;
	if (op === '<=') return side <= 0;
	if (op === '>') return side > 0;
	if (op === '<') return side < 0;
	if (op === '=') return side === 0;
	return side >= 0 && compare(value, bound(max ?? low)) <= 0;
}

/**
 * The value as it is shown: two decimals, or as many more as it takes not to look kept when it is missed (94.995 %,
 * not 95 %).
 */
export function shown(value: Exact, threshold: Bound | null, least = 2): string {
	for (let decimals = least; decimals < 6; decimals++) {
		const text = rounded(value, decimals);
		if (!threshold) return text;
		const read = exact(text);
		if (meets(read, threshold) === meets(value, threshold)) return text;
	}
	return rounded(value, 6);
}
