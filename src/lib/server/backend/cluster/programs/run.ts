import { spawn } from 'node:child_process';
import { asAccount } from './account.ts';
import type { Account } from '../types.ts';

/**
 * What PostgreSQL's programs see of our environment: nothing of ours (keys, addresses, `PG*` settings), and
 * messages in plain English for the log.
 */
export function cleanEnvironment(): Record<string, string> {
	const kept: Record<string, string> = {
		LC_ALL: 'C',
		TZ: 'UTC',
		PATH: process.env['PATH'] ?? '/usr/bin:/bin'
	};
	for (const name of ['SystemRoot', 'TEMP', 'TMP']) {
		const value = process.env[name];
		if (process.platform === 'win32' && value) kept[name] = value;
	}
	return kept;
}

/**
 * Runs one of PostgreSQL's programs to its end, under an account, without a shell.
 * @param input text given on its standard input
 * @returns its exit code (null: it could not be started, or was killed) and what it printed
 */
export function run(
	program: string,
	args: string[],
	options: { account: Account | null; cwd?: string; input?: string }
): Promise<{ code: number | null; output: string; refused: string }> {
	return new Promise((done) => {
		const child = spawn(program, args, {
			...asAccount(options.account),
			cwd: options.cwd ?? '/',
			env: cleanEnvironment(),
			stdio: ['pipe', 'pipe', 'pipe'],
			windowsHide: true
		});
		let output = '';
		const keep = (chunk: Buffer) => (output = (output + chunk.toString('utf8')).slice(-8_000));
		child.stdout.on('data', keep);
		child.stderr.on('data', keep);
		child.stdin.on('error', () => undefined); // it ended before reading: its exit code tells the rest
		child.on('error', (error) =>
			done({ code: null, output, refused: 'code' in error ? String(error.code) : error.message })
		);
		child.on('close', (code) => done({ code, output, refused: '' }));
		child.stdin.end(options.input ?? '');
	});
}
