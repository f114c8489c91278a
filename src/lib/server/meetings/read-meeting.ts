import { DomainError } from '#core/errors.ts';
import type { MeetingView } from '#core/meetings/view.ts';
import type { Context } from '#server/context.ts';
import {
	actionsOf,
	agendaOf,
	attendanceOf,
	bodyOf,
	lineColumns,
	lineOf,
	resolutionsOf,
	timeOf,
	versionColumns,
	versionLabel
} from '#server/db/meetings.ts';
import { unwrap, unwrapMaybe } from '#server/db/unwrap.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { missionContract } from '#server/reports/due-reports.ts';
import { papersOf } from './papers-of.ts';

/**
 * One meeting by its code, as far as this person may see it.
 * @throws `not_found` when there is none, or when nobody was told of it yet and the person is not of the client
 */
export async function readMeeting(ctx: Context, mission: MissionContext, code: string): Promise<MeetingView> {
	const { client } = ctx;
	const row = unwrapMaybe(
		await client
			.from('meetings')
			.select(
				'*, committees (id, code, kind, title, detail, clause), agenda_items (*), attendances (*), resolutions (*, versions (number, deliverables (code))), actions (*), people!meetings_updated_by_fkey (full_name)'
			)
			.eq('mission_id', mission.id)
			.eq('code', code)
			.maybeSingle()
	);
	if (!row?.committees) throw new DomainError('not_found', { code });
	const [contract, siblingRows, endorsementRows] = await Promise.all([
		missionContract(ctx, mission),
		client
			.from('meetings')
			.select(`${lineColumns}, actions (*)`)
			.eq('committee_id', row.committee_id)
			.neq('state', 'cancelled')
			.neq('id', row.id)
			.order('held_on')
			.order('code'),
		client.from('endorsements').select(`reserves, versions (${versionColumns})`).eq('meeting_id', row.id)
	]);
	const siblings = unwrap(siblingRows);
	const earlier = siblings.filter((s) => s.held_on < row.held_on);
	const codes = new Map([...siblings, row].map((s) => [s.id, s.code]));
	const codeOf = (id: string) => codes.get(id) ?? '';
	const previous = earlier.at(-1);
	const following = siblings.find((s) => s.held_on > row.held_on);
	const body = bodyOf(row.committees);
	const parts = (row.sections ?? {}) as Record<string, { version?: number } | undefined>;
	const line = lineOf(row);
	return {
		...line,
		startsAt: timeOf(row.starts_at),
		endsAt: timeOf(row.ends_at),
		place: row.place ?? '',
		chairedBy: row.chaired_by ?? '',
		writtenBy: row.written_by ?? '',
		discussion: row.discussion,
		nextMeeting: row.next_meeting ?? '',
		version: row.version,
		sections: {
			details: parts.details?.version ?? 1,
			agenda: parts.agenda?.version ?? 1,
			attendance: parts.attendance?.version ?? 1
		},
		edition: row.edition,
		circulatedOn: row.circulated_on,
		approvedOn: row.approved_on,
		body,
		agenda: agendaOf(row.agenda_items),
		attendance: attendanceOf(row.attendances),
		resolutions: resolutionsOf(row.resolutions),
		actions: actionsOf(row.actions, codeOf),
		reserves: unwrap(endorsementRows)
			.filter((e) => e.reserves.trim())
			.map((e) => ({ wording: e.reserves, deliverable: e.versions ? versionLabel(e.versions) : '—' })),
		carriedOver: actionsOf(
			earlier.flatMap((s) => s.actions.filter((a) => a.done_on === null)),
			codeOf
		),
		previous: previous ? lineOf(previous) : null,
		following: following ? lineOf(following) : null,
		papers: papersOf(contract, mission, body.code, line),
		updatedBy: row.people?.full_name ?? null,
		updatedAt: row.updated_at
	};
}
