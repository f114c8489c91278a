import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { takeLock } from '#server/backend/cluster/folder/lock.ts';
import { processSpace, startMark } from '#server/backend/cluster/process/identity.ts';
import { clearRooms, makeRoom, openHere, startServer } from './cluster-support.ts';

afterEach(clearRooms);

describe('two servers on one data folder', () => {
	it('the second says who has it and stops, within the time it was given', async () => {
		const dataDir = join(makeRoom(), 'postgres');
		const first = startServer(dataDir);
		await first.opened();
		const begun = Date.now();
		const second = startServer(dataDir, { lockWaitMs: 1_000 });
		const { refused } = (await second.next()) as { refused: { code: string; sentence: string } };
		expect(Date.now() - begun).toBeGreaterThanOrEqual(1_000);
		expect(refused.code).toBe('locked');
		expect(refused.sentence).toContain(`processus ${first.process.pid}`);
		expect(refused.sentence).toContain('JALON_DATA_DIR');
		expect(await second.gone()).toBe(1);
		first.kill('SIGTERM');
		expect(await first.gone()).toBe(0);
	});

	it('the same process cannot open it twice either', async () => {
		const dataDir = join(makeRoom(), 'postgres');
		await openHere({ dataDir });
		await expect(openHere({ dataDir, lockWaitMs: 0 })).rejects.toMatchObject({
			code: 'locked',
			sentence: expect.stringContaining(String(process.pid))
		});
	});

	it('the second waits for one that is ending', async () => {
		const dataDir = join(makeRoom(), 'postgres');
		const first = startServer(dataDir);
		const { pid } = await first.opened();
		const second = startServer(dataDir, { lockWaitMs: 15_000 });
		await sleep(1_000);
		first.kill('SIGTERM');
		const opened = await second.opened();
		expect(opened.pid).not.toBe(pid);
	});

	it('of several started at once on an empty folder, one opens', async () => {
		const dataDir = join(makeRoom(), 'postgres');
		const servers = Array.from({ length: 4 }, () => startServer(dataDir, { lockWaitMs: 3_000 }));
		const said = await Promise.all(servers.map((server) => server.next()));
		expect(said.filter((line) => line['opened'])).toHaveLength(1);
		const refused = said.flatMap((line) =>
			line['refused'] ? [line['refused'] as { code: string }] : []
		);
		expect(refused.map((line) => line.code)).toEqual(['locked', 'locked', 'locked']);
	});
});

describe('a lock left by the dead', () => {
	it('is taken over when its process number was given to another', async () => {
		const dataDir = makeRoom();
		mkdirSync(join(dataDir, 'lock'));
		writeFileSync(join(dataDir, 'lock', `${processSpace()}.${process.ppid}.deadbeef-1.00000000`), '');
		const lock = await takeLock(dataDir, 0);
		expect(readdirSync(join(dataDir, 'lock'))).toHaveLength(1);
		lock.release();
	});

	it('holds when the process lives', async () => {
		const dataDir = makeRoom();
		mkdirSync(join(dataDir, 'lock'));
		const name = `${processSpace()}.${process.ppid}.${startMark(process.ppid)}.00000000`;
		writeFileSync(join(dataDir, 'lock', name), '');
		await expect(takeLock(dataDir, 0)).rejects.toMatchObject({ code: 'locked' });
	});

	it('of another container holds while it gives signs of life, not longer', async () => {
		const dataDir = makeRoom();
		mkdirSync(join(dataDir, 'lock'));
		const path = join(dataDir, 'lock', `4026530000.1.${startMark(process.pid)}.00000000`);
		writeFileSync(path, '');
		await expect(takeLock(dataDir, 0)).rejects.toMatchObject({ code: 'locked' });
		const longAgo = new Date(Date.now() - 11_000);
		utimesSync(path, longAgo, longAgo);
		(await takeLock(dataDir, 0)).release();
	});
});

describe('under contention', () => {
	it('never lets two in, though holders are killed while they hold', { timeout: 120_000 }, async () => {
		const dataDir = makeRoom();
		const journal = join(dataDir, 'journal');
		writeFileSync(journal, '');
		const lockFile = resolve(import.meta.dirname, '../../src/lib/server/backend/cluster/folder/lock.ts');
		// Each line is one append: O_APPEND keeps the order in which things happened.
		const code = `
			import fs, { appendFileSync } from 'node:fs';
			import { syncBuiltinESMExports } from 'node:module';
			// Each dawdles between looking and announcing itself: the moment where a race would show.
			const { writeFileSync } = fs;
			fs.writeFileSync = (...args) => {
				Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.random() * 20);
				writeFileSync(...args);
			};
			syncBuiltinESMExports();
			const { takeLock } = await import(${JSON.stringify(pathToFileURL(lockFile).href)});
			for (let turn = 0; turn < 12; turn++) {
				const lock = await takeLock(${JSON.stringify(dataDir)}, 60_000);
				appendFileSync(${JSON.stringify(journal)}, 'in ' + process.pid + '\\n');
				await new Promise((done) => setTimeout(done, Math.random() * 4));
				if (turn === 11 && process.argv[1] === 'dies') process.kill(process.pid, 'SIGKILL');
				appendFileSync(${JSON.stringify(journal)}, 'out ' + process.pid + '\\n');
				lock.release();
			}`;
		const runs = Array.from({ length: 4 }, (_, index) => {
			const args = ['--input-type=module', '-e', code, index % 2 ? 'dies' : 'lives'];
			const child = spawn(process.execPath, args, { stdio: 'ignore' });
			return new Promise<string>((done) =>
				child.once('exit', (exit, signal) => done(signal ?? String(exit)))
			);
		});
		expect((await Promise.all(runs)).toSorted()).toEqual(['0', '0', 'SIGKILL', 'SIGKILL']);

		let inside: string | null = null;
		let killed = 0;
		for (const line of readFileSync(journal, 'utf8').trim().split('\n')) {
			const [act, pid = ''] = line.split(' ');
			if (act === 'in') {
				// Entering over another is only right when that one died inside: it is never heard again.
				if (inside !== null) killed++;
				inside = pid;
			} else {
				expect(pid).toBe(inside);
				inside = null;
			}
		}
		if (inside !== null) killed++;
		expect(killed).toBe(2);
	});
});
