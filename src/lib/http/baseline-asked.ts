/** The number of the frozen plan that an address asks for; undefined for the last one. */
export function baselineAsked(url: URL): number | undefined {
	const asked = url.searchParams.get('baseline');
	return asked !== null && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : undefined;
}
