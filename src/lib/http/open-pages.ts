/** Pages that ask for no session. Everything else does: a new page is closed until somebody writes it here. */
const open = [
	/^\/sign-in(\/|$)/,
	/^\/sign-out$/,
	/^\/password\/forgotten$/,
	/^\/auth\/confirm$/,
	/^\/first-run$/,
	/^\/invitation\/[^/]+$/,
	// Their secret is in the address.
	/^\/reply\/[^/]+$/,
	/^\/calendar\/[^/]+\.ics$/,
	/^\/accessibility$/,
	/^\/privacy$/,
	/^\/design$/,
	/^\/locale$/,
	/^\/healthz$/,
	/^\/_app\//
];

/** @param route the matched route; `null` when there is none: an unknown address is asked for a session too, so that it tells nothing */
export function isOpen(route: string | null, pathname: string): boolean {
	return open.some((shape) => shape.test(pathname));
}
