import type { AnswerInput } from '#core/deliverables/observations/inputs.ts';
import type { Context } from '#server/context.ts';
import { insertAnswer } from '#server/db/observations.ts';

/**
 * The contractor answers. What it accepts is carried by the next version that is handed in.
 * @throws `not_found`, `not_allowed`, `stale`, `not_from_here`, `reason_missing`, `unknown_version`
 */
export async function answerObservation(ctx: Context, input: AnswerInput): Promise<{ number: string }> {
	const { number } = await insertAnswer(ctx, input);
	return { number };
}
