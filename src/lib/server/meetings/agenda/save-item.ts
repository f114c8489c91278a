import type { ItemInput } from '#core/meetings/inputs.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';

/** What an item stands at once saved: its version, when, and the version of the meeting a move is made on. */
export interface SavedItem {
	version: number;
	at: string;
	meetingVersion: number;
}

/**
 * Saves what is said of one item.
 * @throws `stale` with what stands now and who typed it, `not_from_here` before the session, `minutes_circulated`,
 * `not_allowed`, `too_long`, `not_found`
 */
export async function saveItem(
	ctx: Context,
	item: string,
	{ version, minutes, conclusion }: ItemInput
): Promise<SavedItem> {
	return unwrap(
		await ctx.client.rpc('save_item', { item, read_version: version, minutes, conclusion })
	) as unknown as SavedItem;
}
