/**
 * What `aria-current` says of a link: `page` on its own page, `true` on a page below it.
 * `exact` is for a root, such as the dashboard, whose address begins all the others.
 */
export function current(
	pathname: string,
	link: { href: string; also?: string[]; exact?: boolean }
): 'page' | 'true' | undefined {
	if (pathname === link.href) return 'page';
	if (link.exact) return undefined;
	const below = [link.href, ...(link.also ?? [])].some((start) => pathname.startsWith(`${start}/`));
	return below ? 'true' : undefined;
}
