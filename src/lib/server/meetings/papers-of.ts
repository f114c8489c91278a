import { calendarOf, makeCalendar, type Calendar } from '#core/calendar/calendar.ts';
import type { Contract } from '#core/contract/schema.ts';
import { papersAround } from '#core/meetings/papers.ts';
import type { BodyView, CalendarData, MeetingLine } from '#core/meetings/view.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';

export const calendarData = (contract: Contract): CalendarData => contract.calendar;

export const missionCalendar = ({ calendar }: Contract): Calendar =>
	calendar.changes.length ? makeCalendar(calendar.base, calendar.changes) : calendarOf(calendar.base);

/** The papers the contract asks for around a meeting of a body; a body the contract does not know asks for none. */
export function papersOf(
	contract: Contract,
	mission: MissionContext,
	code: string,
	meeting: MeetingLine | null
): BodyView['papers'] {
	const committee = contract.committees.find((c) => c.code === code);
	if (!committee) return { before: [], after: [] };
	return papersAround({
		committee,
		obligations: contract.obligations,
		meeting: meeting && { code: meeting.code, day: meeting.heldOn },
		anchors: mission.anchors,
		calendar: missionCalendar(contract)
	});
}
