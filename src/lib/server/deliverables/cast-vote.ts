import type { VoteInput } from '#core/deliverables/inputs.ts';
import type { Context } from '#server/context.ts';
import { insertVote } from '#server/db/deliverables.ts';

/**
 * Records a member's vote on the exact version they had in front of them; a later vote counts instead.
 * @throws `not_found`, `not_allowed`, `another_version` (which one is there now), `vote_closed`, `reason_missing`
 */
export async function castVote(ctx: Context, input: VoteInput): Promise<{ id: string; at: string }> {
	const { id, at } = await insertVote(ctx, input);
	return { id, at };
}
