import type { DecidingChoices } from '#core/meetings/deciding/view.ts';
import { DomainError } from '#core/errors.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';

/** What is chosen from while deciding in a meeting, as far as this person may see it. @throws `not_found` */
export async function readDeciding(ctx: Context, slug: string, code: string): Promise<DecidingChoices> {
	const found = unwrap(
		await ctx.client.rpc('meeting_deciding', { mission_slug: slug, meeting_code: code })
	) as unknown as DecidingChoices | null;
	if (!found) throw new DomainError('not_found', { code });
	return found;
}
