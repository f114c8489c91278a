interface Named {
	name: string;
	mediaType: string;
	/** As a validator, where the bytes are on record. */
	sha256?: string;
}

/** A name in a header: ASCII for old readers, UTF-8 beside it (RFC 6266, RFC 8187). */
function disposition(way: 'attachment' | 'inline', name: string): string {
	const plain = name
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/[^\x20-\x7e]/g, '_')
		.replace(/["\\]/g, '_');
	const exact = encodeURIComponent(name).replace(
		/['()*]/g,
		(c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`
	);
	return `${way}; filename="${plain}"; filename*=UTF-8''${exact}`;
}

function answer(
	bytes: Uint8Array,
	file: Named,
	way: 'attachment' | 'inline',
	more: Record<string, string>
): Response {
	return new Response(bytes as Uint8Array<ArrayBuffer>, {
		headers: {
			'content-type': file.mediaType,
			'content-length': String(bytes.length),
			'content-disposition': disposition(way, file.name),
			'x-content-type-options': 'nosniff',
			'cache-control': 'private, no-store',
			'cross-origin-resource-policy': 'same-origin',
			...(file.sha256 ? { etag: `"${file.sha256}"` } : {}),
			...more
		}
	});
}

/** A file to keep. Were it opened as a page after all, nothing in it could run or be fetched. */
export const attachment = (bytes: Uint8Array, file: Named) =>
	answer(bytes, file, 'attachment', { 'content-security-policy': "sandbox; default-src 'none'" });

/**
 * A file to look at inside one of our pages, and nowhere else; it runs and fetches nothing. Browsers show no PDF in a
 * sandbox: theirs is a viewer of its own, and files with actions were refused when they came.
 */
export const inline = (bytes: Uint8Array, file: Named) =>
	answer(bytes, file, 'inline', {
		'content-security-policy': `${file.mediaType === 'application/pdf' ? '' : 'sandbox; '}default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'; form-action 'none'`,
		'x-frame-options': 'SAMEORIGIN'
	});
