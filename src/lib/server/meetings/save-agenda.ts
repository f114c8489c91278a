import type { AgendaItem } from '#core/meetings/view.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';

/** Saves the agenda with its minutes, in the order given. @returns the version to write on. @throws `stale`, `minutes_circulated`, `not_allowed` */
export async function saveAgenda(
	ctx: Context,
	meeting: string,
	version: number,
	items: AgendaItem[]
): Promise<number> {
	return unwrap(
		await ctx.client.rpc('set_agenda', {
			meeting,
			read_version: version,
			items: items.map((i) => ({ ...i }))
		})
	);
}
