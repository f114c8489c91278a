import type { Day } from '../../calendar/days.ts';
import type { DayLocale } from '../../calendar/format.ts';
import type { Clause } from '../../contract/common.ts';
import { eventsIn } from '../../calendar/rules/schema.ts';
import { makeResolver, type EventDays } from '../../contract/events.ts';
import type { Contract } from '../../contract/schema.ts';
import { describe } from '../describe.ts';
import { dutiesOf, type Duty } from '../duties.ts';
import type { Planned } from '../plan.ts';
import type { FollowPage, Line } from './line.ts';
import { chainOf, type ChainStep } from './chain.ts';
import { wantedOf, type Wanted } from './wanted.ts';
import { contractAsRead, readingCode, readingsOf } from './readings.ts';
import { planFactsOf } from './rework.ts';
import type { FollowAct } from './world.ts';

export type Reading = {
	/** Empty: the reading of the contract file itself. */
	reading: string;
	words: string;
	due: string | null;
	advised: Day | null;
	chosen: boolean;
	/** Where the day it counts from comes from, when that is another than the line's own. */
	chain: ChainStep[];
};

/** All that explains a line: which clause says it, why this date, how else it reads, what was done about it. */
export type Detail = {
	clause: Clause | null;
	interpretation: string | null;
	notes: string[];
	/** What it counts from, by its own words, and its day; null where nothing happens first. */
	from: { label: string; edge?: 'start' | 'end'; on: Day } | null;
	/** Where that day comes from in turn, the nearest first. */
	chain: ChainStep[];
	/** What the contract wants of the meeting it counts from: held by then. */
	wanted: Wanted | null;
	/** « 29 oct. + 7 jours = mar. 5 nov. 2019 ». */
	words: string;
	extensions: string[];
	/** The readings of an ambiguous clause, the file's own first; empty when there is one way to read it. */
	readings: Reading[];
	/** Who chose the reading in force, and when; null when it is the file's and nobody confirmed it. */
	chosenBy: { by: string; on: Day } | null;
	/** The earliest of the days advised by all readings, where they differ. */
	safe: Day | null;
	warning: string | null;
	recipients: { name: string; email: string }[];
	acts: FollowAct[];
};

/** Explains the lines of a mission, one by one, when they are opened. */
export function detailer(
	contract: Contract,
	page: FollowPage,
	anchors: EventDays,
	locale: DayLocale
): (line: Line) => Detail {
	const readings = readingsOf(page.acts);
	const read = contractAsRead(contract, readings);
	const { facts } = planFactsOf({ contract, anchors, world: page });
	const { dayOf } = makeResolver(read, facts.events, facts.calendar);
	const asRead = new Map(dutiesOf(read).map((one) => [one.key, one]));
	const asWritten = new Map(dutiesOf(contract).map((one) => [one.key, one]));
	const acts = Map.groupBy(page.acts, (one) => one.key ?? '');
	const people = new Map(contract.recipients.map((one) => [one.key, one]));

	return (line) => {
		const duty = asRead.get(line.duty);
		const written = asWritten.get(line.duty);
		const own = acts.get(line.key) ?? [];
		const choice = readings.get(readingCode(line)) ?? null;
		const planned = plannedOfLine(line, written, own);
		const told = describe(planned, facts.calendar, locale, dayOf);
		const others = written && written.alternatives.length > 0 ? readingsOfLine() : [];
		return {
			clause: duty?.clause ?? null,
			interpretation: duty?.interpretation ?? null,
			notes: [...(duty?.notes ?? [])],
			from: fromOf(line),
			chain: line.event === null || told.steps[0]?.key === 'awaiting' ? [] : chainFrom(line.event),
			wanted: wantedFor(line),
			words: told.words,
			extensions: told.extensions,
			readings: others,
			chosenBy: choice ? { by: choice.by ?? '—', on: choice.on } : null,
			safe: safeOf(line, others),
			warning: told.warning,
			recipients: line.recipients.flatMap((key) => {
				const found = people.get(key);
				return found ? [{ name: found.name, email: found.email ?? '' }] : [];
			}),
			acts: own
		};

		function fromOf({ event, eventOn, happening }: Line): Detail['from'] {
			if (event === null || eventOn === null) return null;
			const meeting = page.meetings.find((one) => one.code === happening);
			if (event.startsWith('meeting') && meeting)
				return { label: `${meeting.title} (${meeting.code})`, on: eventOn };
			const [edge, of] = event.split(':');
			const phase = read.phases.find((one) => one.code === of);
			if (phase && (edge === 'start' || edge === 'end'))
				return { label: `${phase.code} ${phase.title}`, edge, on: eventOn };
			const milestone = read.milestones.find((one) => one.code === event);
			const told =
				read.anchors.find((one) => one.name === event)?.label ??
				read.events.find((one) => one.name === event)?.label ??
				(milestone && `${milestone.code} ${milestone.title}`);
			return told ? { label: told, on: eventOn } : null;
		}

		function chainFrom(event: string): ChainStep[] {
			return chainOf(read, event, facts.events, facts.calendar, locale);
		}

		function wantedFor({ event, happening }: Line): Wanted | null {
			const meeting = page.meetings.find((one) => one.code === happening);
			return meeting && event?.startsWith('meeting') ? wantedOf(read, page.milestones, meeting) : null;
		}

		function readingsOfLine(): Reading[] {
			const chosen = choice?.reason ?? '';
			const all = [{ rule: written!.rule, reading: '' }, ...written!.alternatives];
			const asked = { ...planned, duty: { ...written!, alternatives: all } };
			return describe(asked, facts.calendar, locale, dayOf).alternatives.map(
				({ reading, words, due, advised }, index) => {
					const event = eventsIn(all[index]!.rule).at(-1);
					const far = event !== undefined && event !== line.event && due !== null;
					const chain = far ? chainFrom(event) : [];
					return { reading, words, due, advised, chosen: reading === chosen, chain };
				}
			);
		}
	};
}

/** The earliest day advised by any reading, when it is earlier than the one in force and nothing is settled yet. */
function safeOf(line: Line, readings: readonly Reading[]): Day | null {
	const days = readings.flatMap(({ advised }) => (advised === null ? [] : [advised])).sort();
	const [first] = days;
	return first !== undefined && line.advised !== null && first < line.advised ? first : null;
}

/** The stored row as core worked it out, with the rule it was worked out from. */
function plannedOfLine(line: Line, duty: Duty | undefined, acts: readonly FollowAct[]): Planned {
	const { key, code, period, event, k, state, nominal, due, advised, initial } = line;
	return {
		code,
		key,
		period,
		meeting: line.happening,
		nominal,
		due,
		advised,
		event,
		eventDay: line.eventOn,
		from: line.countsFrom,
		k,
		state,
		initial,
		extensions: acts.flatMap((one) =>
			one.kind === 'extended' && one.days !== null
				? [{ key, days: one.days, on: one.on, act: one.reason }]
				: []
		),
		duty: { ...(duty ?? unknownDuty(line)), rule: line.rule }
	};
}

/** A duty that the contract no longer has: what the row itself says of it. */
function unknownDuty({ duty, code, title, source, kind, owner, recipients, rule }: Line): Duty {
	const nothing = {
		label: null,
		proof: null,
		clause: null,
		interpretation: null,
		alternatives: [],
		notes: []
	};
	return { key: duty, code, title, source, kind, owner, recipients, rule, ...nothing };
}
