import type { DeliverableView } from '#core/deliverables/view.ts';
import { DomainError } from '#core/errors.ts';
import type { Context } from '#server/context.ts';
import { selectDeliverable } from '#server/db/deliverables.ts';

/** @throws `not_found` when there is no such deliverable, or the person is no member of the mission */
export async function readDeliverable(ctx: Context, slug: string, code: string): Promise<DeliverableView> {
	const found = await selectDeliverable(ctx, slug, code);
	if (!found) throw new DomainError('not_found', { code });
	return found;
}
