import { dayOfSerial, serialOf, weekdayOfSerial } from './serial.ts';

/** A civil day, `YYYY-MM-DD`. Never an instant: it has no hour and no time zone. */
export type Day = string;

/** An ISO 8601 week, `2019-W44`. */
export type Week = string;

export type DayUnit = 'day' | 'week' | 'month' | 'year';

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const WEEK_SHAPE = /^(\d{4})-W(\d{2})$/;
/** Outside these years the calendars mean nothing; arithmetic that leaves them is refused. */
const FIRST = '1900-01-01';
const LAST = '2199-12-31';

/** A date that does not exist or that the calendar does not cover; the message is for the person. */
export class DayError extends Error {
	override name = 'DayError';
}

function serial(day: Day): number {
	const { year, month, date } = partsOf(day);
	return serialOf(year, month, date);
}

function inRange(day: Day): Day {
	if (day < FIRST || day > LAST)
		throw new DayError(`La date ${day} sort de la période gérée (1900 à 2199).`);
	return day;
}

/** True for a real day written `YYYY-MM-DD`, between 1900 and 2199. */
export function isDay(value: unknown): value is Day {
	if (typeof value !== 'string' || !SHAPE.test(value) || value < FIRST || value > LAST) return false;
	const [month, date] = [digits(value, 5, 7), digits(value, 8, 10)];
	return month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(digits(value, 0, 4), month);
}

/** The number written between two places of a day. Read by hand: every computation of a date goes through here. */
function digits(value: string, from: number, to: number): number {
	let found = 0;
	for (let at = from; at < to; at++) found = found * 10 + value.charCodeAt(at) - 48;
	return found;
}

/**
 * Reads a day.
 * @throws DayError when it is not a real day written `YYYY-MM-DD`.
 */
export function parseDay(value: string): Day {
	if (isDay(value)) return value;
	throw new DayError(`« ${value} » n’est pas une date : écrivez AAAA-MM-JJ, par exemple 2019-10-29.`);
}

/** The number of days of a month (1 to 12). */
export function daysInMonth(year: number, month: number): number {
	if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
	return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day written from its numbers; the date is clipped to the month's last day. */
export function dayOf(year: number, month: number, date: number): Day {
	const clipped = Math.min(date, daysInMonth(year, month));
	return inRange(`${pad(year, 4)}-${pad(month, 2)}-${pad(clipped, 2)}`);
}

function pad(value: number, width: number): string {
	return String(value).padStart(width, '0');
}

/** Year, month (1 to 12) and date of a day. */
export function partsOf(day: Day): { year: number; month: number; date: number } {
	parseDay(day);
	return { year: digits(day, 0, 4), month: digits(day, 5, 7), date: digits(day, 8, 10) };
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
	return inRange(dayOfSerial(serial(day) + count));
}

/**
 * The day `count` months later: the same day number, else the month's last day.
 * Repetitions are always counted from their first day (31 Jan, 29 Feb, 31 Mar), never from the one before.
 */
export function addMonths(anchor: Day, count: number): Day {
	const { year, month, date } = partsOf(anchor);
	const index = year * 12 + (month - 1) + count;
	return dayOf(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, date);
}

/** The day `count` units later; weeks are seven days, years twelve months. */
export function addUnits(day: Day, count: number, unit: DayUnit): Day {
	if (unit === 'day') return addDays(day, count);
	if (unit === 'week') return addDays(day, count * 7);
	return addMonths(day, unit === 'month' ? count : count * 12);
}

/** How many days from `from` to `to`; negative when `to` is earlier. */
export function diffDays(from: Day, to: Day): number {
	return serial(to) - serial(from);
}

/** 1 for Monday … 7 for Sunday (ISO 8601). */
export function weekday(day: Day): number {
	return weekdayOfSerial(serial(day));
}

/** The ISO week of a day: `2019-W44`. The year is the week's, not always the day's. */
export function isoWeek(day: Day): Week {
	// A week belongs to the year of its Thursday.
	const at = serial(day);
	const thursday = at + 4 - weekdayOfSerial(at);
	const year = Number(dayOfSerial(thursday).slice(0, 4));
	return `${pad(year, 4)}-W${pad(Math.floor((thursday - serialOf(year, 1, 1)) / 7) + 1, 2)}`;
}

/** True for a week that exists: `2020-W53` does, `2019-W53` does not. */
export function isWeek(value: unknown): value is Week {
	if (typeof value !== 'string') return false;
	const monday = mondayOf(value);
	return monday !== null && isoWeek(monday) === value;
}

function mondayOf(week: string): Day | null {
	const match = WEEK_SHAPE.exec(week);
	if (!match) return null;
	const fourth = `${match[1]}-01-04`;
	if (!isDay(fourth) || Number(match[2]) < 1) return null;
	const monday = addDays(fourth, 1 - weekday(fourth) + (Number(match[2]) - 1) * 7);
	return monday;
}

/**
 * Monday and Sunday of an ISO week.
 * @throws DayError when there is no such week.
 */
export function weekRange(week: Week): { from: Day; to: Day } {
	const monday = mondayOf(week);
	if (monday === null || isoWeek(monday) !== week) {
		throw new DayError(`« ${week} » n’est pas une semaine : écrivez AAAA-Wss, par exemple 2019-W44.`);
	}
	return { from: monday, to: addDays(monday, 6) };
}

/** The ISO week after (or `count` weeks after, before when negative). */
export function nextWeek(week: Week, count = 1): Week {
	return isoWeek(addDays(weekRange(week).from, 7 * count));
}

/** The ISO week before. */
export function previousWeek(week: Week): Week {
	return nextWeek(week, -1);
}

/** The month of a day, `2019-11`. */
export function monthOf(day: Day): string {
	return parseDay(day).slice(0, 7);
}
