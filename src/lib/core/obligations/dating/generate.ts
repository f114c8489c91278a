import type { Calendar } from '../../calendar/calendar.ts';
import { addUnits, isDay, type Day } from '../../calendar/days.ts';
import { computeRule } from '../../calendar/rules/compute.ts';
import { eventsIn, periodOf, type Rule } from '../../calendar/rules/schema.ts';
import type { Dateable, Happening, Occurrence } from './occurrence.ts';
import { periodsBetween, type PeriodKind } from './periods.ts';

/** What dating one obligation reads, and nothing else: equal inputs give equal occurrences. */
export type Inputs = {
	/** The span over which what repeats is laid out, both days included. */
	from: Day;
	to: Day;
	/** The day of a single event, null while it has none. */
	dayOf(event: string): Day | null;
	/** The happenings of an event that comes many times; null when it comes once. */
	happenings(event: string): readonly Happening[] | null;
	calendar: Calendar;
};

/** The rhythm an obligation repeats over without any event, or null. */
export function rhythmOf({ rule, period }: Dateable): PeriodKind | null {
	return periodOf(rule) ?? period ?? null;
}

/** The events an obligation waits for, its own `each` first. */
export function eventsOfDuty({ rule, each }: Dateable): string[] {
	return each === undefined ? eventsIn(rule) : [each, ...eventsIn(rule)];
}

/**
 * Every occurrence of one obligation: one per period the span touches, per happening of its event, per repetition in
 * the span, else the single one. An event without a day gives one occurrence that waits for it.
 */
export function generate(duty: Dateable, inputs: Inputs): Occurrence[] {
	const rhythm = rhythmOf(duty);
	if (rhythm !== null) return perPeriod(duty, rhythm, inputs);
	for (const event of eventsOfDuty(duty)) {
		const happenings = inputs.happenings(event);
		if (happenings !== null) return perHappening(duty, event, happenings, inputs.calendar);
	}
	if ('every' in duty.rule) return repetitions(duty, duty.rule, inputs);
	return [once(duty, inputs)];
}

function blank(duty: Dateable, suffix: string | null): Occurrence {
	return {
		nominal: null,
		due: null,
		advised: null,
		code: duty.code,
		key: suffix === null ? duty.code : `${duty.code}/${suffix}`,
		period: null,
		meeting: null,
		event: null,
		eventDay: null,
		from: null,
		k: 1,
		state: 'tbd' in duty.rule ? 'undetermined' : 'dated'
	};
}

function perPeriod(duty: Dateable, kind: PeriodKind, { from, to, calendar }: Inputs): Occurrence[] {
	return periodsBetween(kind, from, to).map(({ name, day }) => {
		const one = blank(duty, name);
		one.period = name;
		one.from = day;
		return Object.assign(one, computeRule(duty.rule, day, calendar));
	});
}

function perHappening(
	duty: Dateable,
	event: string,
	happenings: readonly Happening[],
	calendar: Calendar
): Occurrence[] {
	if (happenings.length === 0) {
		const one = blank(duty, `awaiting-${event.replace(/^meeting:/, '')}`);
		one.event = event;
		if (one.state === 'dated') one.state = 'awaiting';
		return [one];
	}
	return happenings.map(({ code, at }) => {
		const one = blank(duty, code);
		one.meeting = code;
		one.event = event;
		one.eventDay = at.slice(0, 10);
		one.from = at;
		return Object.assign(one, computeRule(duty.rule, at, calendar));
	});
}

/** A daily statement is named by its day, so that a start that moves drops or adds days and renames none. */
function repetitions(duty: Dateable, rule: Extract<Rule, { every: number }>, inputs: Inputs): Occurrence[] {
	const anchor = inputs.dayOf(rule.from);
	if (anchor === null) return [{ ...blank(duty, null), event: rule.from, state: 'awaiting' }];
	const daily = rule.every === 1 && rule.unit === 'day';
	const found: Occurrence[] = [];
	for (let k = 1, at = step(1); at <= inputs.to; at = step(++k)) {
		if (at < inputs.from) continue;
		const one = blank(duty, daily ? at : String(k));
		if (daily) one.period = at;
		one.event = rule.from;
		one.eventDay = one.from = anchor;
		one.k = k;
		found.push(Object.assign(one, computeRule(rule, anchor, inputs.calendar, k)));
	}
	return found;

	function step(k: number): Day {
		return addUnits(anchor!, rule.every * k, rule.unit);
	}
}

function once(duty: Dateable, inputs: Inputs): Occurrence {
	const { rule } = duty;
	const names = eventsIn(rule);
	const event = names.at(-1) ?? duty.each ?? null;
	const one = blank(duty, null);
	one.event = event;
	if ('tbd' in rule) return one;
	const missing = names.find((name) => inputs.dayOf(name) === null);
	if (missing !== undefined) return { ...one, event: missing, state: 'awaiting' };
	const day = event !== null && !isDay(event) ? inputs.dayOf(event) : null;
	one.eventDay = one.from = day;
	return Object.assign(one, computeRule(rule, day, inputs.calendar));
}
