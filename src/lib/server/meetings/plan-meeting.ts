import type { PlanInput } from '#core/meetings/inputs.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';
import { replanAfter } from '#server/obligations/replan.ts';

/**
 * Plans a meeting of a body, as a draft nobody is told of; those who sit in the body are on its list.
 * @returns its code. @throws `not_allowed` for anybody but the project manager
 */
export async function planMeeting(ctx: Context, input: PlanInput): Promise<string> {
	const made = unwrap(
		await ctx.client.rpc('plan_meeting', {
			committee: input.committee,
			title: input.title,
			held_on: input.heldOn,
			starts_at: input.startsAt || null,
			place: input.place || null
		})
	);
	await replanAfter(ctx, made.mission_id);
	return made.code;
}
