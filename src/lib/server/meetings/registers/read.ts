import type { ActionRow, DecisionRow } from '#core/meetings/registers/types.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';

/** Every decision of a mission's meetings, as far as this person may read them, the newest meeting first. */
export async function readDecisions(ctx: Context, slug: string): Promise<DecisionRow[]> {
	return unwrap(
		await ctx.client.rpc('decisions_register', { mission_slug: slug })
	) as unknown as DecisionRow[];
}

/** Every action of a mission's meetings, the open ones first and of them the one due first. */
export async function readActions(ctx: Context, slug: string): Promise<ActionRow[]> {
	return unwrap(await ctx.client.rpc('actions_register', { mission_slug: slug })) as unknown as ActionRow[];
}
