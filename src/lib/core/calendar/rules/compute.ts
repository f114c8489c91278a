import {
	addDays,
	addUnits,
	dayOf,
	daysInMonth,
	isDay,
	partsOf,
	weekday,
	type Day,
	type DayUnit
} from '../days.ts';
import { lastWorking, nextWorking, type Calendar } from '../calendar.ts';
import { weekdays, type Rule } from './schema.ts';
import { later, type Moment } from './moment.ts';

/**
 * The three dates of an obligation.
 * `nominal`: plain arithmetic. `due`: what counts for lateness. `advised`: the last working day not later than due.
 * All null while the rule is to be set (`tbd`). With `within` minutes or hours, `nominal` and `due` carry the hour.
 */
export type Deadline = { nominal: Moment | null; due: Moment | null; advised: Day | null };

/** A rule that cannot be computed for this event; the message is for the person. */
export class RuleError extends Error {
	override name = 'RuleError';
}

const none: Deadline = { nominal: null, due: null, advised: null };

/**
 * Computes one occurrence of a rule.
 * @param event the day of the event the rule names (an instant is welcome for `within`); for rules that name none
 *   (weekly, day of month …) a day of the period; ignored by rules written on fixed dates.
 * @param occurrence which repetition of an `every` rule, 1 for the first.
 * @throws RuleError when the rule needs an event and none is given; DayError when a date leaves 1900–2199.
 */
export function computeRule(rule: Rule, event: Moment | null, calendar: Calendar, occurrence = 1): Deadline {
	if ('tbd' in rule) return none;
	const { nominal, due } = dates(rule, event, calendar, occurrence);
	return { nominal, due, advised: lastWorking(calendar, due.slice(0, 10)) };
}

/** All of the first `count` repetitions of an `every` rule. */
export function computeOccurrences(rule: Rule, event: Day, calendar: Calendar, count: number): Deadline[] {
	return Array.from({ length: count }, (_, index) => computeRule(rule, event, calendar, index + 1));
}

type Pair = { nominal: Moment; due: Moment };
const same = (day: Moment): Pair => ({ nominal: day, due: day });

function dates(
	rule: Exclude<Rule, { tbd: true }>,
	event: Moment | null,
	calendar: Calendar,
	k: number
): Pair {
	const at = (): Day => {
		if (event === null)
			throw new RuleError('Cette règle compte à partir d’un évènement : donnez sa date.');
		return event.slice(0, 10);
	};
	if ('after' in rule) {
		if (isWorkingUnit(rule.unit)) return same(countDays(at(), rule.count, 1, rule.unit, calendar));
		const nominal = addUnits(at(), rule.count, rule.unit as DayUnit);
		const rolls = !('roll' in rule) || rule.roll !== 'none';
		return { nominal, due: rolls ? nextWorking(calendar, nominal) : nominal };
	}
	if ('before' in rule) {
		if (isWorkingUnit(rule.unit)) return same(countDays(at(), rule.count, -1, rule.unit, calendar));
		return same(addUnits(at(), -rule.count, rule.unit));
	}
	if ('by' in rule) return same(isDay(rule.by) ? rule.by : at());
	if ('strictly_before' in rule) {
		return same(addDays(isDay(rule.strictly_before) ? rule.strictly_before : at(), -1));
	}
	if ('following_week' in rule) {
		const sunday = addDays(at(), 14 - weekday(at()));
		return { nominal: sunday, due: lastOfWeek(sunday, calendar) };
	}
	if ('weekly' in rule) {
		const nominal = addDays(at(), 1 + weekdays.indexOf(rule.weekly) - weekday(at()));
		return { nominal, due: lastOfWeek(nominal, calendar) };
	}
	if ('day_of_month' in rule) {
		const { year, month } = monthAfter(at(), rule.month_offset ?? 0);
		return same(dayOf(year, month, rule.day_of_month));
	}
	if ('working_day_of_month' in rule) {
		const { year, month } = monthAfter(at(), rule.month_offset ?? 0);
		const unit = rule.week === 'mon_sat' ? 'workable_day' : 'working_day';
		return same(nthOfMonth(year, month, rule.working_day_of_month, unit, calendar));
	}
	if ('first_week_of_month' in rule) {
		const { year, month } = monthAfter(at(), rule.month_offset ?? 0);
		const first = nthOfMonth(year, month, 1, 'working_day', calendar);
		const nominal = addDays(first, 1 + weekdays.indexOf(rule.first_week_of_month) - weekday(first));
		return { nominal, due: lastOfWeek(nominal, calendar) };
	}
	if ('end_of_month' in rule) {
		const year = partsOf(at()).year + (rule.year_offset ?? 0);
		return same(dayOf(year, rule.end_of_month, daysInMonth(year, rule.end_of_month)));
	}
	if ('every' in rule) return same(addUnits(at(), rule.every * k, rule.unit));
	if ('on' in rule) {
		if (event === null) throw new RuleError('Cette règle attend un évènement : donnez sa date.');
		return same('within' in rule ? later(event, rule.within, rule.unit) : event);
	}
	return same(isDay(rule.to) ? rule.to : at());
}

function isWorkingUnit(unit: string): unit is 'working_day' | 'workable_day' {
	return unit === 'working_day' || unit === 'workable_day';
}

/** The count-th working (Monday to Friday) or workable (to Saturday) day away; the event's own day is not counted. */
function countDays(
	from: Day,
	count: number,
	step: 1 | -1,
	unit: 'working_day' | 'workable_day',
	calendar: Calendar
): Day {
	const counts = unit === 'working_day' ? calendar.isWorking : calendar.isWorkable;
	let day = from;
	for (let left = count; left > 0;) {
		day = addDays(day, step);
		if (counts(day)) left--;
	}
	return day;
}

/**
 * The last working day of that day's ISO week that is not later. When the week holds none (a Monday rule on a
 * holiday), the date stays where the contract puts it rather than slipping into the week before.
 */
function lastOfWeek(day: Day, calendar: Calendar): Day {
	const monday = addDays(day, 1 - weekday(day));
	const found = lastWorking(calendar, day);
	return found < monday ? day : found;
}

function monthAfter(day: Day, offset: number): { year: number; month: number } {
	const { year, month } = partsOf(day);
	const index = year * 12 + month - 1 + offset;
	return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}

function nthOfMonth(
	year: number,
	month: number,
	nth: number,
	unit: 'working_day' | 'workable_day',
	calendar: Calendar
): Day {
	const first = dayOf(year, month, 1);
	const counts = unit === 'working_day' ? calendar.isWorking : calendar.isWorkable;
	const day = countDays(first, counts(first) ? nth - 1 : nth, 1, unit, calendar);
	if (partsOf(day).month === month) return day;
	throw new RuleError(`Le mois ${first.slice(0, 7)} n’a pas ${nth} jours travaillés : corrigez la règle.`);
}
