import type { Calendar } from '../calendar/calendar.ts';
import type { Day } from '../calendar/days.ts';
import type { Deadline } from '../calendar/rules/compute.ts';
import { makeResolver, type EventDays } from '../contract/events.ts';
import type { Contract } from '../contract/schema.ts';
import { dutiesOf, type Duty } from './duties.ts';
import { extended, type Extension } from './extend.ts';
import { eventsOfDuty, generate, rhythmOf, type Inputs } from './dating/generate.ts';
import { happeningsIndex } from './dating/happenings.ts';
import type { Happening, Occurrence } from './dating/occurrence.ts';
import type { MeetingDay } from './occurrences.ts';

/** What is known of a mission when its obligations are planned. The order of lists does not matter. */
export type PlanFacts = {
	/** Days of single events: `{ notification: '2019-10-29', 'submitted:E-L11': '2020-01-20' }`. */
	events: EventDays;
	meetings: readonly MeetingDay[];
	/** Facts that happen many times, by event of the contract: `{ interruption: [{ code, at }] }`. */
	happenings?: Readonly<Record<string, readonly Happening[]>>;
	extensions?: readonly Extension[];
	calendar: Calendar;
	/** The span over which what repeats is laid out: usually `missionSpan`. */
	from: Day;
	to: Day;
};

/** An occurrence with the duty it comes from; `initial` keeps the dates before an extension. */
export type Planned = Occurrence & {
	duty: Duty;
	initial: Deadline | null;
	extensions: readonly Extension[];
};

/** The occurrences of one duty and what they were worked out from. */
export type Group = { duty: Duty; inputs: string; list: readonly Planned[] };

/** Opaque to callers: read it with `plannedOf`, compare two with `replan`, bring it up to date with `planAgain`. */
export type Plan = { contract: Contract; facts: PlanFacts; groups: ReadonlyMap<string, Group> };

/**
 * Every occurrence of every obligation, deliverable, staged date and milestone of a contract. Pure, and linear in the
 * number of occurrences.
 * @throws RuleError, DayError when a rule leads to a date that does not exist; the message is for the person.
 */
export function plan(contract: Contract, facts: PlanFacts): Plan {
	return work(contract, facts, null);
}

/**
 * The same plan after facts changed: only duties whose own events, span or extensions changed are worked out again,
 * the others are taken over as they are. Equal to planning anew.
 */
export function planAgain(before: Plan, facts: PlanFacts): Plan {
	return work(before.contract, facts, before.facts.calendar === facts.calendar ? before.groups : null);
}

/** The occurrences of a plan by due date, undated ones last. */
export function plannedOf({ groups }: Plan): Planned[] {
	return [...groups.values()].flatMap((group) => group.list).sort(byDue);
}

function byDue(a: Planned, b: Planned): number {
	const [x, y] = [a.due ?? '~', b.due ?? '~'];
	if (x !== y) return x < y ? -1 : 1;
	return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

function work(contract: Contract, facts: PlanFacts, known: Plan['groups'] | null): Plan {
	const duties = dutiesOf(contract);
	const { dayOf } = makeResolver(contract, facts.events, facts.calendar);
	const index = happeningsIndex(contract, facts.meetings, facts.happenings ?? {});
	const extensions = byDuty(facts.extensions ?? [], new Set(duties.map((duty) => duty.key)));
	const { from, to, calendar } = facts;
	const inputs: Inputs = { from, to, calendar, dayOf, happenings: (event) => index.get(event) };
	const groups = new Map<string, Group>();
	for (const written of duties) {
		const duty = dated(written, facts.events);
		const given = extensions.get(duty.key) ?? [];
		const read = signature(duty, inputs, index.signature, given);
		const before = known?.get(duty.key);
		if (before?.inputs === read) groups.set(duty.key, before);
		else groups.set(duty.key, { duty, inputs: read, list: planned(duty, inputs, given) });
	}
	return { contract, facts, groups };
}

/** A milestone the contract leaves to be set, once somebody gave its day, is on that day. */
function dated(duty: Duty, events: EventDays): Duty {
	const told = duty.source === 'milestone' && 'tbd' in duty.rule && events[duty.code];
	return told ? { ...duty, rule: { on: duty.code } } : duty;
}

/** All that a duty's dates depend on, as text: events, happenings, the span where it repeats, extensions. */
function signature(
	duty: Duty,
	{ from, to, dayOf }: Inputs,
	happened: (event: string) => string | null,
	extensions: readonly Extension[]
): string {
	const events = eventsOfDuty(duty).map((name) => `${name}=${happened(name) ?? dayOf(name) ?? '?'}`);
	const span = rhythmOf(duty) !== null || 'every' in duty.rule ? `${from}..${to}` : '';
	return [span, ...events, ...extensions.map((one) => `${one.key}+${one.days}`)].join('|');
}

function planned(duty: Duty, inputs: Inputs, extensions: readonly Extension[]): Planned[] {
	const list = generate(duty, inputs);
	if (extensions.length === 0)
		return list.map((one) => Object.assign(one, { duty, initial: null, extensions }));
	return list.map((one) => {
		const own = extensions.filter(({ key }) => key === one.key);
		const days = own.reduce((sum, { days }) => sum + days, 0);
		if (own.length === 0 || one.nominal === null)
			return Object.assign(one, { duty, initial: null, extensions: own });
		const initial = { nominal: one.nominal, due: one.due, advised: one.advised };
		return Object.assign(one, extended(initial, days, inputs.calendar), {
			duty,
			initial,
			extensions: own
		});
	});
}

/** Extensions by duty (the key itself, or what stands before its last part), in the order they were given. */
function byDuty(extensions: readonly Extension[], duties: ReadonlySet<string>): Map<string, Extension[]> {
	const found = new Map<string, Extension[]>();
	for (const one of extensions.toSorted(byAct)) {
		const duty = duties.has(one.key) ? one.key : one.key.slice(0, one.key.lastIndexOf('/'));
		const list = found.get(duty);
		if (list) list.push(one);
		else found.set(duty, [one]);
	}
	return found;
}

function byAct(a: Extension, b: Extension): number {
	const [x, y] = [`${a.on}/${a.key}/${a.act}`, `${b.on}/${b.key}/${b.act}`];
	return x < y ? -1 : x > y ? 1 : a.days - b.days;
}
