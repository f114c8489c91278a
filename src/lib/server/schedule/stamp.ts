import { DomainError } from '#core/errors.ts';
import type { Context } from '#server/context.ts';
import { unwrapMaybe } from '#server/db/unwrap.ts';

/** What changes whenever anything of the schedule does, and who changed it last. @throws `not_found` */
export async function scheduleStamp(
	ctx: Context,
	slug: string
): Promise<{ stamp: string; by: string | null }> {
	const found = unwrapMaybe(await ctx.client.rpc('schedule_stamp', { mission_slug: slug }));
	if (!found) throw new DomainError('not_found');
	return found as unknown as { stamp: string; by: string | null };
}
