import type { NumberInput } from '#core/deliverables/observations/inputs.ts';
import type { Context } from '#server/context.ts';
import { insertReserves } from '#server/db/observations.ts';

/**
 * The chair turns what the body said in its endorsement into numbered reserves.
 * @throws `not_found`, `not_allowed`, `not_from_here` without an endorsement with reserves, `already_numbered`,
 * `observation_closed`
 */
export async function numberReserves(ctx: Context, input: NumberInput): Promise<{ count: number }> {
	return { count: await insertReserves(ctx, input) };
}
