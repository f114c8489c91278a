import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, describe, expect, it } from 'vitest';
import {
	cloneDatabase,
	createDatabase,
	dropDatabase,
	readRecord,
	removeCluster
} from '#server/backend/cluster/index.ts';
import { withConnection } from '#server/backend/cluster/connect.ts';
import { clearRooms, isLiving, makeRoom, openHere } from './cluster-support.ts';

afterEach(clearRooms);

const mode = (path: string) => statSync(path).mode & 0o777;

async function setting(url: string, name: string): Promise<string> {
	return withConnection(url, null, async (sql) => {
		const [row] = await sql`select current_setting(${name}) as value`;
		return String(row?.['value']);
	});
}

describe('the first start', () => {
	it('makes a cluster that only its owner enters, and keeps it over a stop', async () => {
		const dataDir = join(makeRoom(), 'postgres');
		const cluster = await openHere({ dataDir });
		const record = await readRecord(dataDir);
		expect(record).toMatchObject({
			pid: cluster.pid,
			port: cluster.port,
			ownerUrl: cluster.ownerUrl,
			alive: true
		});
		expect(mode(join(dataDir, 'cluster.json'))).toBe(0o600);
		expect(mode(join(dataDir, 'postgres.log'))).toBe(0o600);
		expect(mode(record?.pgData ?? '')).toBe(0o700);
		expect(mode(dataDir) & 0o066).toBe(0); // nobody else lists it
		expect(
			readdirSync(dataDir).filter((name) => name.startsWith('password') || name.includes('draft'))
		).toEqual([]);
		await withConnection(cluster.ownerUrl, null, (sql) => sql`create table kept as select 42 as answer`);
		await cluster.stop();
		expect(isLiving(cluster.pid)).toBe(false);
		expect(cluster.isAlive()).toBe(false);
		expect((await readRecord(dataDir))?.alive).toBe(false);
		expect(readdirSync(join(dataDir, 'lock'))).toEqual([]);

		const again = await openHere({ dataDir });
		const [row] = await withConnection(again.ownerUrl, null, (sql) => sql`select answer from kept`);
		expect(row?.['answer']).toBe(42);
		await again.stop();
		await again.stop(); // twice does no harm
	});

	it('asks for the password, everywhere, and never trusts', async () => {
		const dataDir = join(makeRoom(), 'postgres');
		const cluster = await openHere({ dataDir });
		const record = await readRecord(dataDir);
		const rules = readFileSync(join(record?.pgData ?? '', 'pg_hba.conf'), 'utf8')
			.split('\n')
			.filter((line) => line.trim() && !line.startsWith('#'));
		expect(rules.length).toBeGreaterThan(0);
		for (const rule of rules) expect(rule).toMatch(/scram-sha-256$/);

		const wrong = new URL(cluster.ownerUrl);
		wrong.password = 'not-the-secret';
		await expect(withConnection(wrong.href, null, (sql) => sql`select 1`)).rejects.toMatchObject({
			code: '28P01'
		});
		const none = postgres({
			host: '127.0.0.1',
			port: cluster.port,
			user: 'postgres',
			password: '',
			max: 1
		});
		await expect(none`select 1`).rejects.toThrow();
		await none.end();
		await cluster.stop();
	});

	it('keeps what is acknowledged, with checksums, in UTF-8, on the loopback alone', async () => {
		const cluster = await openHere({ dataDir: join(makeRoom(), 'postgres') });
		const expected = {
			fsync: 'on',
			full_page_writes: 'on',
			synchronous_commit: 'on',
			data_checksums: 'on',
			server_encoding: 'UTF8',
			listen_addresses: '127.0.0.1',
			unix_socket_directories: ''
		};
		for (const [name, value] of Object.entries(expected))
			expect([name, await setting(cluster.ownerUrl, name)]).toEqual([name, value]);
		const [row] = await withConnection(cluster.ownerUrl, null, (sql) => sql`select upper('é') as letter`);
		expect(row?.['letter']).toBe('É');
		const outside = Object.values(networkInterfaces())
			.flat()
			.find((address) => address && !address.internal && address.family === 'IPv4');
		if (outside) expect(await knocks(outside.address, cluster.port)).toBe('ECONNREFUSED');
		expect(await knocks('127.0.0.1', cluster.port)).toBe('open');
		await cluster.stop();
	});

	it('writes no personal data into its log', async () => {
		const dataDir = join(makeRoom(), 'postgres');
		const cluster = await openHere({ dataDir });
		const secretName = 'camille.durand@example.test';
		await withConnection(cluster.ownerUrl, null, async (sql) => {
			await sql`create table people (email text primary key, age int check (age > 0))`;
			await sql`insert into people values (${secretName}, 1)`;
			await expect(sql`insert into people values (${secretName}, 1)`).rejects.toMatchObject({
				code: '23505'
			});
			await expect(sql`insert into people values (${secretName + 'x'}, -1)`).rejects.toMatchObject({
				code: '23514'
			});
			await expect(sql`select ${secretName}::uuid`).rejects.toMatchObject({ code: '22P02' });
			await expect(sql.unsafe(`selec '${secretName}'`)).rejects.toMatchObject({ code: '42601' });
			await expect(
				sql.unsafe(`do $$ begin raise warning '${secretName}'; end $$`)
			).resolves.toBeDefined();
			await expect(sql.unsafe(`do $$ begin raise exception '${secretName}'; end $$`)).rejects.toThrow();
		});
		await cluster.stop();
		const log = readFileSync(join(dataDir, 'postgres.log'), 'utf8');
		expect(log).toContain('ready to accept connections');
		expect(log).not.toContain('camille');
		expect(log).not.toContain(new URL(cluster.ownerUrl).password);
	});

	it('hands nothing of our environment to PostgreSQL', async () => {
		process.env['PGOPTIONS'] = '-c nonsense=1';
		process.env['SUPABASE_SECRET_KEY'] = 'must-not-leak';
		try {
			const cluster = await openHere({ dataDir: join(makeRoom(), 'postgres') });
			if (process.platform === 'linux') {
				const seen = readFileSync(`/proc/${cluster.pid}/environ`, 'utf8');
				expect(seen).toContain('LC_ALL=C');
				expect(seen).not.toContain('must-not-leak');
				expect(readFileSync(`/proc/${cluster.pid}/cmdline`, 'utf8')).not.toContain(
					new URL(cluster.ownerUrl).password
				);
			}
			await cluster.stop();
		} finally {
			delete process.env['PGOPTIONS'];
			delete process.env['SUPABASE_SECRET_KEY'];
		}
	});

	it('says what to do when the folder is a file', async () => {
		const dataDir = join(makeRoom(), 'postgres');
		writeFileSync(dataDir, '');
		await expect(openHere({ dataDir })).rejects.toMatchObject({
			code: 'cannot_start',
			sentence: expect.stringContaining('n’est pas un dossier')
		});
	});

	it('refuses a cluster of another major version, and half a one', async () => {
		const dataDir = join(makeRoom(), 'postgres');
		const cluster = await openHere({ dataDir });
		const pgData = (await readRecord(dataDir))?.pgData ?? '';
		await cluster.stop();
		writeFileSync(join(pgData, 'PG_VERSION'), '15\n');
		await expect(openHere({ dataDir })).rejects.toMatchObject({ code: 'version_mismatch' });
		writeFileSync(join(pgData, 'PG_VERSION'), '18\n');
		await (await openHere({ dataDir })).stop(); // the refusal gave the lock back
	});
});

