import type { Details, Notes } from '#core/meetings/view.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';
import { replanAfter } from '#server/obligations/replan.ts';

const columns = {
	title: 'title',
	heldOn: 'held_on',
	startsAt: 'starts_at',
	endsAt: 'ends_at',
	place: 'place',
	chairedBy: 'chaired_by',
	writtenBy: 'written_by',
	discussion: 'discussion',
	nextMeeting: 'next_meeting'
} as const;

/**
 * Saves what is given of a meeting's own lines; the rest stays.
 * @returns the version of this part to write on. @throws `stale` with who changed what, `minutes_circulated`, `not_allowed`
 */
export async function saveDetails(
	ctx: Context,
	meeting: string,
	version: number,
	given: Partial<Details & Notes>
): Promise<number> {
	const content = Object.fromEntries(
		Object.entries(columns).flatMap(([key, column]) => {
			const value = given[key as keyof typeof columns];
			return value === undefined ? [] : [[column, value]];
		})
	);
	const saved = unwrap(await ctx.client.rpc('edit_meeting', { meeting, read_version: version, content }));
	if (given.heldOn !== undefined) {
		const row = unwrap(await ctx.client.from('meetings').select('mission_id').eq('id', meeting).single());
		await replanAfter(ctx, row.mission_id);
	}
	return saved;
}
