import { DomainError } from '#core/errors.ts';
import type { Context } from '#server/context.ts';
import { unwrapMaybe } from '#server/db/unwrap.ts';

/** The id of a meeting by the words of its address. @throws `not_found` when there is none for this person */
export async function findMeeting(ctx: Context, slug: string, code: string): Promise<string> {
	const row = unwrapMaybe(
		await ctx.client
			.from('meetings')
			// Other tables tie meetings to missions too: the one meant is named.
			.select('id, missions!meetings_mission_id_fkey!inner (slug)')
			.eq('code', code)
			.eq('missions.slug', slug)
			.maybeSingle()
	);
	if (!row) throw new DomainError('not_found', { code });
	return row.id;
}
