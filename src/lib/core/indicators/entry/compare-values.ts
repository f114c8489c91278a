import { keyOf } from './check.ts';
import { compare, exact } from '../exact.ts';
import type { Raw } from '../types.ts';

/** A value as the store holds it now. */
export type Kept = Raw & { id: string; /** Taken back: its place is empty again. */ withdrawn?: boolean };

export type Difference<T extends Raw = Raw> = {
	/** Nothing was known of it. */
	added: T[];
	/** The store says the same already. */
	same: T[];
	/** The store says otherwise: a correction, which needs a reason. */
	changed: { row: T; before: Kept }[];
};

const sameNumber = (a: string | null, b: string | null): boolean =>
	a === null || b === null ? a === b : compare(exact(a), exact(b)) === 0;

export const sameValue = (a: Raw, b: Raw): boolean =>
	sameNumber(a.value, b.value) && sameNumber(a.over, b.over);

/** What recording these rows would do, beside what is kept. */
export function differences<T extends Raw>(rows: readonly T[], kept: readonly Kept[]): Difference<T> {
	const known = new Map(kept.map((one) => [keyOf(one), one]));
	const found: Difference<T> = { added: [], same: [], changed: [] };
	for (const row of rows) {
		const before = known.get(keyOf(row));
		if (!before) found.added.push(row);
		else if (!before.withdrawn && sameValue(row, before)) found.same.push(row);
		else found.changed.push({ row, before });
	}
	return found;
}
