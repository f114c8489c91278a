import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { withoutSettings } from '../../scripts/lib/environment.mjs';
import { findSystemBrowser } from '../../scripts/lib/find-program.mjs';
import { fingerprint, stamp, stamped } from '../../scripts/lib/fingerprint.mjs';
import { missingFromLock } from '../../scripts/lib/lock-file.mjs';
import {
	counts,
	honest,
	lastLine,
	playwrightCounts,
	readReport,
	total,
	vitestCounts
} from '../../scripts/lib/results.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const temp = mkdtempSync(path.join(os.tmpdir(), 'jalon-scripts-'));
afterAll(() => rmSync(temp, { recursive: true, force: true }));

describe('what the last line of npm test counts', () => {
	const file = (status: string, ...states: string[]) => ({
		name: '/x/tests/a.test.ts',
		status,
		assertionResults: states.map((state) => ({ status: state }))
	});

	it('a file that does not load as a failure', () => {
		expect(
			vitestCounts({ testResults: [file('failed'), file('passed', 'passed', 'skipped')] })
		).toMatchObject({
			passed: 1,
			failed: 1,
			skipped: 1
		});
		expect(vitestCounts({ testResults: [file('failed', 'failed', 'passed', 'todo')] })).toMatchObject({
			passed: 1,
			failed: 1,
			skipped: 1
		});
	});
	it('a flaky journey and an error outside of any journey as failures', () => {
		const stats = { expected: 3, unexpected: 0, flaky: 1, skipped: 2 };
		expect(playwrightCounts({ stats })).toMatchObject({ passed: 3, failed: 1, skipped: 2 });
		expect(playwrightCounts({ stats: { ...stats, flaky: 0 }, errors: [{}] })).toMatchObject({
			failed: 1
		});
	});
	it('a crash, an empty run and a missing report as failures', () => {
		expect(honest(counts({ passed: 3 }), 1).failed).toBe(1);
		expect(honest(counts({ failed: 2 }), 1).failed).toBe(2);
		expect(honest(counts(), 0).failed).toBe(1);
		expect(readReport(path.join(temp, 'none.json'), vitestCounts).failed).toBe(1);
	});
	it('a report once only', () => {
		const report = path.join(temp, 'report.json');
		writeFileSync(report, JSON.stringify({ testResults: [file('passed', 'passed')] }));
		expect(readReport(report, vitestCounts)).toMatchObject({ passed: 1, failed: 0 });
		expect(readReport(report, vitestCounts)).toMatchObject({ passed: 0, failed: 1 });
	});
	it('in these very words', () => {
		const sum = total([counts({ passed: 2 }), counts({ passed: 1, failed: 1 })]);
		expect(lastLine(sum)).toBe('3 passed, 1 failed');
		expect(lastLine(total([sum, counts({ skipped: 4 })]))).toBe('3 passed, 1 failed, 4 skipped');
	});
});

describe('what setup compares', () => {
	const write = (name: string, text: string) => {
		mkdirSync(path.dirname(path.join(temp, name)), { recursive: true });
		writeFileSync(path.join(temp, name), text);
	};
	it('contents and names, not times', () => {
		write('f/a/one.ts', '1');
		write('f/two.ts', '2');
		const before = fingerprint(temp, ['f', 'absent.json']);
		utimesSync(path.join(temp, 'f/two.ts'), 1, 1);
		expect(fingerprint(temp, ['f', 'absent.json'])).toBe(before);
		write('f/two.ts', '3');
		const changed = fingerprint(temp, ['f', 'absent.json']);
		expect(changed).not.toBe(before);
		write('f/three.ts', '');
		expect(fingerprint(temp, ['f', 'absent.json'])).not.toBe(changed);
		expect(fingerprint(temp, ['f', 'absent.json'], (name) => name.endsWith('three.ts'))).toBe(changed);
	});
	it('a stamp that says exactly this', () => {
		const mark = path.join(temp, 's/stamp');
		expect(stamped(mark, 'x')).toBe(false);
		stamp(mark, 'x');
		expect([stamped(mark, 'x'), stamped(mark, 'y')]).toEqual([true, false]);
	});
});

describe('the lock of setup', () => {
	const lock = path.join(temp, 'setup.lock');
	const trace = path.join(temp, 'trace');
	const worker = `
		import { appendFileSync } from 'node:fs';
		const { withLock } = await import(${JSON.stringify(pathToFileURL(path.join(ROOT, 'scripts/lib/lock.mjs')).href)});
		await withLock(${JSON.stringify(lock)}, () => {}, async () => {
			appendFileSync(${JSON.stringify(trace)}, 'in ');
			if (process.env.DIE) process.kill(process.pid, 'SIGKILL');
			await new Promise((resolve) => setTimeout(resolve, 150));
			appendFileSync(${JSON.stringify(trace)}, 'out ');
		});`;
	const work = (env: Record<string, string> = {}) =>
		new Promise<number | null>((resolve) =>
			spawn(process.execPath, ['--input-type=module', '-e', worker], {
				env: { ...process.env, ...env }
			}).on('close', resolve)
		);

	it('lets one in at a time', async () => {
		writeFileSync(trace, '');
		expect(await Promise.all([work(), work(), work()])).toEqual([0, 0, 0]);
		expect(readFileSync(trace, 'utf8')).toBe('in out in out in out ');
	});
	it('does not outlive a holder that was killed', async () => {
		writeFileSync(trace, '');
		await work({ DIE: '1' });
		expect(await Promise.all([work(), work()])).toEqual([0, 0]);
		expect(readFileSync(trace, 'utf8')).toBe('in in out in out ');
	});
});

it('the lock file holds the binaries of every platform, or npm ci refuses (npm run lock completes it)', () => {
	expect(missingFromLock(JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')))).toEqual(
		[]
	);
	const packages = {
		'': {},
		'node_modules/a': { optionalDependencies: { 'a-linux': '1.0.0', 'a-mac': '1.0.0' } },
		'node_modules/a/node_modules/a-mac': {},
		'node_modules/b/node_modules/c': { optionalDependencies: { 'a-linux': '1.0.0', 'a-mac': '1.0.0' } }
	};
	expect(missingFromLock({ packages }).map(({ name }) => name)).toEqual(['a-linux', 'a-mac']);
	expect(
		missingFromLock({
			packages: { ...packages, 'node_modules/a-linux': {}, 'node_modules/b/node_modules/a-mac': {} }
		})
	).toEqual([]);
});

it('tests see none of the settings of real use', () => {
	const env = {
		DATABASE_URL: 'x',
		JALON_DATA_DIR: 'x',
		SMTP_URL: 'x',
		PORT: '1',
		HOST: 'x',
		SUPABASE_SECRET_KEY: 'x'
	};
	expect(withoutSettings({ ...env, PATH: '/bin', CHROMIUM_PATH: '/c' })).toEqual({
		PATH: '/bin',
		CHROMIUM_PATH: '/c'
	});
});

it('a browser that is named is taken, one that does not exist is not', () => {
	const before = process.env.CHROMIUM_PATH;
	try {
		process.env.CHROMIUM_PATH = process.execPath;
		expect(findSystemBrowser()).toBe(process.execPath);
		process.env.CHROMIUM_PATH = '/nowhere/chromium';
		expect(findSystemBrowser()).not.toBe('/nowhere/chromium');
	} finally {
		if (before === undefined) delete process.env.CHROMIUM_PATH;
		else process.env.CHROMIUM_PATH = before;
	}
});
