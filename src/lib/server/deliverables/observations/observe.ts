import type { ObserveInput } from '#core/deliverables/observations/inputs.ts';
import type { Context } from '#server/context.ts';
import { insertObservation } from '#server/db/observations.ts';

/**
 * Asks for something to be corrected in the version that was handed in last; numbered at once, read by both sides.
 * @throws `not_found`, `not_allowed`, `another_version`, `observation_closed` once decided, `severity_missing`,
 * `observation_not_blocking`, `wording_missing`, `unknown_file`, `too_long`
 */
export async function observe(ctx: Context, input: ObserveInput): Promise<{ number: string }> {
	const { number } = await insertObservation(ctx, input);
	return { number };
}
