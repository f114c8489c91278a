import type { Context } from '#server/context.ts';
import { deleteDraft } from '#server/db/deliverables.ts';

/** Takes back a file put aside: its row first, then its bytes. @throws `not_found`, `not_allowed` */
export async function removeDraft(ctx: Context, id: string): Promise<void> {
	await ctx.files.drop(await deleteDraft(ctx, id));
}
