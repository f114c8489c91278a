import { addMonths, type Day } from '../calendar/days.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { makeResolver, type EventDays } from '../contract/events.ts';
import type { Contract } from '../contract/schema.ts';

/** Anchors at which the performance of a contract begins, the most telling first. */
const beginnings = ['start', 'notification', 'signature', 'attribution'];

/**
 * The span a mission's repeated duties are laid out over: from its beginning (the start of the service, else its
 * notification or signature, else its first phase) to its end (the anchor `end`, else its last phase). Without a known
 * end, one year, and `openEnded` says so. Null while nothing tells when it begins.
 */
export function missionSpan(
	contract: Contract,
	events: EventDays,
	calendar: Calendar
): { from: Day; to: Day; openEnded: boolean } | null {
	const { dayOf } = makeResolver(contract, events, calendar);
	const phases = contract.phases.map(({ code }) => code);
	const starts = phases.map((code) => dayOf(`start:${code}`)).filter((day) => day !== null);
	const ends = phases.map((code) => dayOf(`end:${code}`));
	const from = first(beginnings.map(dayOf)) ?? starts.sort()[0] ?? null;
	if (from === null) return null;
	const lastPhase = ends.every((day) => day !== null) ? (ends.sort().at(-1) ?? null) : null;
	const to = dayOf('end') ?? lastPhase;
	if (to === null || to < from) return { from, to: addMonths(from, 12), openEnded: true };
	return { from, to, openEnded: false };
}

function first(days: (Day | null)[]): Day | null {
	return days.find((day) => day !== null) ?? null;
}
