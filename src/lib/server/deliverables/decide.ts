import type { DecideInput } from '#core/deliverables/inputs.ts';
import type { Context } from '#server/context.ts';
import { insertDecision } from '#server/db/deliverables.ts';

/**
 * The client's decision, which takes effect at its notification, sent in the same transaction.
 * @throws `not_found`, `not_allowed`, `another_version`, `endorsement_missing`, `reason_missing`, `reduction_missing`,
 * `not_from_here` (a second decision), `nobody_to_notify`
 */
export async function decide(ctx: Context, input: DecideInput): Promise<{ number: string }> {
	const { number } = await insertDecision(ctx, input);
	return { number };
}
