import { spawn } from 'node:child_process';
import { closeSync, constants, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { asAccount } from '../programs/account.ts';
import type { Binaries } from '../programs/binaries.ts';
import { giveToFolderOwner } from '../folder/files.ts';
import type { Place } from '../folder/place.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { isSameProcess, startMark } from './identity.ts';
import { cleanEnvironment } from '../programs/run.ts';
import { serverArguments } from '../programs/settings.ts';

/** A running PostgreSQL server: our own child, or a survivor that was adopted. */
export interface ServerProcess {
	pid: number;
	mark: string;
	isRunning(): boolean;
	/** Resolves with a French fragment when it has ended. */
	ended: Promise<string>;
}

const LOG_LIMIT = 5_000_000;

/**
 * Starts the server and waits until it accepts connections, however long its crash recovery takes.
 * It is detached (a Ctrl-C in the terminal is ours to handle) and takes nothing of our environment.
 * @returns the server, or the last lines of its log when it ended at once
 */
export async function startServer(
	place: Place,
	binaries: Binaries,
	port: number,
	options: { dataDir: string; log: (line: string) => void; started: (pid: number, mark: string) => void }
): Promise<ServerProcess | { failure: string }> {
	const logFile = openLog(options.dataDir);
	const before = statSync(logFile.path).size;
	const child = spawn(binaries.postgres, serverArguments(place.pgData, port), {
		...asAccount(place.account),
		cwd: '/',
		env: cleanEnvironment(),
		stdio: ['ignore', logFile.fd, logFile.fd],
		detached: true,
		windowsHide: true
	});
	closeSync(logFile.fd);
	let over = false;
	const ended = new Promise<string>((done) => {
		const end = (reason: string) => {
			over = true;
			done(reason);
		};
		child.once('error', (error) => end(error.message));
		child.once('exit', (code, signal) => end(signal ? `signal ${signal}` : `code de sortie ${code}`));
	});
	child.unref();
	const pid = child.pid;
	if (!pid) return { failure: await ended };
	const mark = startMark(pid) ?? '';
	options.started(pid, mark);
	const patience = setInterval(
		() => options.log('PostgreSQL relit son journal après un arrêt brutal, encore un instant…'),
		5_000
	);
	try {
		while (!over) {
			const file = readPostmasterFile(place.pgData);
			if (file?.pid === pid && file.isReady) return { pid, mark, isRunning: () => !over, ended };
			await sleep(10);
		}
	} finally {
		clearInterval(patience);
	}
	return { failure: readTail(logFile.path, before) || (await ended) };
}

/** Watches a server that is not our child. */
export function watchServer(pid: number, mark: string): ServerProcess {
	const isRunning = () => isSameProcess(pid, mark);
	const ended = new Promise<string>((done) => {
		const watch = setInterval(() => {
			if (isRunning()) return;
			clearInterval(watch);
			done('processus disparu');
		}, 250);
		watch.unref();
	});
	return { pid, mark, isRunning, ended };
}

/** The server's log, 0600, in the data folder; the previous one is kept as `postgres.log.1`. */
export function logPath(dataDir: string): string {
	return join(dataDir, 'postgres.log');
}

function openLog(dataDir: string): { fd: number; path: string } {
	const path = logPath(dataDir);
	const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
	if (size > LOG_LIMIT) renameSync(path, `${path}.1`);
	const { O_APPEND, O_CREAT, O_WRONLY, O_NOFOLLOW } = constants;
	const fd = openSync(path, O_WRONLY | O_APPEND | O_CREAT | (O_NOFOLLOW ?? 0), 0o600);
	giveToFolderOwner(path);
	return { fd, path };
}

function readTail(path: string, from: number): string {
	return readFileSync(path).subarray(from).toString('utf8').trim();
}
