#!/usr/bin/env node
/** The operators' command line: `npm run --silent jalon -- <verb>`. 0 done, 1 refused with a reason, 2 wrong usage. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import process from 'node:process';
import type { Io, Verb } from './verbs/io.ts';

/** Loaded when asked for: verbs that open no store start at once. */
const verbs: Record<string, () => Promise<Verb>> = {
	check: () => import('./verbs/check.ts'),
	obligations: () => import('./verbs/obligations.ts'),
	due: () => import('./verbs/due.ts'),
	penalties: () => import('./verbs/penalties.ts'),
	mission: () => import('./verbs/mission.ts'),
	user: () => import('./verbs/user.ts'),
	verify: () => import('./verbs/verify.ts'),
	doctor: () => import('./verbs/doctor.ts')
};

const io: Io = {
	stdin: () => text(process.stdin),
	out: (line) => void process.stdout.write(line),
	err: (line) => void process.stderr.write(line),
	readFile: (path) => readFile(path, 'utf8')
};

async function help(): Promise<string> {
	const lines = await Promise.all(
		Object.values(verbs).map(async (load) => {
			const verb = await load();
			return `  ${verb.name.padEnd(12)} ${verb.summary}`;
		})
	);
	return `Usage : npm run --silent jalon -- VERBE [options]\n\n${lines.join('\n')}\n\nChaque verbe connaît --help et --json.\nSortie : 0 fait, 1 refusé (la raison est dite), 2 mauvais usage.\n`;
}

// `--env-file-if-exists` announces on stderr that there is none, which spoils `--silent`.
if (process.env.JALON_ENV_FILE !== 'none' && existsSync('.env')) process.loadEnvFile('.env');

const [name = '', ...args] = process.argv.slice(2);
if (name === '' || name === '--help' || name === 'help') {
	io.out(await help());
	process.exitCode = name === '' ? 2 : 0;
} else if (!Object.hasOwn(verbs, name)) {
	io.err(`Verbe inconnu : ${name}\n\n${await help()}`);
	process.exitCode = 2;
} else {
	const verb = await verbs[name]!();
	process.exitCode = await verb.run(args, io);
}
