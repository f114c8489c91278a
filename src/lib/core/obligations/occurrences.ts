import type { Calendar } from '../calendar/calendar.ts';
import { addUnits, isDay, type Day } from '../calendar/days.ts';
import { computeRule, type Deadline } from '../calendar/rules/compute.ts';
import { eventsIn, periodOf, type Rule } from '../calendar/rules/schema.ts';
import { namesCommittee } from '../contract/committees.ts';
import type { EventDays } from '../contract/events.ts';
import { periodsBetween } from './periods.ts';

/** A meeting that was held or is set, with the code of its committee. */
export type MeetingDay = { committee: string; day: Day; code: string };

export type Context = {
	/** Days of events by name (see `eventsOf`): anchors, milestones, phases, moves of deliverables. */
	anchors: EventDays;
	meetings: readonly MeetingDay[];
	/** The span looked at, both days included. */
	from: Day;
	to: Day;
	calendar: Calendar;
};

/** What an obligation needs to be dated; any obligation of a contract fits. */
export type Dateable = { code: string; rule: Rule; each?: string | undefined };

/**
 * One time an obligation falls due. `key` is unique within the mission: `E-S4/2019-W44`, `E-S1/COTECH-02`.
 * `awaiting`: its `event` has no day yet, so it is neither late nor forgotten.
 * `undetermined`: the contract does not say when (« à déterminer »), never late.
 */
export type Occurrence = Deadline & {
	code: string;
	key: string;
	period: string | null;
	meeting: string | null;
	event: string | null;
	eventDay: Day | null;
	state: 'dated' | 'awaiting' | 'undetermined';
};

const nothing: Deadline = { nominal: null, due: null, advised: null };

/**
 * The occurrences of one obligation over a span: one per week, month or year the span touches, one per repetition
 * or per meeting in it, else the single one. An event without a day gives one occurrence that waits for it.
 */
export function occurrences(obligation: Dateable, context: Context): Occurrence[] {
	const { rule, each } = obligation;
	const period = periodOf(rule);
	if (period !== null) return perPeriod(obligation, period, context);
	const meeting = [each, ...eventsIn(rule)].find((name) => name?.startsWith('meeting:'));
	if (meeting !== undefined) return perMeeting(obligation, meeting, context);
	if ('every' in rule) return repetitions(obligation, rule, context);
	return [once(obligation, context)];
}

function base(obligation: Dateable, suffix: string | null): Occurrence {
	const key = suffix === null ? obligation.code : `${obligation.code}/${suffix}`;
	return {
		...nothing,
		code: obligation.code,
		key,
		period: null,
		meeting: null,
		event: null,
		eventDay: null,
		state: 'tbd' in obligation.rule ? 'undetermined' : 'dated'
	};
}

function perPeriod(obligation: Dateable, kind: 'week' | 'month' | 'year', context: Context): Occurrence[] {
	return periodsBetween(kind, context.from, context.to).map(({ name, day }) => ({
		...base(obligation, name),
		...computeRule(obligation.rule, day, context.calendar),
		period: name
	}));
}

function perMeeting(obligation: Dateable, event: string, context: Context): Occurrence[] {
	const wanted = event.slice('meeting:'.length);
	const all = context.meetings.filter((meeting) => namesCommittee(wanted, meeting.committee));
	if (all.length === 0)
		return [{ ...base(obligation, `awaiting-${wanted}`), event, state: waiting(obligation) }];
	return all
		.map((meeting) => ({
			...base(obligation, meeting.code),
			...computeRule(obligation.rule, meeting.day, context.calendar),
			meeting: meeting.code,
			event,
			eventDay: meeting.day
		}))
		.filter((one) => within(one.eventDay, context) || within(one.due?.slice(0, 10) ?? null, context))
		.sort((a, b) =>
			a.eventDay < b.eventDay ? -1 : a.eventDay > b.eventDay ? 1 : a.key < b.key ? -1 : 1
		);
}

function waiting(obligation: Dateable): Occurrence['state'] {
	return 'tbd' in obligation.rule ? 'undetermined' : 'awaiting';
}

function within(day: Day | null, context: Context): boolean {
	return day !== null && day >= context.from && day <= context.to;
}

function repetitions(
	obligation: Dateable,
	rule: Extract<Rule, { every: number }>,
	context: Context
): Occurrence[] {
	const anchor = context.anchors[rule.from];
	if (!anchor) return [{ ...base(obligation, null), event: rule.from, state: 'awaiting' }];
	const found: Occurrence[] = [];
	for (let k = 1; addUnits(anchor, rule.every * k, rule.unit) <= context.to; k++) {
		const dates = computeRule(rule, anchor, context.calendar, k);
		if (dates.nominal === null || dates.nominal < context.from) continue;
		found.push({ ...base(obligation, String(k)), ...dates, event: rule.from, eventDay: anchor });
	}
	return found;
}

function once(obligation: Dateable, context: Context): Occurrence {
	const { rule } = obligation;
	const names = eventsIn(rule);
	const event = names.at(-1) ?? obligation.each ?? null;
	if ('tbd' in rule) return { ...base(obligation, null), event };
	const missing = names.find((name) => !context.anchors[name]);
	if (missing !== undefined) return { ...base(obligation, null), event: missing, state: 'awaiting' };
	const eventDay = event !== null && !isDay(event) ? (context.anchors[event] ?? null) : null;
	return { ...base(obligation, null), ...computeRule(rule, eventDay, context.calendar), event, eventDay };
}
