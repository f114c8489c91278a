import type { CorrectInput } from '#core/deliverables/observations/inputs.ts';
import type { Context } from '#server/context.ts';
import { insertCorrection } from '#server/db/observations.ts';

/**
 * Put right by who made it while it has no answer; what it said before is kept with it.
 * @throws `not_found`, `not_allowed`, `stale`, `not_from_here`, `observation_closed`, `nothing_changes`, `severity_missing`
 */
export async function correctObservation(ctx: Context, input: CorrectInput): Promise<{ number: string }> {
	const { number } = await insertCorrection(ctx, input);
	return { number };
}
