import { execFile } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeStore, type TestStore } from '../fixtures/store.ts';

const run = promisify(execFile);
let empty: TestStore;
let demo: TestStore;

beforeAll(async () => {
	[empty, demo] = [await makeStore('empty'), await makeStore('demo')];
});
afterAll(async () => {
	await empty.close();
	await demo.close();
});

/** The command line as an operator runs it, on the store of a test. */
async function jalon(
	store: TestStore,
	...args: string[]
): Promise<{ status: number; out: string; err: string }> {
	const { databaseUrl, dataDir } = store.settings;
	const env = {
		...process.env,
		DATABASE_URL: databaseUrl,
		JALON_DATA_DIR: dataDir,
		JALON_DEMO: 'off',
		JALON_ENV_FILE: 'none'
	};
	return run(process.execPath, ['src/bin/jalon.ts', ...args], { env }).then(
		({ stdout, stderr }) => ({ status: 0, out: stdout, err: stderr }),
		(e: { code: number; stdout: string; stderr: string }) => ({
			status: e.code,
			out: e.stdout,
			err: e.stderr
		})
	);
}

const contract = 'templates/missions/eure-et-loir.yaml';

describe('jalon', () => {
	it('refuses what it does not know with status 2 and says how it is used', async () => {
		const answer = await jalon(empty, 'nonsense');
		expect(answer.status).toBe(2);
		expect(answer.err).toContain('Usage');
		expect((await jalon(empty, 'mission', 'import')).status).toBe(2);
		expect((await jalon(empty, 'user', 'add', 'x@y.test')).status).toBe(2);
	});

	it('refuses an import whose contract cannot be read, or whose anchors are missing, and makes nothing', async () => {
		expect((await jalon(empty, 'mission', 'import', 'missing.yaml')).status).toBe(1);
		const undated = await jalon(empty, 'mission', 'import', contract);
		expect(undated.status).toBe(1);
		expect(undated.err).toContain('date');
		expect(await empty.sql`select id from public.missions`).toHaveLength(0);
	});

	it('refuses to import what `check` refuses: a contract without the register it names', async () => {
		const alone = join(empty.dir, 'alone.yaml');
		await copyFile(contract, alone);
		const answers = [
			await jalon(empty, 'check', alone),
			await jalon(empty, 'mission', 'import', alone, '--event', 'notification=2019-10-29')
		];
		for (const { status, out, err } of answers) {
			expect(status).toBe(1);
			expect(out + err).toContain('sites.csv');
		}
		expect(await empty.sql`select id from public.missions`).toHaveLength(0);
	});

	it('says nothing on stderr when there is nothing to say', async () => {
		expect((await jalon(empty, 'check', contract)).err).toBe('');
	});

	it('adds the first administrator, imports a mission with its manager, once', async () => {
		const user = await jalon(
			empty,
			'user',
			'add',
			'admin@example.test',
			'--name',
			'A. Dmin',
			'--admin',
			'--json'
		);
		expect(user).toMatchObject({ status: 0 });
		const { password } = JSON.parse(user.out) as { password: string };
		const imported = await jalon(
			empty,
			'mission',
			'import',
			contract,
			'--event',
			'notification=2019-10-29',
			'--manager',
			'chef@example.test'
		);
		expect(imported).toMatchObject({ status: 0 });
		const again = await jalon(
			empty,
			'mission',
			'import',
			contract,
			'--event',
			'notification=2019-10-29',
			'--json'
		);
		expect(again.status).toBe(1);
		expect(JSON.parse(again.out)).toMatchObject({ ok: false, code: 'mission_exists' });
		// The administrator administers, and sees no mission.
		const admin = await empty.as('admin@example.test', password);
		expect(admin.person?.isAdmin).toBe(true);
		expect((await admin.client.from('missions').select('slug')).data).toEqual([]);
		const [member] =
			await empty.sql`select m.role from public.memberships m join public.people p on p.id = m.person_id where p.email = 'chef@example.test'`;
		expect(member).toMatchObject({ role: 'client_manager' });
		// Named by `user add`, which knows more than an address.
		expect(await jalon(empty, 'user', 'add', 'chef@example.test', '--name', 'C. Hef')).toMatchObject({
			status: 0
		});
		const [named] =
			await empty.sql`select full_name from public.people where email = 'chef@example.test'`;
		expect(named!.full_name).toBe('C. Hef');
	});

	it('verifies chains and files, and finds a changed file', async () => {
		const well = await jalon(demo, 'verify', '--json');
		expect(well.status).toBe(0);
		const report = JSON.parse(well.out) as { ok: boolean; files: number };
		expect(report.ok).toBe(true);
		expect(report.files).toBeGreaterThan(3);
		const [row] = await demo.sql<
			{ storage_key: string }[]
		>`select storage_key from public.version_files limit 1`;
		await demo.sql.begin(async (tx) => {
			// Behind the triggers' back, as only the owner of the database could.
			await tx`set local session_replication_role = replica`;
			await tx`update public.version_files set sha256 = ${'0'.repeat(64)} where storage_key = ${row!.storage_key}`;
		});
		const broken = await jalon(demo, 'verify', '--json');
		expect(broken.status).toBe(1);
		expect(JSON.parse(broken.out)).toMatchObject({
			ok: false,
			broken: [{ key: row!.storage_key, why: 'changed' }]
		});
	});
});
