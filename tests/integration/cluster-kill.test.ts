import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { readRecord, type Cluster } from '#server/backend/cluster/index.ts';
import { withConnection } from '#server/backend/cluster/connect.ts';
import { loadRecord, saveRecord } from '#server/backend/cluster/folder/record.ts';
import { clearRooms, isLiving, makeRoom, openHere, startServer, waitUntilDead } from './cluster-support.ts';

afterEach(clearRooms);

/** Writes rows one by one, each in its own transaction, and says each once it is acknowledged. */
const WRITE_FOREVER = `
	const postgres = (await import('postgres')).default;
	const sql = postgres(cluster.ownerUrl, { max: 1 });
	await sql\`create table acts (id int primary key, filler text)\`;
	for (let id = 1; ; id++) {
		await sql\`insert into acts values (\${id}, \${'x'.repeat(200)})\`;
		say({ id });
	}`;

async function actsIn(cluster: Cluster): Promise<number[]> {
	const rows = await withConnection(cluster.ownerUrl, null, (sql) => sql`select id from acts order by id`);
	return rows.map((row) => Number(row['id']));
}

async function acknowledged(server: ReturnType<typeof startServer>, atLeast: number): Promise<number> {
	let last = 0;
	while (last < atLeast) last = Number((await server.next())['id']);
	return last;
}

describe('after kill −9', () => {
	it('of Node: the survivor is adopted, with every row', async () => {
		const dataDir = join(makeRoom(), 'postgres');
		const server = startServer(dataDir, { work: WRITE_FOREVER });
		const { pid } = await server.opened();
		const last = await acknowledged(server, 100);
		server.kill('SIGKILL');
		await server.gone();
		expect(isLiving(pid)).toBe(true);
		expect(await readRecord(dataDir)).toMatchObject({ pid, alive: true });

		const cluster = await openHere({ dataDir });
		expect(cluster.pid).toBe(pid);
		expect(cluster.isAlive()).toBe(true);
		const found = await actsIn(cluster);
		expect(found.slice(0, last)).toEqual(Array.from({ length: last }, (_, index) => index + 1));
		await cluster.stop();
		expect(isLiving(pid)).toBe(false);
	});

	it('of Node and PostgreSQL at once, while writing: no acknowledged row is lost', async () => {
		const dataDir = join(makeRoom(), 'postgres');
		const server = startServer(dataDir, { work: WRITE_FOREVER });
		const { pid } = await server.opened();
		const last = await acknowledged(server, 100);
		process.kill(pid, 'SIGKILL');
		server.kill('SIGKILL');
		await server.gone();

		const cluster = await openHere({ dataDir });
		expect(cluster.pid).not.toBe(pid);
		const found = await actsIn(cluster);
		expect(found.length).toBeGreaterThanOrEqual(100);
		expect(found.slice(0, last)).toEqual(Array.from({ length: last }, (_, index) => index + 1));
		await cluster.stop();
	});

	it('of PostgreSQL: the owner is told once, and may open again at once', async () => {
		const dataDir = join(makeRoom(), 'postgres');
		const cluster = await openHere({ dataDir });
		await withConnection(
			cluster.ownerUrl,
			null,
			(sql) => sql`create table acts as select generate_series(1, 100) as id`
		);
		const reasons: string[] = [];
		const told = new Promise<void>((done) => cluster.onExit((reason) => (reasons.push(reason), done())));
		process.kill(cluster.pid, 'SIGKILL');
		await told;
		expect(reasons).toHaveLength(1);
		expect(reasons[0]).toContain('s’est arrêté sans qu’on le lui demande');
		expect(cluster.isAlive()).toBe(false);
		expect((await readRecord(dataDir))?.alive).toBe(false);
		const late = await new Promise<string>((done) => cluster.onExit(done));
		expect(late).toBe(reasons[0]);

		const again = await openHere({ dataDir });
		expect(await actsIn(again)).toHaveLength(100);
		await again.stop();
		await cluster.stop(); // the lost one: nothing to do, nothing harmed
	});

	it('of an adopted PostgreSQL: the owner is told too', async () => {
		const dataDir = join(makeRoom(), 'postgres');
		const server = startServer(dataDir);
		const { pid } = await server.opened();
		server.kill('SIGKILL');
		await server.gone();
		const cluster = await openHere({ dataDir });
		expect(cluster.pid).toBe(pid);
		const told = new Promise<string>((done) => cluster.onExit(done));
		process.kill(pid, 'SIGKILL');
		expect(await told).toContain(String(pid));
		expect(cluster.isAlive()).toBe(false);
	});

	it('of Node at any moment of the first start: the next one succeeds', async () => {
		const dataDir = join(makeRoom(), 'postgres');
		for (const delay of [250, 350, 450, 550, 650, 750, 900, 1_100]) {
			const server = startServer(dataDir);
			await sleep(delay);
			server.kill('SIGKILL');
			await server.gone();
		}
		const cluster = await openHere({ dataDir });
		const [row] = await withConnection(cluster.ownerUrl, null, (sql) => sql`select 1 as one`);
		expect(row?.['one']).toBe(1);
		const left = readdirSync(dataDir).filter((name) => /draft|password|tmp$/.test(name));
		expect(left).toEqual([]);
		await cluster.stop();
	});
});

