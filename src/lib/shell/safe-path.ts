/**
 * Where to go back to: the path, query and fragment of `asked` when it is an address of `origin`, else `/`.
 * `//elsewhere.test` and `/\elsewhere.test` are addresses of another site to a browser, and so are refused.
 */
export function safePath(asked: unknown, origin: string): string {
	if (typeof asked !== 'string' || !asked.startsWith('/')) return '/';
	let url: URL;
	try {
		url = new URL(asked, origin);
	} catch {
		return '/';
	}
	// A path such as `/.//elsewhere.test` is normalised to one that begins with two slashes.
	if (url.origin !== new URL(origin).origin || url.pathname.startsWith('//')) return '/';
	return url.pathname + url.search + url.hash;
}
