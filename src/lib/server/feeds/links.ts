import type { Context } from '#server/context.ts';
import { unwrap, unwrapMaybe } from '#server/db/unwrap.ts';

/** A calendar's link, without its secret, which is kept nowhere. */
export interface CalendarLink {
	id: string;
	/** Short title of its mission; null for all of the person's. */
	mission: string | null;
	slug: string | null;
	/** Instants. */
	createdAt: string;
	readAt: string | null;
	/** The person left that mission: it gives nothing. */
	ended: boolean;
}

/** The person's own links that were not revoked. */
export async function listCalendarLinks(ctx: Context): Promise<CalendarLink[]> {
	return unwrap(await ctx.client.rpc('my_calendar_links')) as unknown as CalendarLink[];
}

/**
 * Makes a link and gives its address, which is shown this once.
 * @param what one mission by its slug, or all of the person's; or the link to put another in place of, which then gives
 * nothing any more
 * @throws `not_found` for a mission one is no member of, `too_many_feeds` above twenty
 */
export async function makeCalendarLink(
	ctx: Context,
	what: { slug?: string; insteadOf?: string },
	locale: 'fr' | 'en'
): Promise<string> {
	const secret = unwrap(
		await ctx.client.rpc('make_calendar_link', {
			mission_slug: what.slug,
			locale,
			instead_of: what.insteadOf
		})
	);
	return `${ctx.settings.siteUrl}/calendar/${secret}.ics`;
}

/** Ends a link for good. @throws `not_found` */
export async function revokeCalendarLink(ctx: Context, id: string): Promise<void> {
	const { error } = await ctx.client.rpc('revoke_calendar_link', { link: id });
	unwrapMaybe({ data: null, error });
}
