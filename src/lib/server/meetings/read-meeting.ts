import { DomainError } from '#core/errors.ts';
import { quorumOf } from '#core/meetings/quorum.ts';
import { rulesOf } from '#core/meetings/rules.ts';
import type { MeetingView, Reserves } from '#core/meetings/view.ts';
import type { Context } from '#server/context.ts';
import {
	actionsOf,
	agendaOf,
	attendanceOf,
	bodyOf,
	lineOf,
	resolutionsOf,
	timeOf,
	versionLabel,
	type AgendaRows
} from '#server/db/meetings.ts';
import type { Row } from '#server/db/types.gen.ts';
import { unwrapMaybe } from '#server/db/unwrap.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { missionContract } from '#server/reports/due-reports.ts';
import { afterOf } from './after/after-of.ts';
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

/** An endorsement keeps its reserves one to a line; their gravity was said with the decision. */
function reservesOf(
	endorsements: MeetingRows['endorsements'],
	resolutions: MeetingView['resolutions']
): Reserves[] {
	const said = resolutions.flatMap(({ deliverable, reserves }) =>
		reserves.map((r) => ({ ...r, deliverable }))
	);
	return endorsements.flatMap(({ reserves, versions }) => {
		const deliverable = versions ? versionLabel(versions) : '—';
		return reserves
			.split('\n')
			.map((line) => line.trim())
			.filter((line) => line !== '')
			.map((wording) => ({
				deliverable,
				wording,
				severity:
					said.find((r) => r.deliverable === deliverable && r.wording.trim() === wording)
						?.severity ?? null
			}));
	});
}

/** The rows of a meeting. @throws `not_found` */
export async function meetingRows(ctx: Context, slug: string, code: string): Promise<MeetingRows> {
	const found = unwrapMaybe(
		await ctx.client.rpc('meeting_detail', { mission_slug: slug, meeting_code: code })
	);
	if (!found) throw new DomainError('not_found', { code });
	return found as unknown as MeetingRows;
}

/** The papers of the items and where these come from and went. @throws `not_found` */
async function agendaRows(ctx: Context, slug: string, code: string): Promise<AgendaRows> {
	const found = unwrapMaybe(
		await ctx.client.rpc('meeting_agenda', { mission_slug: slug, meeting_code: code })
	);
	if (!found) throw new DomainError('not_found', { code });
	return found as unknown as AgendaRows;
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
	const [row, contract, beside] = await Promise.all([
		asked,
		missionContract(ctx, mission),
		agendaRows(ctx, mission.slug, code)
	]);
	const resolutions = resolutionsOf(row.resolutions);
	const agenda = agendaOf(row.agenda_items, beside);
	const { siblings } = row;
	const earlier = siblings.filter((s) => s.held_on < row.held_on);
	const codes = new Map([...siblings, row].map((s) => [s.id, s.code]));
	const codeOf = (id: string) => codes.get(id) ?? '';
	const previous = earlier.at(-1);
	const following = siblings.find((s) => s.held_on > row.held_on);
	const body = bodyOf(row.committees);
	const parts = (row.sections ?? {}) as Record<string, { version?: number } | undefined>;
	const line = lineOf(row);
	const rules = rulesOf(row.committees.rules);
	const attendance = attendanceOf(row.attendances);
	const session = { state: line.state, endsAt: timeOf(row.ends_at), second: row.second_of !== null };
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
		agenda: agenda.filter((item) => item.place === 'agenda'),
		putOff: agenda.filter((item) => item.place !== 'agenda'),
		attendance,
		resolutions,
		actions: actionsOf(row.actions, codeOf),
		reserves: reservesOf(row.endorsements, resolutions),
		carriedOver: actionsOf(
			earlier.flatMap((s) => s.actions.filter((a) => a.done_on === null)),
			codeOf
		),
		previous: previous ? lineOf(previous) : null,
		following: following ? lineOf(following) : null,
		papers: papersOf(contract, mission, body.code, line),
		parties: row.parties,
		updatedBy: row.updated_by_name,
		updatedAt: row.updated_at,
		quorum: quorumOf(rules, session, attendance),
		voting: rules.voting,
		secondAfter: rules.second?.days ?? null,
		second: session.second,
		after: afterOf(row, siblings)
	};
}
