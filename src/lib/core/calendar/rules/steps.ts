import type { Calendar } from '../calendar.ts';
import { addDays, isDay, isoWeek, weekday, type Day } from '../days.ts';
import { computeRule, type Deadline } from './compute.ts';
import type { Moment } from './moment.ts';
import { eventsIn, type Rule } from './schema.ts';

/**
 * One step of how a date was reached, without words: a language table (`words/`) says it. `result` is always the day
 * the step gives. `off`: why that day is not worked, a holiday's name or null for a week-end.
 */
export type Step =
	| { key: 'to_be_set'; why: string }
	| { key: 'awaiting'; event: string }
	/** `hidden`: the feasts that a count of working days passes over. */
	| { key: 'after' | 'before'; from: Day; count: number; unit: string; result: Day; hidden?: Feast[] }
	| { key: 'by'; result: Day }
	| { key: 'strictly_before'; limit: Day; result: Day }
	| { key: 'following_week'; from: Day; week: string; result: Day }
	| { key: 'weekly'; weekday: string; week: string; result: Day }
	/** `later`: how many months after the period's own. */
	| { key: 'day_of_month'; date: number; later: number; result: Day }
	| {
			key: 'working_day_of_month';
			nth: number;
			workable: boolean;
			later: number;
			result: Day;
			hidden?: Feast[];
	  }
	| { key: 'first_week_of_month'; weekday: string; later: number; result: Day }
	| { key: 'end_of_month'; result: Day }
	| { key: 'every'; from: Day; k: number; count: number; unit: string; result: Day }
	| { key: 'same_day'; result: Day }
	| { key: 'within'; count: number; unit: string; result: Day; hour: string | null }
	| { key: 'period'; result: Day }
	| { key: 'moved'; off: string | null; forward: boolean; result: Day }
	/** `off` undefined: already said by the step before. */
	| { key: 'advised'; off: string | null | undefined; result: Day };

export type Feast = { day: Day; label: string };

/**
 * How the dates of a rule come about, step by step: the sum, then what a day off changed, then the advised day.
 * Without the day of its event, the one step says what the rule waits for.
 * @throws RuleError, DayError like `computeRule`
 */
export function ruleSteps(rule: Rule, event: Moment | null, calendar: Calendar, occurrence = 1): Step[] {
	if ('tbd' in rule) return [{ key: 'to_be_set', why: rule.why }];
	const missing = eventsIn(rule)[0];
	if (event === null && missing !== undefined) return [{ key: 'awaiting', event: missing }];
	const dates = computeRule(rule, event, calendar, occurrence);
	return [sum(rule, event, dates, occurrence, calendar), ...shifts(dates, calendar)];
}

/** The feasts between two days that would have been worked, the first day left out as the counts do. */
function feasts(one: Day, other: Day, workable: boolean, calendar: Calendar): { hidden?: Feast[] } {
	const [from, to] = one < other ? [addDays(one, 1), other] : [other, addDays(one, -1)];
	if (from > to) return {};
	const last = workable ? 6 : 5;
	const hidden = calendar
		.holidays(from, to)
		.filter(({ day }) => weekday(day) <= last)
		.map(({ day, label }) => ({ day, label }));
	return hidden.length > 0 ? { hidden } : {};
}

const isWorking = (unit: string) => unit === 'working_day' || unit === 'workable_day';

function sum(
	rule: Exclude<Rule, { tbd: true }>,
	event: Moment | null,
	dates: Deadline,
	k: number,
	calendar: Calendar
): Step {
	const result = dates.nominal?.slice(0, 10) ?? '';
	const from = event?.slice(0, 10) ?? '';
	if ('after' in rule || 'before' in rule) {
		const { count, unit } = rule;
		const passed = isWorking(unit) ? feasts(from, result, unit === 'workable_day', calendar) : {};
		return { key: 'after' in rule ? 'after' : 'before', from, count, unit, result, ...passed };
	}
	if ('by' in rule) return { key: 'by', result };
	if ('strictly_before' in rule) {
		const limit = isDay(rule.strictly_before) ? rule.strictly_before : from;
		return { key: 'strictly_before', limit, result };
	}
	if ('following_week' in rule) return { key: 'following_week', from, week: isoWeek(result), result };
	if ('weekly' in rule) return { key: 'weekly', weekday: rule.weekly, week: isoWeek(result), result };
	const later = 'month_offset' in rule ? (rule.month_offset ?? 0) : 0;
	if ('day_of_month' in rule) return { key: 'day_of_month', date: rule.day_of_month, later, result };
	if ('working_day_of_month' in rule) {
		const workable = rule.week === 'mon_sat';
		const eve = addDays(`${result.slice(0, 7)}-01`, -1);
		const passed = feasts(eve, result, workable, calendar);
		return {
			key: 'working_day_of_month',
			nth: rule.working_day_of_month,
			workable,
			later,
			result,
			...passed
		};
	}
	if ('first_week_of_month' in rule)
		return { key: 'first_week_of_month', weekday: rule.first_week_of_month, later, result };
	if ('end_of_month' in rule) return { key: 'end_of_month', result };
	if ('every' in rule) return { key: 'every', from, k, count: rule.every, unit: rule.unit, result };
	if ('on' in rule) {
		if (!('within' in rule)) return { key: 'same_day', result };
		const hour = dates.nominal?.slice(11, 16) || null;
		return { key: 'within', count: rule.within, unit: rule.unit, result, hour };
	}
	return { key: 'period', result };
}

/** What a day off changed: the due date that moved away from the nominal one, then the advised day when earlier. */
export function shifts({ nominal, due, advised }: Deadline, calendar: Calendar): Step[] {
	if (nominal === null || due === null || advised === null) return [];
	const [from, to] = [nominal.slice(0, 10), due.slice(0, 10)];
	const off = (day: Day) => calendar.holiday(day)?.label ?? null;
	const steps: Step[] = [];
	if (to !== from) steps.push({ key: 'moved', off: off(from), forward: to > from, result: to });
	if (advised !== to)
		steps.push({ key: 'advised', off: steps.length > 0 ? undefined : off(to), result: advised });
	return steps;
}
