import { Temporal } from 'temporal-polyfill';
import { DayError, isDay } from '../days.ts';

/** A day, or a local date and time `2022-12-05T14:10` where a contract counts in minutes. */
export type Moment = string;

const SHAPE = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;

/** True for a real day, alone or with an hour. */
export function isMoment(value: unknown): value is Moment {
	if (typeof value !== 'string') return false;
	const match = SHAPE.exec(value);
	return match ? isDay(match[1]) : isDay(value);
}

/** That many minutes or hours later. A day without an hour stays that day: nothing finer is known. */
export function later(moment: Moment, count: number, unit: 'minute' | 'hour'): Moment {
	if (!isMoment(moment)) throw new DayError(`« ${moment} » n’est ni une date ni une date avec l’heure.`);
	if (isDay(moment)) return moment;
	const added = Temporal.PlainDateTime.from(moment).add(
		unit === 'minute' ? { minutes: count } : { hours: count }
	);
	return added.toString({ smallestUnit: added.second === 0 ? 'minute' : 'second' });
}
