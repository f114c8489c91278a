import type { AgainInput } from '#core/meetings/deciding/inputs.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';
import { replanAfter } from '#server/obligations/replan.ts';

/**
 * Plans a second meeting on the same agenda, for want of quorum; it is a draft until it is convened.
 * @returns its code
 * @throws `quorum_reached`, `too_soon` {earliest}, `convened_again` {code}, `not_allowed` for anybody but the project manager
 */
export async function conveneAgain(ctx: Context, meeting: string, input: AgainInput): Promise<string> {
	const made = unwrap(
		await ctx.client.rpc('convene_again', {
			meeting,
			held_on: input.heldOn,
			starts_at: input.startsAt || null,
			place: input.place || null
		})
	);
	await replanAfter(ctx, made.mission_id);
	return made.code;
}
