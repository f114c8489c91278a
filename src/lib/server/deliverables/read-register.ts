import type { RegisterRow } from '#core/deliverables/view.ts';
import type { Context } from '#server/context.ts';
import { selectRegister } from '#server/db/deliverables.ts';

/** The mission's deliverables in the order of the contract; empty for who is not one of its members. */
export function readRegister(ctx: Context, slug: string): Promise<RegisterRow[]> {
	return selectRegister(ctx, slug);
}
