import { DomainError } from '#core/errors.ts';
import type { MeetingView } from '#core/meetings/view.ts';
import type { Context } from '#server/context.ts';
import {
	actionsOf,
	agendaOf,
	attendanceOf,
	bodyOf,
	lineOf,
	resolutionsOf,
	timeOf,
	versionLabel
} from '#server/db/meetings.ts';
import type { Row } from '#server/db/types.gen.ts';
import { unwrapMaybe } from '#server/db/unwrap.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { missionContract } from '#server/reports/due-reports.ts';
import { papersOf } from './papers-of.ts';

type Cited = { number: string; deliverables: { code: string } | null };

/** What `meeting_detail` gives: the meeting, its body, its parts and the others of its series. */
export type MeetingRows = Row<'meetings'> & {
	committees: Row<'committees'>;
	updated_by_name: string | null;
	agenda_items: Row<'agenda_items'>[];
	attendances: Row<'attendances'>[];
	resolutions: (Row<'resolutions'> & { versions: Cited | null })[];
	actions: Row<'actions'>[];
	siblings: (Parameters<typeof lineOf>[0] & { actions: Row<'actions'>[] })[];
	endorsements: { reserves: string; versions: Cited | null }[];
	parties: { name: string; side: string }[];
};

/** The rows of a meeting. @throws `not_found` */
export async function meetingRows(ctx: Context, slug: string, code: string): Promise<MeetingRows> {
	const found = unwrapMaybe(
		await ctx.client.rpc('meeting_detail', { mission_slug: slug, meeting_code: code })
	);
	if (!found) throw new DomainError('not_found', { code });
	return found as unknown as MeetingRows;
}

/**
 * One meeting by its code, as far as this person may see it.
 * @throws `not_found` when there is none, or when nobody was told of it yet and the person is not of the client
 */
export async function readMeeting(
	ctx: Context,
	mission: MissionContext,
	code: string,
	asked = meetingRows(ctx, mission.slug, code)
): Promise<MeetingView> {
	const [row, contract] = await Promise.all([asked, missionContract(ctx, mission)]);
	const { siblings } = row;
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
		reserves: row.endorsements
			.filter((e) => e.reserves.trim())
			.map((e) => ({ wording: e.reserves, deliverable: e.versions ? versionLabel(e.versions) : '—' })),
		carriedOver: actionsOf(
			earlier.flatMap((s) => s.actions.filter((a) => a.done_on === null)),
			codeOf
		),
		previous: previous ? lineOf(previous) : null,
		following: following ? lineOf(following) : null,
		papers: papersOf(contract, mission, body.code, line),
		parties: row.parties,
		updatedBy: row.updated_by_name,
		updatedAt: row.updated_at
	};
}
