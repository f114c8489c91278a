import type { Calendar } from '../calendar/calendar.ts';
import type { Day } from '../calendar/days.ts';
import { computeRule, type Deadline } from '../calendar/rules/compute.ts';
import { eventsIn, periodOf, type Rule } from '../calendar/rules/schema.ts';
import type { Contract } from './schema.ts';

/** Days of events by name: `{ notification: '2019-10-29', 'E-M1': '2020-01-27' }`. Null: known to have no day yet. */
export type EventDays = Record<string, Day | null | undefined>;

/** A rule worked out against the events known so far. `awaiting` names the event that has no day yet. */
export type Dated = Deadline & { state: 'dated' | 'awaiting' | 'undetermined'; awaiting: string | null };

export type Resolver = {
	/** The day of an event, or null while it is unknown. */
	dayOf(event: string): Day | null;
	/** The three dates of a rule that counts from single events. */
	date(rule: Rule): Dated;
};

const nothing: Deadline = { nominal: null, due: null, advised: null };

/**
 * Works out the days of anchors, milestones and phases from one another.
 * What `given` says wins over the file: a meeting that was held, a notification that came.
 */
export function makeResolver(contract: Contract, given: EventDays, calendar: Calendar): Resolver {
	const rules = new Map<string, Rule | Day>();
	for (const one of contract.anchors) {
		const value = one.day ?? one.rule;
		if (value !== undefined) rules.set(one.name, value);
	}
	for (const one of contract.milestones) rules.set(one.code, one.rule);
	for (const one of contract.phases) {
		rules.set(`start:${one.code}`, one.start);
		rules.set(`end:${one.code}`, one.end);
	}
	const known = new Map<string, Day | null>();

	function dayOf(event: string): Day | null {
		const told = given[event];
		if (told) return told;
		const cached = known.get(event);
		if (cached !== undefined) return cached;
		known.set(event, null);
		const source = rules.get(event);
		const day = source === undefined ? null : typeof source === 'string' ? source : date(source).due;
		known.set(event, day ? day.slice(0, 10) : null);
		return known.get(event) ?? null;
	}

	function date(rule: Rule): Dated {
		if ('tbd' in rule) return { ...nothing, state: 'undetermined', awaiting: null };
		// A repeating rule has no single date: its occurrences are worked out from their periods.
		if (periodOf(rule) !== null) return { ...nothing, state: 'undetermined', awaiting: null };
		const names = eventsIn(rule);
		const missing = names.find((name) => dayOf(name) === null);
		if (missing !== undefined) return { ...nothing, state: 'awaiting', awaiting: missing };
		const last = names.at(-1);
		return {
			...computeRule(rule, last === undefined ? null : dayOf(last), calendar),
			state: 'dated',
			awaiting: null
		};
	}

	return { dayOf, date };
}

/** Every event of the contract that has a day, for whoever dates obligations. */
export function eventsOf(contract: Contract, given: EventDays, calendar: Calendar): EventDays {
	const { dayOf } = makeResolver(contract, given, calendar);
	const names = [
		...contract.anchors.map((one) => one.name),
		...contract.milestones.map((one) => one.code),
		...contract.phases.flatMap((one) => [`start:${one.code}`, `end:${one.code}`])
	];
	const days: EventDays = { ...given };
	for (const name of names) days[name] = dayOf(name);
	return days;
}
