import { dayOf, daysInMonth, isDay, isoWeek, isWeek, weekRange, type Day } from '../calendar/days.ts';

/** From the finest to the widest. */
export const grains = ['slot', 'day', 'week', 'month', 'year', 'mission'] as const;
/** How long a value lasts: a slot of a day, a day, a week, a month, a year, the whole mission. */
export type Grain = (typeof grains)[number];

/** A period as it is written: `2023-02-06T10:00/11:00`, `2023-02-06`, `2023-W06`, `2023-02`, `2023`, `mission`. */
export type At = string;

const SLOT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})\/(\d{2}):(\d{2})$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const YEAR = /^(19|2[01])\d\d$/;

/** How long the period lasts; null when it is not one that exists. A slot ends the day it begins, at 24:00 at most. */
export function grainOf(at: At): Grain | null {
	if (at === 'mission') return 'mission';
	if (isDay(at)) return 'day';
	if (isWeek(at)) return 'week';
	if (MONTH.test(at) && isDay(`${at}-01`)) return 'month';
	if (YEAR.test(at)) return 'year';
	const slot = SLOT.exec(at);
	if (!slot || !isDay(slot[1])) return null;
	const [from, to] = [minutes(slot[2]!, slot[3]!), minutes(slot[4]!, slot[5]!)];
	return from !== null && to !== null && from < to ? 'slot' : null;
}

function minutes(hour: string, minute: string): number | null {
	const at = Number(hour) * 60 + Number(minute);
	return Number(minute) < 60 && at <= 24 * 60 ? at : null;
}

/** The day a slot is in; null for anything else than a slot or a day. */
export const dayOfPeriod = (at: At): Day | null =>
	at.length >= 10 && isDay(at.slice(0, 10)) ? at.slice(0, 10) : null;

/** Its hours, `10:00` and `11:00`; null when it is not a slot. */
export function slotOf(at: At): { from: string; to: string } | null {
	const match = SLOT.exec(at);
	return match ? { from: `${match[2]}:${match[3]}`, to: `${match[4]}:${match[5]}` } : null;
}

/** First and last day; of the whole mission, every day there is. */
export function rangeOf(at: At): { from: Day; to: Day } {
	const day = dayOfPeriod(at);
	if (day) return { from: day, to: day };
	if (at === 'mission') return { from: '1900-01-01', to: '2199-12-31' };
	if (at.includes('W')) return weekRange(at);
	const [year, month] = [Number(at.slice(0, 4)), Number(at.slice(5, 7))];
	if (at.length === 7)
		return { from: dayOf(year, month, 1), to: dayOf(year, month, daysInMonth(year, month)) };
	return { from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) };
}

/** The period of that grain that holds the whole of `at`; null when `at` is wider, or lies across two. */
export function within(at: At, grain: Grain): At | null {
	const own = grainOf(at);
	if (own === null || grains.indexOf(own) > grains.indexOf(grain)) return null;
	if (own === grain) return at;
	if (grain === 'mission') return 'mission';
	const { from, to } = rangeOf(at);
	const name = (day: Day) =>
		grain === 'day' ? day : grain === 'week' ? isoWeek(day) : day.slice(0, grain === 'month' ? 7 : 4);
	return name(from) === name(to) ? name(from) : null;
}

/** Of which shorter periods a longer one is made, when it has no value of its own. */
export const madeOf: Record<Grain, Grain | null> = {
	slot: null,
	day: 'slot',
	week: 'day',
	month: 'day',
	year: 'month',
	mission: 'year'
};
