const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Bytes for the person's disk, never for the page: attached, not sniffed, kept by no cache. */
export function attachment(file: { bytes: Uint8Array; name: string; mediaType: string }): Response {
	const ascii = file.name.normalize('NFD').replace(/[^\x20-\x7e]|["\\]/g, '');
	return new Response(file.bytes as Uint8Array<ArrayBuffer>, {
		headers: {
			'content-type': file.mediaType,
			'content-length': String(file.bytes.byteLength),
			// RFC 6266: a plain name for old programs, the true one for the others.
			'content-disposition': `attachment; filename="${ascii || 'document'}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
			'x-content-type-options': 'nosniff',
			'cache-control': 'private, no-store',
			'content-security-policy': "default-src 'none'; sandbox"
		}
	});
}

export const wordFile = (file: { bytes: Uint8Array; name: string }): Response =>
	attachment({ ...file, mediaType: word });

const slides = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

export const slidesFile = (file: { bytes: Uint8Array; name: string }): Response =>
	attachment({ ...file, mediaType: slides });
