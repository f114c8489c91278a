import type { ResolutionInput } from '#core/meetings/inputs.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';

/**
 * Records what the body decided, under a number of its own; with an `id`, corrects one before the minutes go out.
 * @returns its number
 */
export async function recordResolution(
	ctx: Context,
	meeting: string,
	input: ResolutionInput
): Promise<string> {
	const said = {
		wording: input.wording,
		kind: input.kind,
		version: input.versionId,
		effect_on: input.effectOn
	};
	const answer = input.id
		? await ctx.client.rpc('correct_resolution', { resolution: input.id, ...said })
		: await ctx.client.rpc('record_resolution', { meeting, ...said });
	return unwrap(answer).number;
}
