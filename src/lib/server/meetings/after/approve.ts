import { asApproved } from '#core/meetings/after/as-if.ts';
import type { ApprovalWay } from '#core/meetings/after/types.ts';
import type { MeetingView } from '#core/meetings/view.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { replanAfter } from '#server/obligations/replan.ts';
import { withMinutes } from './put-minutes.ts';

export interface Approval {
	how: ApprovalWay;
	/** The meeting in whose session they are approved; with `meeting` alone. */
	sitting?: Pick<MeetingView, 'id' | 'code' | 'title' | 'heldOn'>;
}

/**
 * Approves minutes that went out: their file is made a last time, sealed by its SHA-256 in the journal, and kept.
 * @throws `not_allowed` for anybody but the project manager and the chair, `not_from_here`, `stale`,
 * `comments_unanswered` {count}, `comments_taken` {count} while what was taken is in no edition,
 * `silence_not_agreed`, `silence_running` {until}, `unknown_meeting` when that meeting is not sitting
 */
export async function approveMinutes(
	ctx: Context,
	mission: MissionContext,
	code: string,
	version: number,
	{ how, sitting }: Approval
): Promise<void> {
	await withMinutes(
		ctx,
		mission,
		code,
		(meeting) => asApproved(meeting, mission.today, how, sitting ?? null),
		async (paper, { id }) =>
			unwrap(
				await ctx.client.rpc('approve_minutes', {
					meeting: id,
					read_version: version,
					paper,
					how,
					approved_in: sitting?.id ?? null
				})
			)
	);
	await replanAfter(ctx, mission.id);
}