describe('databases for tests', () => {
	it('are copied from a template and dropped, whoever is connected', async () => {
		const cluster = await openHere({ dataDir: join(makeRoom(), 'postgres') });
		await createDatabase(cluster.ownerUrl, 'template_jalon');
		await createDatabase(cluster.ownerUrl, 'template_jalon'); // already there: nothing happens
		await withConnection(
			cluster.ownerUrl,
			'template_jalon',
			(sql) => sql`create table t as select 7 as n`
		);
		const lingering = postgres(cluster.ownerUrl.replace('/jalon', '/template_jalon'), {
			max: 1,
			onclose: () => undefined
		});
		await lingering`select 1`;
		const url = await cloneDatabase(cluster.ownerUrl, 'template_jalon', 'copy-One');
		const rows = await withConnection(url, null, (sql) => sql`select n from t`);
		expect(rows).toEqual([{ n: 7 }]);
		await dropDatabase(cluster.ownerUrl, 'copy-One');
		await dropDatabase(cluster.ownerUrl, 'copy-One');
		await expect(withConnection(url, null, (sql) => sql`select 1`)).rejects.toMatchObject({
			code: '3D000'
		});
		await lingering.end({ timeout: 1 });
		await cluster.stop();
	});
});

describe('removing a cluster', () => {
	it('refuses while it is in use, then leaves nothing', async () => {
		const dataDir = join(makeRoom(), 'postgres');
		const cluster = await openHere({ dataDir });
		const pgData = (await readRecord(dataDir))?.pgData ?? '';
		await expect(removeCluster(dataDir, 0)).rejects.toMatchObject({ code: 'locked' });
		await cluster.stop();
		await removeCluster(dataDir);
		expect(existsSync(dataDir)).toBe(false);
		expect(existsSync(pgData)).toBe(false);
		expect(await readRecord(dataDir)).toBeNull();
	});
});

function knocks(host: string, port: number): Promise<string> {
	return new Promise((done) => {
		const socket = createConnection({ host, port, timeout: 2_000 });
		socket.once('connect', () => (socket.destroy(), done('open')));
		socket.once('error', (error) => done('code' in error ? String(error.code) : error.message));
		socket.once('timeout', () => (socket.destroy(), done('timeout')));
	});
}
