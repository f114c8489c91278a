import type { Calendar } from '../calendar/calendar.ts';
import type { Day } from '../calendar/days.ts';
import { namesCommittee } from '../contract/committees.ts';
import type { EventDays } from '../contract/events.ts';
import { generate } from './dating/generate.ts';
import type { Dateable, Happening, Occurrence } from './dating/occurrence.ts';

export type { Dateable, Occurrence } from './dating/occurrence.ts';

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

/**
 * The occurrences of one obligation over a span: one per week, month or year the span touches, one per repetition
 * or per meeting in it, else the single one. An event without a day gives one occurrence that waits for it.
 * For a whole contract, `plan` does the same for everything at once.
 */
export function occurrences(obligation: Dateable, context: Context): Occurrence[] {
	const found = generate(obligation, {
		...context,
		dayOf: (event) => context.anchors[event] ?? null,
		happenings: (event) => meetingsOf(event, context.meetings)
	});
	return found.filter(
		(one) => one.meeting === null || within(one.eventDay, context) || within(one.due, context)
	);
}

/** The meetings an event such as `meeting:copil` stands for, by day; null when it is not about meetings. */
export function meetingsOf(event: string, meetings: readonly MeetingDay[]): Happening[] | null {
	if (!event.startsWith('meeting:')) return null;
	const wanted = event.slice('meeting:'.length);
	return meetings
		.filter((one) => namesCommittee(wanted, one.committee))
		.map(({ code, day }) => ({ code, at: day }))
		.sort(byMoment);
}

/** By day, then by code, so that the order they come in never shows. */
export function byMoment(a: Happening, b: Happening): number {
	if (a.at !== b.at) return a.at < b.at ? -1 : 1;
	return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}

function within(moment: string | null, { from, to }: Context): boolean {
	const day = moment?.slice(0, 10);
	return day !== undefined && day >= from && day <= to;
}
