import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { ask, fakeBuild, freePort, startServer } from '../fixtures/wrapped-server.ts';

const temp = mkdtempSync(path.join(os.tmpdir(), 'jalon-serve-'));
const plain = fakeBuild(path.join(temp, 'plain'));
const started: ReturnType<typeof startServer>[] = [];

function serve(build: string, env: Record<string, string> = {}) {
	const server = startServer(build, env);
	started.push(server);
	return server;
}

/** A build whose closer leaves a mark, as the real one closes its store. */
function closingBuild(name: string, more = ''): { build: string; mark: string } {
	const mark = path.join(temp, `${name}.closed`);
	const prologue = `import { writeFileSync } from 'node:fs';
globalThis.__jalonClosers = [async () => { await new Promise((r) => setTimeout(r, 100)); writeFileSync(${JSON.stringify(mark)}, 'closed'); }];
${more}`;
	return { build: fakeBuild(path.join(temp, name), prologue), mark };
}

afterEach(async () => {
	for (const server of started.splice(0)) {
		server.child.kill('SIGKILL');
		await server.exited;
	}
});
afterAll(() => rmSync(temp, { recursive: true, force: true }));

describe('what it refuses to start with', () => {
	it.each([
		[{ PORT: 'abc' }, /PORT vaut « abc »/],
		[{ ORIGIN: 'jalon' }, /ORIGIN vaut « jalon »/],
		[{ HOST: '203.0.113.7' }, /HOST vaut « 203\.0\.113\.7 »/],
		[{ JALON_BUILD_DIR: '/nowhere' }, /n’est pas construite.*npm start/]
	])('%j', async (env, sentence) => {
		const server = serve(plain, env as Record<string, string>);
		expect(await server.exited).toBe(1);
		expect(server.output()).toMatch(sentence);
		expect(server.output().trim().split('\n')).toHaveLength(1);
	});

	it('a port that is taken, saying what to do', async () => {
		const other = net.createServer();
		const port = await new Promise<number>((resolve) =>
			other.listen(0, '127.0.0.1', () => resolve((other.address() as net.AddressInfo).port))
		);
		const server = serve(plain, { PORT: String(port) });
		expect(await server.exited).toBe(1);
		expect(server.output()).toContain(`PORT=${port + 1} npm start`);
		expect(server.output()).not.toContain('EADDRINUSE');
		other.close();
	});

	it('a store that does not open: its sentence, or a general one, never a stack trace', async () => {
		const told = serve(
			fakeBuild(
				path.join(temp, 'told'),
				`throw Object.assign(new Error('x'), { sentence: 'La base est occupée.' });`
			)
		);
		expect(await told.exited).toBe(1);
		expect(told.output()).toBe('La base est occupée.\n');
		const untold = serve(fakeBuild(path.join(temp, 'untold'), `throw new Error('secret detail');`));
		expect(await untold.exited).toBe(1);
		expect(untold.output()).toMatch(/doctor/);
		expect(untold.output()).not.toMatch(/secret detail|\s+at /);
	});

	it('demonstration accounts on an address that others reach, closing the store again', async () => {
		const { build, mark } = closingBuild('demo', 'globalThis.__jalonHasDemo = true;');
		const server = serve(build, { HOST: '0.0.0.0' });
		expect(await server.exited).toBe(1);
		expect(server.output()).toMatch(/comptes de démonstration.*0\.0\.0\.0.*demo remove/);
		expect(readFileSync(mark, 'utf8')).toBe('closed');
	});
});

describe('while it serves', () => {
	it('answers loopback names over http, both loopbacks, and 421 to other hosts', async () => {
		const server = serve(plain);
		const port = await server.port();
		for (const host of [
			`localhost:${port}`,
			`127.0.0.1:${port}`,
			`[::1]:${port}`,
			`a.localhost:${port}`
		]) {
			const { status, body } = await ask(port, { host, headers: { 'x-jalon-protocol': 'https' } });
			expect([status, JSON.parse(body)]).toEqual([200, { proto: 'http', host, origin: null }]);
		}
		const six = await ask(port, { address: '::1' }).catch((error) => error.code);
		expect(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 200]).toContain(six.status ?? six);
		const other = await ask(port, { host: 'example.org' });
		expect(other.status).toBe(421);
		expect(other.body).toMatch(/adresses de cette machine/);
		expect(server.output().trim().split('\n')).toHaveLength(1);
	});

	it('takes the origin it is given for the whole truth', async () => {
		const port = await freePort();
		const server = serve(plain, { ORIGIN: 'https://jalon.example.org/', PORT: String(port) });
		await server.says(/prêt : https:\/\/jalon\.example\.org /);
		const own = await ask(port, { host: 'jalon.example.org' });
		expect(JSON.parse(own.body)).toEqual({
			proto: 'https',
			host: 'jalon.example.org',
			origin: 'https://jalon.example.org'
		});
		expect((await ask(port)).status).toBe(421);
		expect((await ask(port, { path: '/healthz' })).status).toBe(200);
	});

	it('turns a crash of a page into a sentence, and lives on', async () => {
		const server = serve(plain);
		const port = await server.port();
		const crash = await ask(port, { path: '/boom' });
		expect(crash.status).toBe(500);
		expect(crash.body).not.toContain('secret detail');
		expect((await ask(port, { path: '/none' })).status).toBe(404);
		expect((await ask(port)).status).toBe(200);
	});
});

describe('when it is asked to stop', () => {
	it('finishes what is under way, closes the store, exits 0; a doubled signal is one wish', async () => {
		const { build, mark } = closingBuild('closing');
		const server = serve(build);
		const port = await server.port();
		const slow = ask(port, { path: '/slow' });
		await server.says(/under way/);
		server.child.kill('SIGINT');
		server.child.kill('SIGINT');
		expect((await slow).status).toBe(200);
		expect(await server.exited).toBe(0);
		expect(readFileSync(mark, 'utf8')).toBe('closed');
		await expect(ask(port)).rejects.toThrow();
	});

	it('leaves at once at the second signal', async () => {
		const server = serve(plain);
		const port = await server.port();
		const stuck = ask(port, { path: '/stuck' }).catch(() => 'cut');
		await server.says(/under way/);
		server.child.kill('SIGTERM');
		await new Promise((resolve) => setTimeout(resolve, 700));
		expect(server.child.exitCode).toBeNull();
		server.child.kill('SIGTERM');
		expect(await server.exited).toBe(1);
		expect(await stuck).toBe('cut');
	});
});
