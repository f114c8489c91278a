import type { AgendaItem } from '#core/meetings/view.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';

/**
 * Saves the agenda in the order given. Items with an `id` keep what was said of them (see `saveItem`); those without
 * one are new, or the item of that title, with what is said of it. An item with text is only taken off by name.
 * @param removed items taken off, at the version that was read
 * @returns the version to write on. @throws `stale`, `minutes_circulated`, `not_allowed`, `agenda_row`, `unknown_ref`
 */
export async function saveAgenda(
	ctx: Context,
	meeting: string,
	version: number,
	items: AgendaItem[],
	removed: { id: string; version: number }[] = []
): Promise<number> {
	const kept = items.map(
		({ id, title, purpose, minutes, conclusion, duration, presenter, refs, takes }) => ({
			title,
			purpose,
			...(id ? { id } : { minutes, conclusion }),
			...(takes && !id ? { from: takes } : {}),
			...(duration === undefined ? {} : { duration }),
			...(presenter === undefined ? {} : { presenter }),
			...(refs === undefined ? {} : { refs: refs.map((ref) => ({ kind: ref.kind, id: ref.id })) })
		})
	);
	const gone = removed.map((one) => ({ ...one, removed: true }));
	return unwrap(
		await ctx.client.rpc('set_agenda', { meeting, read_version: version, items: [...kept, ...gone] })
	);
}
