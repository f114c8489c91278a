import type { ExclusionInput, SettleInput } from '#core/indicators/inputs.ts';
import type { Context } from '#server/context.ts';
import { unwrapMaybe } from '#server/db/unwrap.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';

/**
 * Says that a day was exceptional. Nothing changes until the client accepts it.
 * @throws `not_allowed`, `not_from_here` when it waits or counts already, `in_the_future`, `reason_missing`
 */
export async function proposeExclusion(
	ctx: Context,
	mission: MissionContext,
	{ register, day, reason }: ExclusionInput
): Promise<void> {
	unwrapMaybe(await ctx.client.rpc('propose_exclusion', { mission: mission.id, register, day, reason }));
}

/**
 * The client's word on an exceptional day.
 * @throws `not_allowed` for anybody but the project manager, `stale`, `not_from_here`, `reason_missing` unless accepted
 */
export async function settleExclusion(
	ctx: Context,
	mission: MissionContext,
	{ register, day, number, verdict, reason }: SettleInput
): Promise<void> {
	unwrapMaybe(
		await ctx.client.rpc('settle_exclusion', {
			mission: mission.id,
			register,
			day,
			read_number: number,
			verdict,
			reason
		})
	);
}
