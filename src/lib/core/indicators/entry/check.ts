import type { Day } from '../../calendar/days.ts';
import { compare, exact, zero } from '../exact.ts';
import { grainOf, rangeOf } from '../periods.ts';
import type { Quantity, Raw } from '../types.ts';

export const rawFaults = [
	'period_not_asked',
	'in_the_future',
	'label_missing',
	'label_not_asked',
	'label_too_long',
	'more_than_out_of'
] as const;
export type RawFault = (typeof rawFaults)[number];

/** What tells a value from another of the same quantity. */
export const keyOf = ({ at, label }: Pick<Raw, 'at' | 'label'>): string => `${at} ${label}`;

export const LABEL_LENGTH = 120;

/** What is wrong with a value before it is recorded, or null; the store asks the same again. */
export function checkRaw(row: Raw, quantity: Quantity, today: Day): RawFault | null {
	const grain = grainOf(row.at);
	if (grain === null || !quantity.grains.includes(grain)) return 'period_not_asked';
	if (grain !== 'mission' && rangeOf(row.at).from > today) return 'in_the_future';
	if (quantity.perFact || quantity.by !== null) {
		if (quantity.by !== null && row.label === '') return 'label_missing';
	} else if (row.label !== '') return 'label_not_asked';
	if (row.label.length > LABEL_LENGTH) return 'label_too_long';
	// « 5 appels pris sur 0 reçu » cannot be.
	const counted = row.value !== null && row.over !== null && quantity.measure?.kind === 'ratio';
	if (counted && compare(exact(row.over!), zero) === 0 && compare(exact(row.value!), zero) > 0)
		return 'more_than_out_of';
	return null;
}
