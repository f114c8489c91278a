import http from 'node:http';
import { compressAnswers } from './compress.mjs';
import { judgeHost } from './origin.mjs';

/** The header through which adapter-node learns the protocol; whatever a client sends under it is dropped. */
export const PROTOCOL_HEADER = 'x-jalon-protocol';

/**
 * An http server in front of a request handler: refuses hosts that are not ours, compresses what is worth it,
 * listens on several addresses, and stops cleanly.
 * @param {{ handler: (req: http.IncomingMessage, res: http.ServerResponse, next: () => void) => unknown,
 *           origin: URL | undefined, report?: (error: unknown) => void }} options
 */
export function createWebServer({ handler, origin, report = () => {} }) {
	/** @type {http.Server[]} */
	const servers = [];
	let stopping = false;

	/** @type {http.RequestListener} */
	function answer(req, res) {
		if (stopping) res.setHeader('connection', 'close');
		res.on('close', () => stopping && servers.forEach((server) => server.closeIdleConnections()));
		const verdict = judgeHost({
			host: req.headers.host,
			path: req.url ?? '',
			peer: req.socket.remoteAddress,
			origin
		});
		if (!verdict.ok) return say(res, verdict.status, verdict.sentence);
		req.headers.host = verdict.host;
		compressAnswers(req, res);
		req.headers[PROTOCOL_HEADER] = origin ? origin.protocol.slice(0, -1) : 'http';
		Promise.resolve()
			.then(() => handler(req, res, () => say(res, 404, 'Cette page n’existe pas.')))
			.catch((error) => {
				report(error);
				say(
					res,
					500,
					'Une erreur est survenue. Réessayez ; si elle persiste, prévenez l’administrateur.'
				);
			});
	}

	/** @param {string} address @param {number} port @returns {Promise<number>} the port it got */
	function listenOn(address, port) {
		const server = http.createServer(
			{ requestTimeout: 300_000, headersTimeout: 20_000, keepAliveTimeout: 65_000 },
			answer
		);
		return new Promise((resolve, reject) => {
			server.once('error', reject);
			server.listen({ port, host: address, ipv6Only: address === '::1' }, () => {
				server.off('error', reject);
				server.on('error', report);
				servers.push(server);
				resolve(/** @type {import('node:net').AddressInfo} */ (server.address()).port);
			});
		});
	}

	return {
		/**
		 * Listens on every address that this machine has. Rejects with the system's error (`code` EADDRINUSE …).
		 * @param {string[]} addresses @param {number} port @returns {Promise<number>} the port, the same on all
		 */
		async listen(addresses, port) {
			let chosen = port;
			for (const [index, address] of addresses.entries()) {
				try {
					chosen = await listenOn(address, chosen);
				} catch (error) {
					const missing = ['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL'].includes(
						/** @type {any} */ (error).code
					);
					if (index > 0 && missing) continue;
					await this.stop(0);
					throw error;
				}
			}
			return chosen;
		},
		/**
		 * Accepts nothing new, lets what is under way finish for at most `grace` milliseconds, then closes.
		 * @param {number} grace
		 */
		async stop(grace) {
			stopping = true;
			const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)));
			servers.forEach((server) => server.closeIdleConnections());
			const timer = setTimeout(() => servers.forEach((server) => server.closeAllConnections()), grace);
			await Promise.all(closed);
			clearTimeout(timer);
		}
	};
}

/** @param {http.ServerResponse} res @param {number} status @param {string} sentence */
function say(res, status, sentence) {
	if (res.headersSent) return void res.destroy();
	res.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
	res.end(`${sentence}\n`);
}
