import type { CheckInput } from '#core/deliverables/observations/inputs.ts';
import type { Context } from '#server/context.ts';
import { insertCheck } from '#server/db/observations.ts';

/**
 * Lifts or maintains, in the version that is there now: the client's side, and for what a body said its chair.
 * @throws `not_found`, `not_allowed`, `stale`, `another_version`, `not_from_here`, `answer_not_handed_in`, `reason_missing`
 */
export async function checkObservation(ctx: Context, input: CheckInput): Promise<{ number: string }> {
	const { number } = await insertCheck(ctx, input);
	return { number };
}
