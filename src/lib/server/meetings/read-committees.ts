import { holds, phaseOn } from '#core/meetings/bodies/seats.ts';
import { isAhead } from '#core/meetings/states.ts';
import type { BodyView, CalendarData, Seat } from '#core/meetings/view.ts';
import type { Context } from '#server/context.ts';
import { bodyColumns, bodyOf, lineColumns, lineOf } from '#server/db/meetings.ts';
import { unwrap } from '#server/db/unwrap.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { missionContract } from '#server/reports/due-reports.ts';
import { calendarData, papersOf } from './papers-of.ts';

export interface Committees {
	bodies: BodyView[];
	calendar: CalendarData;
}

const ranks = { chair: 0, member: 1, secretary: 2, guest: 3 };

/** The bodies of a mission: what the contract says of each, who sits in it today, and its meetings. */
export async function readCommittees(ctx: Context, mission: MissionContext): Promise<Committees> {
	const { client } = ctx;
	const { id, today } = mission;
	const [contract, bodyRows, seatRows, memberRows, meetingRows, phaseRows] = await Promise.all([
		missionContract(ctx, mission),
		client.from('committees').select(bodyColumns).eq('mission_id', id),
		client
			.from('committee_members')
			.select(
				'committee_id, person_id, capacity, starts_on, ends_on, phases, function_title, people!committee_members_person_id_fkey (full_name)'
			)
			.eq('mission_id', id)
			.is('alternate_of', null)
			.lte('starts_on', today),
		client
			.from('memberships')
			.select('person_id, function_title, starts_on, ends_on, organisations (short_name)')
			.eq('mission_id', id)
			.lte('starts_on', today),
		client.from('meetings').select(`committee_id, ${lineColumns}`).eq('mission_id', id).order('held_on'),
		client.from('phases').select('code, title, position, startsOn:starts_on').eq('mission_id', id)
	]);
	const phase = phaseOn(unwrap(phaseRows), today);
	// `ends_on` is the first day the seat is no longer held.
	const held = <T extends { ends_on: string | null }>(rows: T[]) =>
		rows.filter((r) => !r.ends_on || today < r.ends_on);
	const members = held(unwrap(memberRows));
	const seats = held(unwrap(seatRows))
		.filter((s) => holds({ startsOn: s.starts_on, endsOn: s.ends_on, phases: s.phases }, today, phase))
		.map((s): Seat & { committee: string } => {
			const place = members.find((p) => p.person_id === s.person_id);
			return {
				committee: s.committee_id,
				personId: s.person_id,
				name: s.people?.full_name ?? '—',
				capacity: s.capacity as Seat['capacity'],
				organisation: place?.organisations?.short_name ?? '',
				functionTitle: s.function_title || (place?.function_title ?? '')
			};
		});
	const meetings = unwrap(meetingRows);
	const order = contract.committees.map((c) => c.code);
	const bodies = unwrap(bodyRows)
		.map(bodyOf)
		.sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code))
		.map((body): BodyView => {
			const lines = meetings.filter((m) => m.committee_id === body.id).map(lineOf);
			const next = lines.find((m) => isAhead(m.state) && m.heldOn >= today) ?? null;
			return {
				...body,
				seats: seats
					.filter((s) => s.committee === body.id)
					.sort(
						(a, b) => ranks[a.capacity] - ranks[b.capacity] || a.name.localeCompare(b.name, 'fr')
					),
				meetings: lines,
				next,
				papers: papersOf(contract, mission, body.code, next)
			};
		});
	return { bodies, calendar: calendarData(contract) };
}
