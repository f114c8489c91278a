import { constants, createBrotliCompress, createGzip } from 'node:zlib';

/** What shrinks: pages, data, drawings. Pictures, documents and archives are compressed already. */
const SHRINKS =
	/^(text\/|image\/svg\+xml|application\/(json|javascript|xml|manifest\+json|[a-z.-]+\+(json|xml))\b)/i;
/** Below this many bytes the answer would not travel faster. */
const WORTH = 1400;

/**
 * What this client takes, ours first: brotli finds what repeats far back in a long page, gzip is known to all.
 * @param {string | string[] | undefined} accept @returns {'br' | 'gzip' | null}
 */
export function chosenEncoding(accept) {
	const given = String(accept ?? '').toLowerCase();
	/** @param {string} name */
	const taken = (name) =>
		given.split(',').some((one) => {
			const [token, ...rest] = one.split(';').map((part) => part.trim());
			return token === name && !rest.some((part) => /^q=0(\.0*)?$/.test(part));
		});
	return taken('br') ? 'br' : taken('gzip') ? 'gzip' : null;
}

/** @param {'br' | 'gzip'} encoding */
function compressor(encoding) {
	return encoding === 'br'
		? createBrotliCompress({
				flush: constants.BROTLI_OPERATION_FLUSH,
				params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 22 }
			})
		: createGzip({ level: 5, flush: constants.Z_SYNC_FLUSH });
}

/**
 * Lets what is answered here travel compressed, where the client takes it and it is worth it. What says that it is
 * encoded already, or must not be transformed, passes as it is; what is streamed stays streamed.
 * @param {import('node:http').IncomingMessage} req @param {import('node:http').ServerResponse} res
 */
export function compressAnswers(req, res) {
	const encoding = chosenEncoding(req.headers['accept-encoding']);
	if (encoding === null || req.method === 'HEAD') return;
	const { write, end, writeHead } = res;
	/** @type {ReturnType<typeof compressor> | null} */
	let stream = null;
	let decided = false;

	/** @param {number} status @param {number | null} size of an answer that comes whole */
	function decide(status, size) {
		if (decided) return;
		decided = true;
		const type = String(res.getHeader('content-type') ?? '');
		const length = Number(res.getHeader('content-length') ?? size ?? WORTH);
		const plain =
			!res.hasHeader('content-encoding') &&
			!/no-transform/.test(String(res.getHeader('cache-control')));
		if (
			!SHRINKS.test(type) ||
			!plain ||
			status < 200 ||
			status === 204 ||
			status === 206 ||
			status === 304
		)
			return;
		res.appendHeader('vary', 'accept-encoding');
		if (length < WORTH) return;
		res.removeHeader('content-length');
		res.setHeader('content-encoding', /** @type {string} */ (encoding));
		// The same page, other bytes.
		const tag = res.getHeader('etag');
		if (typeof tag === 'string' && !tag.startsWith('W/')) res.setHeader('etag', `W/${tag}`);
		const made = compressor(/** @type {'br' | 'gzip'} */ (encoding));
		stream = made;
		made.on('data', (chunk) => {
			if (!write.call(res, chunk, 'utf8')) made.pause();
		});
		made.on('end', () => end.call(res));
		made.on('drain', () => res.emit('drain'));
		made.on('error', () => res.destroy());
		res.on('drain', () => made.resume());
		res.on('close', () => made.destroy());
	}

	res.writeHead = /** @type {any} */ (
		(/** @type {number} */ status, /** @type {any} */ ...rest) => {
			const headers = rest.findLast(
				(/** @type {unknown} */ one) => typeof one === 'object' && one !== null
			);
			if (headers && !Array.isArray(headers)) {
				for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
				rest = rest.filter((/** @type {unknown} */ one) => one !== headers);
			}
			decide(status, null);
			return writeHead.call(res, status, ...rest);
		}
	);
	res.write = /** @type {any} */ (
		(/** @type {any} */ chunk, /** @type {any} */ ...rest) => {
			decide(res.statusCode, null);
			return stream ? stream.write(chunk, ...rest) : write.call(res, chunk, ...rest);
		}
	);
	res.end = /** @type {any} */ (
		(/** @type {any} */ chunk, /** @type {any} */ ...rest) => {
			const whole = typeof chunk === 'string' || chunk instanceof Uint8Array;
			if (!res.headersSent) decide(res.statusCode, whole ? Buffer.byteLength(chunk) : 0);
			if (!stream) return end.call(res, chunk, ...rest);
			if (whole) stream.end(chunk);
			else stream.end();
			return res;
		}
	);
}
