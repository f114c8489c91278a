import type { Cents } from '../money.ts';
import type { PenaltyStep } from '../words.ts';

/** The fields of a step that are amounts: whole cents, which JSON cannot hold exactly as numbers. */
const amounts = new Set(['value', 'raw', 'amount', 'threshold', 'total']);

/** Steps as the store keeps them: each amount as `"103333n"`. */
export const stepsToJson = (steps: readonly PenaltyStep[]): unknown =>
	JSON.parse(
		JSON.stringify(steps, (_key, value: unknown) =>
			typeof value === 'bigint' ? `${value.toString()}n` : value
		)
	);

/** Steps as core speaks of them. */
export const stepsFromJson = (stored: unknown): PenaltyStep[] =>
	JSON.parse(JSON.stringify(stored ?? []), (key, value: unknown) =>
		amounts.has(key) && typeof value === 'string' && /^\d+n$/.test(value)
			? BigInt(value.slice(0, -1))
			: value
	) as PenaltyStep[];

/** Cents as the store gives them, a number within 2^53. */
export const centsOf = (stored: number | null): Cents | null => (stored === null ? null : BigInt(stored));
