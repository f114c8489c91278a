import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';

/** How many things wait for this person, across missions. */
export async function countWaiting(ctx: Context): Promise<number> {
	return unwrap(await ctx.client.rpc('count_waiting'));
}
