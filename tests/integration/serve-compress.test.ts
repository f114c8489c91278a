import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWebServer } from '../../scripts/lib/web-server.mjs';
import { chosenEncoding } from '../../scripts/lib/compress.mjs';

const page = `<!doctype html>${'<p>Une ligne du planning</p>'.repeat(20_000)}`;
const answers: Record<
	string,
	{ headers: Record<string, string>; body: string | Uint8Array; status?: number }
> = {
	'/page': { headers: { 'content-type': 'text/html; charset=utf-8', etag: '"abc"' }, body: page },
	'/short': { headers: { 'content-type': 'text/html', 'content-length': '12' }, body: '<p>Court</p>' },
	'/encoded': { headers: { 'content-type': 'text/css', 'content-encoding': 'br' }, body: page },
	'/picture': { headers: { 'content-type': 'image/png' }, body: new Uint8Array(9000) },
	'/empty': { headers: {}, body: '', status: 304 }
};

let server: ReturnType<typeof createWebServer>;
let port: number;
beforeAll(async () => {
	server = createWebServer({
		origin: undefined,
		handler: async (req, res) => {
			const { headers, body, status = 200 } = answers[req.url ?? '']!;
			for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
			res.writeHead(status);
			if (req.url !== '/page') return void res.end(body);
			// As adapter-node does: piece by piece, waiting for the drain.
			for (let at = 0; at < page.length; at += 60_000)
				if (!res.write(page.slice(at, at + 60_000))) await new Promise((go) => res.once('drain', go));
			res.end();
		}
	});
	port = await server.listen(['127.0.0.1'], 0);
});
afterAll(() => server.stop(0));

const get = (path: string, accept?: string, method = 'GET') =>
	new Promise<{ headers: Record<string, unknown>; bytes: Buffer; status: number }>((resolve, reject) => {
		const headers = accept === undefined ? {} : { 'accept-encoding': accept };
		const asked = request({ port, host: '127.0.0.1', path, headers, method }, (res) => {
			const parts: Buffer[] = [];
			res.on('data', (part: Buffer) => parts.push(part));
			res.on('end', () =>
				resolve({ headers: res.headers, bytes: Buffer.concat(parts), status: res.statusCode! })
			);
		});
		asked.on('error', reject);
		asked.end();
	});

describe('a page travels compressed', () => {
	it('by brotli, else by gzip, whole and in a fraction of its bytes', async () => {
		const small = await get('/page', 'gzip, deflate, br');
		expect(small.headers).toMatchObject({
			'content-encoding': 'br',
			vary: 'accept-encoding',
			etag: 'W/"abc"'
		});
		expect(brotliDecompressSync(small.bytes).toString()).toBe(page);
		expect(small.bytes.length).toBeLessThan(page.length / 50);
		const zipped = await get('/page', 'gzip, br;q=0');
		expect(zipped.headers['content-encoding']).toBe('gzip');
		expect(gunzipSync(zipped.bytes).toString()).toBe(page);
	});

	it('only to who takes it', async () => {
		for (const accept of [undefined, 'identity', 'br;q=0, gzip;q=0.0']) {
			const plain = await get('/page', accept);
			expect(plain.headers['content-encoding']).toBeUndefined();
			expect(plain.bytes.toString()).toBe(page);
		}
	});

	it('and nothing else is touched: what is short, encoded already, a picture, an answer without a body', async () => {
		for (const path of ['/short', '/picture', '/empty']) {
			const answer = await get(path, 'br');
			expect([path, answer.headers['content-encoding']]).toEqual([path, undefined]);
			expect(answer.bytes.length).toBe(answers[path]!.body.length);
		}
		const encoded = await get('/encoded', 'gzip, br');
		expect(encoded.headers['content-encoding']).toBe('br');
		expect(encoded.bytes.toString()).toBe(page);
		expect((await get('/page', 'br', 'HEAD')).headers['content-encoding']).toBeUndefined();
	});
});

it('reads what a client takes', () => {
	expect(chosenEncoding('gzip;q=0.5, BR')).toBe('br');
	expect(chosenEncoding(['gzip'])).toBe('gzip');
	expect(chosenEncoding('brotli, xgzip')).toBeNull();
	expect(chosenEncoding(undefined)).toBeNull();
});
