import type { Binaries } from './programs/binaries.ts';
import type { FolderLock } from './folder/lock.ts';
import type { Place } from './folder/place.ts';
import { ownerUrl, saveRecord, type StoredRecord } from './folder/record.ts';
import { logPath, type ServerProcess } from './process/server.ts';
import { stopServer } from './process/shutdown.ts';
import type { Cluster } from './types.ts';

/** Puts a running server, its lock and its record behind the one object that callers see. */
export function handle(
	dataDir: string,
	place: Place,
	binaries: Binaries,
	record: StoredRecord,
	server: ServerProcess,
	lock: FolderLock
): Cluster {
	let stopping: Promise<void> | null = null;
	let lost: string | null = null;
	const listeners: ((reason: string) => void)[] = [];

	const letGo = () => {
		try {
			saveRecord(dataDir, { ...record, state: 'stopped', pid: 0, startMark: '', port: 0 });
		} catch {
			// Folder removed or disk full: the next start looks at the process itself, not only at what is written.
		}
		lock.release();
	};

	void server.ended.then((how) => {
		if (stopping) return;
		lost =
			`PostgreSQL (processus ${server.pid}) s’est arrêté sans qu’on le lui demande (${how}) : rien de ce qui ` +
			`était enregistré n’est perdu ; relancez Jalon, et voyez ${logPath(dataDir)} si cela se répète.`;
		letGo();
		for (const listener of listeners) listener(lost);
	});

	return {
		ownerUrl: ownerUrl(record.port, record.secret),
		port: record.port,
		dataDir,
		pid: server.pid,
		isAlive: () => lost === null && stopping === null && server.isRunning(),
		onExit(callback) {
			if (lost === null) listeners.push(callback);
			else callback(lost);
		},
		stop() {
			if (lost === null) stopping ??= stopServer(server, place.pgData, binaries.pgCtl).then(letGo);
			return stopping ?? Promise.resolve();
		}
	};
}
