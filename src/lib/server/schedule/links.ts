import { z } from 'zod';
import type { Link } from '#core/schedule/network/types.ts';
import { DomainError } from '#core/errors.ts';
import type { Context } from '#server/context.ts';
import { unwrap, unwrapMaybe } from '#server/db/unwrap.ts';

const values = {
	type: z.enum(['FS', 'SS', 'FF', 'SF'], 'choice_missing'),
	lag: z.number().int('lag_out_of_range').min(-1000, 'lag_out_of_range').max(1000, 'lag_out_of_range'),
	lagUnit: z.enum(['working', 'calendar'], 'choice_missing')
};
export const newLinkSchema = z.object({
	from: z.uuid('link_nowhere'),
	to: z.uuid('link_nowhere'),
	type: values.type.default('FS'),
	lag: values.lag.default(0),
	lagUnit: values.lagUnit.default('working')
});
/** `version`: the one that was read. */
export const linkEditSchema = z.object({ ...values, version: z.number().int().min(1) });
/** All that a line follows. `read`: the links that were on the screen, with their versions. */
export const lineLinksSchema = z.object({
	links: z.array(newLinkSchema.omit({ to: true })).max(500, 'too_many_links'),
	read: z.array(z.object({ id: z.uuid(), version: z.number().int().min(1) })).max(500, 'too_many_links')
});
export type LineLinks = z.output<typeof lineLinksSchema>;
export type NewLink = z.output<typeof newLinkSchema>;
export type LinkEdit = z.output<typeof linkEditSchema>;

/** A link as the page knows it. */
async function readLink(ctx: Context, id: string): Promise<Link & { version: number }> {
	const l = unwrapMaybe(
		await ctx.client
			.from('task_links')
			.select('id, from_id, to_id, type, lag, lag_unit, version')
			.eq('id', id)
			.maybeSingle()
	);
	if (!l) throw new DomainError('not_found');
	return {
		id: l.id,
		from: l.from_id,
		to: l.to_id,
		type: l.type as Link['type'],
		lag: l.lag,
		lagUnit: l.lag_unit as Link['lagUnit'],
		version: l.version
	};
}

/**
 * Ties a line to the one it follows. Nothing moves: what the plan then needs is another act.
 * @throws `link_cycle` with the lines of the circle in order, `link_twice`, `link_itself`, `link_nowhere`,
 * `link_phase`, `link_meeting`, `lag_out_of_range`, `not_allowed`, `not_found`
 */
export async function addLink(
	ctx: Context,
	missionId: string,
	link: NewLink
): Promise<Link & { version: number }> {
	const id = unwrap(
		await ctx.client.rpc('link_lines', {
			mission: missionId,
			from_line: link.from,
			to_line: link.to,
			type: link.type,
			lag: link.lag,
			lag_unit: link.lagUnit
		})
	);
	return readLink(ctx, id);
}

/** @throws `stale`, `lag_out_of_range`, `not_allowed`, `not_found` */
export async function editLink(
	ctx: Context,
	id: string,
	edit: LinkEdit
): Promise<Link & { version: number }> {
	const { type, lag, lagUnit, version: read_version } = edit;
	unwrap(await ctx.client.rpc('edit_link', { link: id, read_version, type, lag, lag_unit: lagUnit }));
	return readLink(ctx, id);
}

/** @throws `stale`, `not_allowed`, `not_found` */
export async function removeLink(ctx: Context, id: string, version: number): Promise<void> {
	unwrapMaybe(await ctx.client.rpc('remove_link', { link: id, read_version: version }));
}

/**
 * Makes the links of one line those that are given, as one act: all of them, or none. Links from lines that are not
 * drawn (off the plan, without a day) stay as they are.
 * @returns the links of the line as they now stand
 * @throws with `at`, the place of the wrong one from 1, and `title`, its line: `link_cycle`, `link_twice`, `link_itself`,
 * `link_nowhere`, `link_phase`, `lag_out_of_range`; `stale` when they are not those that were read; `link_meeting`,
 * `too_many_links`, `not_allowed`, `not_found`
 */
export async function setLinks(
	ctx: Context,
	line: string,
	{ links, read }: LineLinks
): Promise<(Link & { version: number })[]> {
	const asked = { line, read_links: read as never, links: links as never };
	return unwrap(await ctx.client.rpc('set_links', asked)) as unknown as (Link & { version: number })[];
}
