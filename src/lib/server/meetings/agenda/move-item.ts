import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';

export interface PutOff {
	place: 'moved' | 'parking';
	/** The meeting that takes it up. */
	meeting: string | null;
}

/**
 * Puts an item off to the next meeting of the body, or onto its parking list; onto that list too when there is no next
 * meeting. @throws `not_from_here`, `minutes_circulated`, `not_allowed`, `not_found`
 */
export async function putOffItem(ctx: Context, item: string, place: PutOff['place']): Promise<PutOff> {
	return unwrap(await ctx.client.rpc('put_off_item', { item, place })) as unknown as PutOff;
}

/** Takes an item that was put off onto an agenda. @returns its id there. @throws `not_from_here`, `not_allowed`, `not_found` */
export async function takeItem(ctx: Context, meeting: string, item: string): Promise<string> {
	return unwrap(await ctx.client.rpc('take_item', { meeting, item }));
}
