import type { WithdrawInput } from '#core/deliverables/observations/inputs.ts';
import type { Context } from '#server/context.ts';
import { insertWithdrawal } from '#server/db/observations.ts';

/**
 * Taken back by who made it, before the contractor answered; it stays readable.
 * @throws `not_found`, `not_allowed`, `stale`, `not_from_here` once answered, `reason_missing`
 */
export async function withdrawObservation(ctx: Context, input: WithdrawInput): Promise<{ number: string }> {
	const { number } = await insertWithdrawal(ctx, input);
	return { number };
}
