import { chmod, cp, mkdtemp, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { DomainError } from '#core/errors.ts';
import { createDatabase, dropDatabase, readRecord, removeCluster } from '#server/backend/cluster/index.ts';
import { memoryClient, openBackend, readSettings, type Backend } from '#server/backend/index.ts';
import { migrate } from '#server/backend/migrate.ts';
import { loadSecrets } from '#server/backend/secrets.ts';
import { fromSqlState } from '#server/db/unwrap.ts';
import { freePort } from '../fixtures/wrapped-server.ts';

/** The store's own life: its keys, its migrations, what it says when it cannot go on. */
const folders: string[] = [];
const databases: string[] = [];
const folder = async () => {
	const dir = await mkdtemp(join(tmpdir(), 'jalon-life-'));
	folders.push(dir);
	await chmod(dir, 0o711);
	return dir;
};
const address = (name: string) => Object.assign(new URL(inject('ownerUrl')), { pathname: `/${name}` }).href;
const settingsOf = (name: string) =>
	readSettings({ DATABASE_URL: address(name), JALON_DATA_DIR: inject('secretsDir'), JALON_DEMO: 'off' });
const fresh = async (name: string) => {
	const full = `life_${name}_${process.pid}`;
	databases.push(full);
	await createDatabase(inject('ownerUrl'), full);
	return full;
};
afterAll(async () => {
	for (const name of databases) await dropDatabase(inject('ownerUrl'), name);
	for (const dir of folders) await rm(dir, { recursive: true, force: true });
});

describe('keys', () => {
	it('are made at the first start, for their owner alone, and kept', async () => {
		const dir = join(await folder(), 'data');
		const made = await loadSecrets(dir);
		expect((await stat(join(dir, 'secrets.json'))).mode & 0o777).toBe(0o600);
		expect((await stat(dir)).mode & 0o777).toBe(0o711);
		expect(await readdir(dir)).toEqual(['secrets.json']);
		expect(await loadSecrets(dir)).toEqual(made);
		expect(new Set(Object.values(made)).size).toBe(4);
		expect(made.jwtSecret.length).toBeGreaterThan(80);
	});

	it('are one set when several first starts meet', async () => {
		const dir = await folder();
		const made = await Promise.all(Array.from({ length: 8 }, () => loadSecrets(dir)));
		expect(new Set(made.map((m) => m.jwtSecret)).size).toBe(1);
		expect(await readdir(dir)).toEqual(['secrets.json']);
	});

	it.each([
		['an empty file', ''],
		['half of it', '{"jwtSecret":"abc'],
		['something else', '[]'],
		[
			'a secret that is too short',
			JSON.stringify({
				jwtSecret: 'a',
				publishableKey: 'sb_publishable_a',
				secretKey: 'sb_secret_a',
				apiPassword: 'a'
			})
		]
	])('that cannot be understood stop the start: %s', async (_what, text) => {
		const dir = await folder();
		await writeFile(join(dir, 'secrets.json'), text);
		await expect(
			openBackend(readSettings({ DATABASE_URL: address('postgres'), JALON_DATA_DIR: dir }))
		).rejects.toMatchObject({
			sentence: expect.stringMatching(/secrets\.json.+sauvegarde/)
		});
		expect(await readFile(join(dir, 'secrets.json'), 'utf8')).toBe(text);
	});

	it('that cannot be read are not made anew', async () => {
		const dir = await folder();
		await mkdir(join(dir, 'secrets.json'));
		await expect(loadSecrets(dir)).rejects.toMatchObject({
			sentence: expect.stringContaining('illisibles')
		});
	});
});

describe('migrations', () => {
	const versions = async (name: string) => {
		const sql = postgres(address(name), { max: 1, onnotice: () => {} });
		const rows = await sql`select version from supabase_migrations.schema_migrations order by 1`;
		await sql.end();
		return rows.map((r) => r.version as string);
	};
	const files = async () => (await readdir('supabase/migrations')).map((f) => f.slice(0, 14)).sort();

	it('are applied once when several servers start at once, on one database and on two', async () => {
		const [one, two] = [await fresh('one'), await fresh('two')];
		const opened = await Promise.allSettled(
			[one, two, one, two].map((name) => openBackend(settingsOf(name)))
		);
		for (const o of opened) if (o.status === 'fulfilled') await o.value.close();
		expect(opened.map((o) => (o.status === 'rejected' ? String(o.reason) : 'open'))).toEqual(
			Array(4).fill('open')
		);
		expect(await versions(one)).toEqual(await files());
		expect(await versions(two)).toEqual(await files());
	});

	it('that fail leave nothing of themselves, and are named', async () => {
		const name = await fresh('broken');
		const dir = await folder();
		await mkdir(join(dir, 'migrations'));
		await writeFile(
			join(dir, 'migrations', '20300101000000_good.sql'),
			'create table public.made (a int);'
		);
		await writeFile(
			join(dir, 'migrations', '20300102000000_broken.sql'),
			'create table public.half (a int); select 1/0;'
		);
		const sql = postgres(address(name), { max: 1, onnotice: () => {} });
		await expect(migrate(sql, dir)).rejects.toThrow(/20300102000000_broken\.sql: division by zero/);
		expect([
			...(await sql`select to_regclass('public.made') as made, to_regclass('public.half') as half`)
		]).toEqual([{ made: null, half: null }]);
		await sql.end();
		expect(await versions(name)).toEqual([]);
	});

	it('of a newer version than the code stop the start, with a sentence, before anything is touched', async () => {
		const name = await fresh('newer');
		await (await openBackend(settingsOf(name))).close();
		const sql = postgres(address(name), { max: 1, onnotice: () => {} });
		await sql`insert into supabase_migrations.schema_migrations (version, name) values ('29990101000000', 'later')`;
		await expect(openBackend(settingsOf(name))).rejects.toMatchObject({
			sentence: expect.stringMatching(/29990101000000.+mettez Jalon à jour/)
		});
		await sql.end();
	});

	it('are applied again by a start of the same code: nothing', async () => {
		const name = await fresh('again');
		await (await openBackend(settingsOf(name))).close();
		const sql = postgres(address(name), { max: 1, onnotice: () => {} });
		expect(await migrate(sql, 'supabase')).toEqual([]);
		const dir = await folder();
		await cp('supabase', dir, { recursive: true });
		await writeFile(
			join(dir, 'migrations', '20300101000000_more.sql'),
			'create table private.more (a int);'
		);
		expect(await migrate(sql, dir)).toEqual(['20300101000000']);
		await sql.end();
	});
});

describe('an outside store that says no', () => {
	it.each<[string, (url: URL) => Promise<void> | void, RegExp]>([
		['it is not there', async (url) => void (url.port = String(await freePort())), /ne répond pas/],
		['the password is wrong', (url) => void (url.password = 'wrong'), /mot de passe/],
		['there is no such database', (url) => void (url.pathname = '/nowhere'), /n’existe pas/]
	])('%s: a sentence, and no password in it', async (_what, change, sentence) => {
		const url = new URL(inject('ownerUrl'));
		const { password } = url;
		await change(url);
		const error = await openBackend(
			readSettings({ DATABASE_URL: url.href, JALON_DATA_DIR: inject('secretsDir') })
		).catch((e: unknown) => e);
		expect(error).toMatchObject({ sentence: expect.stringMatching(sentence) });
		expect(`${(error as Error).message} ${(error as { sentence: string }).sentence}`).not.toContain(
			password
		);
	});
});

describe('the embedded store', () => {
	let dir: string;
	let backend: Backend | undefined;
	const said: string[] = [];
	const start = async () => {
		backend = await openBackend(
			readSettings({ JALON_DATA_DIR: dir, JALON_DEMO: 'off' }, (line) => said.push(line))
		);
		return backend.door!;
	};
	beforeAll(async () => {
		dir = await folder();
	});
	afterAll(async () => {
		await backend?.close().catch(() => {});
		await removeCluster(join(dir, 'postgres'));
	});

	it('starts a demonstration over that was cut in the middle', async () => {
		let door = await start();
		await door.markDemo('demo_begun');
		await door.addPerson('moitie@demo.test', 'Moitié', 'jalon-demo', false);
		await backend!.close();
		door = await start();
		expect(await door.isEmpty()).toBe(true);
	});

	it('keeps one that was loaded to its end, and whoever works in it', async () => {
		let door = backend!.door!;
		await door.markDemo('demo_begun');
		await door.addPerson('entiere@demo.test', 'Entière', 'jalon-demo', true);
		await door.markDemo('demo_done');
		await backend!.close();
		door = await start();
		expect(await door.isEmpty()).toBe(false);
		const client = memoryClient(backend!);
		const { error } = await client.auth.signInWithPassword({
			email: 'entiere@demo.test',
			password: 'jalon-demo'
		});
		expect(error).toBeNull();
	});

	it('that dies says so, and every way to it answers that it is down', async () => {
		const client = memoryClient(backend!);
		await client.auth.signInWithPassword({ email: 'entiere@demo.test', password: 'jalon-demo' });
		await backend!.ping();
		const { pid } = (await readRecord(join(dir, 'postgres')))!;
		process.kill(pid, 'SIGKILL');
		await expect.poll(() => said.join('\n')).toMatch(/s’est arrêté sans qu’on le lui demande/);
		await expect(backend!.ping()).rejects.toThrow();
		const codes = [
			fromSqlState((await client.from('missions').select('id')).error).code,
			fromSqlState((await client.rpc('who_am_i')).error).code,
			await backend!
				.door!.enrol(crypto.randomUUID(), {
					email: 'a@b.test',
					fullName: 'A',
					organisation: 'client',
					role: 'observer',
					functionTitle: null,
					startsOn: '2020-01-01'
				})
				.catch((e: unknown) => (e as DomainError).code),
			await backend!.ping().catch((e: unknown) => fromSqlState(e).code)
		];
		expect(codes).toEqual(['store_down', 'store_down', 'store_down', 'store_down']);
	});

	it('is there again after a start, with what was written', async () => {
		await backend!.close();
		const door = await start();
		expect(await door.isEmpty()).toBe(false);
		await backend!.ping();
	});
});
