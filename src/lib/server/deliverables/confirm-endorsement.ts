import type { EndorseInput } from '#core/deliverables/inputs.ts';
import type { Context } from '#server/context.ts';
import { insertEndorsement } from '#server/db/deliverables.ts';
import { insertEndorsementWithReserves } from '#server/db/observations.ts';

/**
 * The chair confirms what the body said of a version; votes are closed then. Reserves whose severity was chosen are
 * numbered in the same act; without, they stay the words they are until the chair numbers them.
 * @throws `not_found`, `not_allowed`, `another_version`, `no_vote_yet`, `unknown_meeting`, `reason_missing`, `not_from_here`
 */
export async function confirmEndorsement(ctx: Context, input: EndorseInput): Promise<{ id: string }> {
	const { id } = input.lines
		? await insertEndorsementWithReserves(ctx, input, input.lines)
		: await insertEndorsement(ctx, input);
	return { id };
}
