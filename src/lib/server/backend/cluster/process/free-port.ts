import { createServer } from 'node:net';

/** A port of the loopback that nobody uses now; somebody may take it meanwhile, so be ready to ask again. */
export function freePort(): Promise<number> {
	return new Promise((done, fail) => {
		const server = createServer();
		server.once('error', fail);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => done(address && typeof address === 'object' ? address.port : 0));
		});
	});
}
