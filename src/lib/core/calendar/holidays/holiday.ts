import type { Day } from '../days.ts';

/**
 * A public holiday. `estimated`: a feast that follows the moon, computed and not announced yet;
 * somebody has to confirm it.
 */
export type Holiday = { day: Day; label: string; status: 'confirmed' | 'estimated' };

/** All holidays of one year, in any order. */
export type YearOfHolidays = (year: number) => Holiday[];
