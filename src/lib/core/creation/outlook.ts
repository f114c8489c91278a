import { calendarWarning, makeCalendar, type Calendar } from '../calendar/calendar.ts';
import type { Day } from '../calendar/days.ts';
import { eventsIn } from '../calendar/rules/schema.ts';
import { makeResolver, type EventDays } from '../contract/events.ts';
import { planOf, type PlannedPhase } from '../contract/plan.ts';
import { rulesOf } from '../contract/rules-of.ts';
import type { Contract } from '../contract/schema.ts';
import type { Clause } from '../contract/common.ts';
import type { DayLocale } from '../calendar/format.ts';
import { describe } from '../obligations/describe.ts';
import { dutiesOf, type Duty } from '../obligations/duties.ts';
import { plan, plannedOf, type Planned } from '../obligations/plan.ts';
import { missionSpan } from '../obligations/span.ts';

export type FirstDeadline = {
	key: string;
	code: string;
	title: string;
	kind: Duty['kind'];
	owner: Duty['owner'];
	due: string;
	advised: string | null;
	clause: Clause | null;
	/** The arithmetic: « 29 oct. + 7 jours = mar. 5 nov. 2019 ». */
	words: string;
	interpretation: string | null;
	readings: number;
};

/** What a contract would make of a mission, before anything is created. */
export type Outlook = {
	slug: string;
	title: string;
	short: string;
	reference: string;
	regime: Contract['regime'];
	calendar: string;
	parties: { key: string; name: string; side: string; unknown: boolean }[];
	phases: PlannedPhase[];
	/** Occurrences by kind: those with a day, those that wait for one. */
	kinds: { kind: Duty['kind']; duties: number; dated: number; undated: number }[];
	total: { duties: number; dated: number; undated: number };
	first: FirstDeadline[];
	/** Anchors the file leaves open, with the day given for now, and how many rules wait for each. */
	toSet: { name: string; label: string; why: string; day: Day | null; awaitedBy: number }[];
	/** Years of the plan whose feasts are not confirmed, and what the dates say that a person should know. */
	warnings: string[];
	/** Nothing tells when it ends: what repeats is laid out over one year. */
	openEnded: boolean;
};

const SHOWN = 12;

/** The calendar of a contract: the shipped one with the contract's own changes. */
export const calendarIn = ({ calendar }: Contract): Calendar => makeCalendar(calendar.base, calendar.changes);

/** Anchors that have no day in the file itself. */
export const openAnchors = (contract: Contract) => contract.anchors.filter((one) => one.tbd !== undefined);

/**
 * Looks ahead: phases, how much falls due, the first twelve deadlines in words, what is left to be set.
 * @param given days of anchors; an anchor without one stays « à déterminer », and so does what counts from it
 * @throws RuleError, DayError when a rule leads to a date no calendar has; the message is for the person
 */
export function outlookOf(contract: Contract, given: EventDays, locale: DayLocale = 'fr'): Outlook {
	const calendar = calendarIn(contract);
	const span = missionSpan(contract, given, calendar);
	// Without any beginning nothing repeats yet: an empty span.
	const { from, to } = span ?? { from: '2000-01-02', to: '2000-01-01' };
	const laidOut = plannedOf(plan(contract, { events: given, meetings: [], calendar, from, to }));
	const { phases, alerts } = planOf(contract, given, calendar);
	const { dayOf } = makeResolver(contract, given, calendar);
	const dated = laidOut.filter((one) => one.due !== null);
	return {
		slug: contract.slug,
		title: contract.title,
		short: contract.short,
		reference: contract.reference,
		regime: contract.regime,
		calendar: calendar.label,
		parties: contract.parties.map(({ key, name, side, unknown }) => ({ key, name, side, unknown })),
		phases,
		kinds: byKind(contract, laidOut),
		total: {
			duties: dutiesOf(contract).length,
			dated: dated.length,
			undated: laidOut.length - dated.length
		},
		first: dated.slice(0, SHOWN).map((one) => first(one, calendar, locale, dayOf)),
		toSet: openAnchors(contract).map(({ name, label, tbd }) => ({
			name,
			label,
			why: tbd!,
			day: given[name] ?? null,
			awaitedBy: rulesOf(contract).filter(({ rule }) => eventsIn(rule).includes(name)).length
		})),
		warnings: [
			...alerts.map((one) => one.text),
			...unconfirmed(
				calendar,
				dated.map((one) => one.due!)
			)
		],
		openEnded: span?.openEnded ?? false
	};
}

function first(
	one: Planned,
	calendar: Calendar,
	locale: DayLocale,
	dayOf: (event: string) => Day | null
): FirstDeadline {
	const { duty } = one;
	return {
		key: one.key,
		code: duty.code.split('/')[0]!,
		title: duty.label === null ? duty.title : `${duty.title} – ${duty.label}`,
		kind: duty.kind,
		owner: duty.owner,
		due: one.due!,
		advised: one.advised,
		clause: duty.clause,
		words: describe(one, calendar, locale, dayOf).words,
		interpretation: duty.interpretation,
		readings: duty.alternatives.length
	};
}

function byKind(contract: Contract, laidOut: readonly Planned[]): Outlook['kinds'] {
	const kinds = new Map<Duty['kind'], { duties: number; dated: number; undated: number }>();
	for (const { kind } of dutiesOf(contract)) {
		const line = kinds.get(kind) ?? { duties: 0, dated: 0, undated: 0 };
		kinds.set(kind, { ...line, duties: line.duties + 1 });
	}
	for (const one of laidOut) kinds.get(one.duty.kind)![one.due === null ? 'undated' : 'dated']++;
	return [...kinds].map(([kind, counts]) => ({ kind, ...counts }));
}

/** One sentence per year whose feasts nobody has confirmed. */
export function unconfirmed(calendar: Calendar, moments: readonly string[]): string[] {
	const years = [...new Set(moments.map((moment) => moment.slice(0, 4)))].sort();
	return years.flatMap((year) => calendarWarning(calendar, `${year}-01-01`) ?? []);
}
