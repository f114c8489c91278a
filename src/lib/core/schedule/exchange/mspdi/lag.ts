import type { LagUnit } from '../../network/types.ts';
import { MINUTES_PER_DAY } from './fields.ts';

const ELAPSED = new Set([4, 6, 8, 10, 12, 20]);
const DAYS = 7;
const ELAPSED_DAYS = 8;

/** `LinkLag` is in tenths of a minute; `LagFormat` says whether they run through nights and days off. */
export const writeLag = (lag: number, unit: LagUnit): { linkLag: number; lagFormat: number } => ({
	linkLag: lag * 10 * (unit === 'working' ? MINUTES_PER_DAY : 1440),
	lagFormat: unit === 'working' ? DAYS : ELAPSED_DAYS
});

/**
 * The lag in days. Minutes, hours, weeks and months are all kept in tenths of a minute; a percentage is of the
 * predecessor's duration. What is no whole number of days is rounded to the nearest, and said so.
 * @param minutesPerDay of the file
 * @param predecessorDays worked days and days of the calendar that the predecessor lasts
 */
export function readLag(
	linkLag: number,
	lagFormat: number,
	minutesPerDay: number,
	predecessorDays: { working: number; calendar: number }
): { lag: number; lagUnit: LagUnit; note: 'lag_percent' | 'lag_rounded' | null } {
	// A "?" after the unit (an estimate) is the same unit, 32 further.
	const format = lagFormat >= 35 ? lagFormat - 32 : lagFormat;
	const lagUnit: LagUnit = ELAPSED.has(format) ? 'calendar' : 'working';
	const isPercent = format === 19 || format === 20;
	const days = isPercent
		? (linkLag / 100) * predecessorDays[lagUnit]
		: linkLag / 10 / (lagUnit === 'working' ? minutesPerDay : 1440);
	const lag = Math.sign(days) * Math.round(Math.abs(days)) || 0;
	return { lag, lagUnit, note: isPercent ? 'lag_percent' : lag === days ? null : 'lag_rounded' };
}
