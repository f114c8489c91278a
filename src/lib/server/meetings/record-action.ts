import type { ActionInput } from '#core/meetings/inputs.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';

/**
 * Records what somebody is to do, under a number of its own; with an `id`, corrects one before the minutes go out.
 * @returns its number
 */
export async function recordAction(ctx: Context, meeting: string, input: ActionInput): Promise<string> {
	const said = {
		wording: input.wording,
		owner: input.ownerId,
		owner_name: input.ownerName,
		due_on: input.dueOn,
		item: input.itemId ?? null
	};
	const answer = input.id
		? await ctx.client.rpc('correct_action', { action: input.id, read_version: input.version, ...said })
		: await ctx.client.rpc('record_action', { meeting, ...said });
	return unwrap(answer).number;
}
