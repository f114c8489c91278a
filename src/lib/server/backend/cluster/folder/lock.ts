import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ClusterError } from '../errors.ts';
import { giveToFolderOwner } from './files.ts';
import { isSameProcess, processSpace, startMark } from '../process/identity.ts';

/** A lock of another container whose holder gave no sign for this long is taken for dead. */
const SILENCE_MS = 10_000;
const HEARTBEAT_MS = 2_000;

export interface FolderLock {
	release(): void;
}

/**
 * Takes the one-process lock of a data folder.
 *
 * Each candidate writes a file whose *name* says who it is (process space, number, start, nonce), and only then
 * reads the folder: it holds the lock when nobody else alive is there, and withdraws otherwise. Of two candidates
 * the later writer always sees the earlier one, so never do both hold it; and since a name is never used twice,
 * removing the file of a dead process cannot remove a living one's (the race of every "unlink and create again").
 *
 * @param waitMs how long to wait for the present holder, in milliseconds
 * @throws ClusterError `locked`, naming the holder's process
 */
export async function takeLock(dataDir: string, waitMs: number): Promise<FolderLock> {
	const folder = join(dataDir, 'lock');
	if (mkdirSync(folder, { recursive: true, mode: 0o700 })) giveToFolderOwner(folder);
	const name = ownName();
	const path = join(folder, name);
	// Two candidates that meet both withdraw: even an impatient caller tries a few times.
	const deadline = Date.now() + Math.max(waitMs, 400);
	for (;;) {
		let holder = livingHolder(folder, name);
		if (!holder) {
			writeFileSync(path, '', { flag: 'wx', mode: 0o600 });
			holder = livingHolder(folder, name);
			if (!holder) return held(path);
			rmSync(path, { force: true });
		}
		if (Date.now() >= deadline) throw lockedError(dataDir, holder);
		await sleep(30 + Math.random() * 90);
	}
}

function held(path: string): FolderLock {
	const beat = setInterval(() => {
		try {
			utimesSync(path, new Date(), new Date());
		} catch {
			// The folder was removed under us; PostgreSQL will say so itself.
		}
	}, HEARTBEAT_MS);
	beat.unref();
	return {
		release() {
			clearInterval(beat);
			rmSync(path, { force: true });
		}
	};
}

function ownName(): string {
	const mark = startMark(process.pid) ?? 'unknown';
	return [processSpace(), process.pid, mark, randomBytes(4).toString('hex')].join('.');
}

/** Number of a living process, other than `own`, whose file stands in the folder; sweeps the dead ones' files. */
function livingHolder(folder: string, own: string): number | null {
	let found: number | null = null;
	for (const name of readdirSync(folder)) {
		if (name === own) continue;
		const [space = '', pid = '', mark = ''] = name.split('.');
		const living =
			space === processSpace() ? isSameProcess(Number(pid), mark) : isBeating(join(folder, name));
		if (living) found = Number(pid);
		else rmSync(join(folder, name), { force: true });
	}
	return found;
}

function isBeating(path: string): boolean {
	const stat = statSync(path, { throwIfNoEntry: false });
	return stat !== undefined && Date.now() - stat.mtimeMs < SILENCE_MS;
}

function lockedError(dataDir: string, pid: number): ClusterError {
	return new ClusterError(
		'locked',
		`Un autre serveur Jalon (processus ${pid}) utilise déjà le dossier ${dataDir} : arrêtez-le, ` +
			'ou donnez un autre dossier à celui-ci avec JALON_DATA_DIR.'
	);
}
