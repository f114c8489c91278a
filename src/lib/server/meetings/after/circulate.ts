import type { Day } from '#core/calendar/days.ts';
import { asCirculated } from '#core/meetings/after/as-if.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { replanAfter } from '#server/obligations/replan.ts';
import { withMinutes } from './put-minutes.ts';

/**
 * Sends the minutes to those on the list: their file is made, kept, and named in the act that mails it.
 * @param until members may comment until that day, included; null for no day
 * @throws `not_allowed`, `not_from_here`, `stale`, `decisions_unconfirmed` {count}, `comments_unanswered` {count},
 * `date_in_the_past` on `commentsUntil`
 */
export async function circulateMinutes(
	ctx: Context,
	mission: MissionContext,
	code: string,
	version: number,
	until: Day | null
): Promise<void> {
	await withMinutes(
		ctx,
		mission,
		code,
		(meeting) => asCirculated(meeting, mission.today, until),
		async (paper, { id }) =>
			unwrap(
				await ctx.client.rpc('circulate_minutes', {
					meeting: id,
					read_version: version,
					paper,
					comments_until: until
				})
			)
	);
	await replanAfter(ctx, mission.id);
}
