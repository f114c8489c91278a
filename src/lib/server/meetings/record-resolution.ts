import type { SaidResolution } from '#core/meetings/deciding/inputs.ts';
import type { Context } from '#server/context.ts';
import type { Json } from '#server/db/types.gen.ts';
import { unwrap } from '#server/db/unwrap.ts';

/**
 * Records what the body decided, under a number of its own; with an `id`, corrects one before the minutes go out. It
 * binds at once when the project manager or the chair says it, and with it what it says of a version; the contractor's
 * waits for them.
 * @returns its number
 * @throws `no_quorum`, `votes_exceed`, `vote_contradicted`, `already_decided` with the first decision, `another_version`, `stale`
 */
export async function recordResolution(
	ctx: Context,
	meeting: string,
	input: SaidResolution
): Promise<string> {
	const said = {
		wording: input.wording,
		kind: input.kind,
		version: input.versionId,
		effect_on: input.effectOn,
		item: input.itemId ?? null,
		result: input.result ?? 'adopted',
		votes: (input.votes ?? null) as Json,
		outcome: input.outcome ?? null,
		reserves: (input.lines ?? []) as unknown as Json,
		seen_sha256: input.seen ?? null
	};
	const answer = input.id
		? await ctx.client.rpc('correct_resolution', {
				resolution: input.id,
				read_version: input.version ?? 0,
				...said
			})
		: await ctx.client.rpc('record_resolution', { meeting, ...said });
	return unwrap(answer).number;
}
