import type { MeetingState } from '#core/meetings/states.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';
import { replanAfter } from '#server/obligations/replan.ts';

/**
 * Takes a meeting to its next state. Convening, circulating and cancelling tell those on its list by mail.
 * @throws `not_from_here`, `meeting_in_the_future`, `reason_missing` when people were already told,
 * `convened_late` {days} without a reason, later than agreed, `stale`, `not_allowed`
 */
export async function moveMeeting(
	ctx: Context,
	meeting: string,
	version: number,
	to: MeetingState,
	reason = ''
): Promise<void> {
	const { client } = ctx;
	const moved = unwrap(
		to === 'convened'
			? await client.rpc('convene_meeting', { meeting, read_version: version, reason })
			: await client.rpc('move_meeting', { meeting, read_version: version, to_state: to, reason })
	);
	await replanAfter(ctx, moved.mission_id);
}