describe('a survivor that may not be adopted', () => {
	async function survivor(): Promise<{ dataDir: string; pid: number }> {
		const dataDir = join(makeRoom(), 'postgres');
		const server = startServer(dataDir);
		const { pid, ownerUrl } = await server.opened();
		await withConnection(
			ownerUrl,
			null,
			(sql) => sql`create table acts as select generate_series(1, 100) as id`
		);
		server.kill('SIGKILL');
		await server.gone();
		expect(isLiving(pid)).toBe(true);
		return { dataDir, pid };
	}

	async function expectReplaced({ dataDir, pid }: { dataDir: string; pid: number }): Promise<void> {
		const cluster = await openHere({ dataDir });
		expect(cluster.pid).not.toBe(pid);
		expect(isLiving(pid)).toBe(false);
		expect(await actsIn(cluster)).toHaveLength(100);
		await cluster.stop();
	}

	it('because it was started with other settings: stopped, and another started', async () => {
		const left = await survivor();
		const record = loadRecord(left.dataDir);
		if (!record) throw new Error('no record');
		saveRecord(left.dataDir, { ...record, settings: 'of an older release' });
		await expectReplaced(left);
	});

	it('because the record is gone: stopped, given a new secret, started', async () => {
		const left = await survivor();
		rmSync(join(left.dataDir, 'cluster.json'));
		await expectReplaced(left);
	});

	it('because the record is damaged: operators are told, the next start mends it', async () => {
		const left = await survivor();
		writeFileSync(join(left.dataDir, 'cluster.json'), '{"pid": 12');
		await expect(readRecord(left.dataDir)).rejects.toMatchObject({ code: 'corrupt_record' });
		await expectReplaced(left);
		expect(await readRecord(left.dataDir)).not.toBeNull();
	});

	it('because the secret is another one: a new one is set', async () => {
		const left = await survivor();
		const record = loadRecord(left.dataDir);
		if (!record) throw new Error('no record');
		saveRecord(left.dataDir, { ...record, secret: 'f'.repeat(64) });
		await expectReplaced(left);
	});

	it('because it is stopped in its tracks: ended harder', async () => {
		const left = await survivor();
		process.kill(left.pid, 'SIGSTOP');
		await expectReplaced(left);
	});
});

describe('what PostgreSQL’s own file says', () => {
	it('is not believed when its number now belongs to a stranger', async () => {
		const dataDir = join(makeRoom(), 'postgres');
		const first = await openHere({ dataDir });
		const pgData = (await readRecord(dataDir))?.pgData ?? '';
		const file = readFileSync(join(pgData, 'postmaster.pid'), 'utf8');
		process.kill(first.pid, 'SIGKILL');
		await new Promise<string>((done) => first.onExit(done));

		const asOwner = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
		const stranger = spawn('sleep', ['60'], { stdio: 'ignore', ...asOwner });
		writeFileSync(join(pgData, 'postmaster.pid'), file.replace(/^\d+/, String(stranger.pid)));
		const again = await openHere({ dataDir });
		expect(stranger.exitCode).toBeNull();
		expect(stranger.signalCode).toBeNull();
		stranger.kill();
		await again.stop();
	});
});

describe('a clean stop', () => {
	it('on SIGTERM ends PostgreSQL, with sessions open, and gives the folder back', async () => {
		const dataDir = join(makeRoom(), 'postgres');
		const server = startServer(dataDir, {
			work: WRITE_FOREVER.replace(
				'say({ id });',
				'say({ id }); if (id === 5) await new Promise(() => {});'
			)
		});
		const { pid } = await server.opened();
		await acknowledged(server, 5);
		server.kill('SIGTERM');
		expect(await server.gone()).toBe(0);
		await waitUntilDead(pid);
		expect(readdirSync(join(dataDir, 'lock'))).toEqual([]);
		const log = readFileSync(join(dataDir, 'postgres.log'), 'utf8');
		expect(log.trim().split('\n').at(-1)).toContain('database system is shut down');
		const cluster = await openHere({ dataDir, lockWaitMs: 0 });
		expect(await actsIn(cluster)).toHaveLength(5);
		await cluster.stop();
	});
});
