import { proposedEnd } from '#core/meetings/after/stand.ts';
import { rulesOf } from '#core/meetings/rules.ts';
import type { MeetingState } from '#core/meetings/states.ts';
import type { Context } from '#server/context.ts';
import { unwrap, unwrapMaybe } from '#server/db/unwrap.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { replanAfter } from '#server/obligations/replan.ts';
import { DomainError } from '#core/errors.ts';
import { approveMinutes } from './after/approve.ts';
import { circulateMinutes } from './after/circulate.ts';

/** Minutes that go out, or are approved, come with their file. */
async function withFile(ctx: Context, meeting: string, version: number, to: MeetingState): Promise<void> {
	const row = unwrapMaybe(
		await ctx.client
			.from('meetings')
			.select(
				'code, missions!meetings_mission_id_fkey (slug), committees!meetings_committee_id_mission_id_fkey (rules)'
			)
			.eq('id', meeting)
			.maybeSingle()
	);
	if (!row?.missions) throw new DomainError('not_found');
	const mission = await readMission(ctx, row.missions.slug);
	if (to === 'approved') return approveMinutes(ctx, mission, row.code, version, { how: 'express' });
	const end = proposedEnd(rulesOf(row.committees?.rules).approval ?? null, mission.today);
	return circulateMinutes(ctx, mission, row.code, version, end);
}

/**
 * Takes a meeting to its next state. Convening, circulating and cancelling tell those on its list by mail; minutes go
 * out with the day for comments that the body's rules give, and are approved expressly.
 * @throws `not_from_here`, `meeting_in_the_future`, `reason_missing` when people were already told,
 * `convened_late` {days} without a reason, later than agreed, `stale`, `not_allowed`; as `circulateMinutes`, `approveMinutes`
 */
export async function moveMeeting(
	ctx: Context,
	meeting: string,
	version: number,
	to: MeetingState,
	reason = ''
): Promise<void> {
	if (to === 'circulated' || to === 'approved') return withFile(ctx, meeting, version, to);
	const { client } = ctx;
	const moved = unwrap(
		to === 'convened'
			? await client.rpc('convene_meeting', { meeting, read_version: version, reason })
			: await client.rpc('move_meeting', { meeting, read_version: version, to_state: to, reason })
	);
	await replanAfter(ctx, moved.mission_id);
}
