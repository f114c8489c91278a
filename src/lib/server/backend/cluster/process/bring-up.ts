import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from '../programs/binaries.ts';
import { ClusterError } from '../errors.ts';
import { freePort } from './free-port.ts';
import { findOrphan } from './orphan.ts';
import type { Place } from '../folder/place.ts';
import { saveRecord, type StoredRecord } from '../folder/record.ts';
import { logPath, startServer, type ServerProcess } from './server.ts';
import { stopServer } from './shutdown.ts';

/** Workers of a killed server take a moment to end, and hold its shared memory until then. */
const PATIENCE_MS = 15_000;

/**
 * Starts a server on the folder, recording it before and after: a kill at any moment leaves a record from which
 * the next start finds the survivor. Tries again when the port was taken, or a survivor is still going away.
 * @param record updated in place and saved: state, process, port
 * @throws ClusterError `cannot_start`
 */
export async function bringUp(
	dataDir: string,
	place: Place,
	binaries: Binaries,
	record: StoredRecord,
	log: (line: string) => void
): Promise<ServerProcess> {
	const deadline = Date.now() + PATIENCE_MS;
	for (;;) {
		const port = await freePort();
		const note = (state: StoredRecord['state'], pid: number, startMark: string) =>
			saveRecord(dataDir, Object.assign(record, { state, pid, startMark, port }));
		note('starting', 0, '');
		const started = (pid: number, mark: string) => note('starting', pid, mark);
		const server = await startServer(place, binaries, port, { dataDir, log, started });
		if ('pid' in server) {
			note('running', server.pid, server.mark);
			return server;
		}
		note('stopped', 0, '');
		if (!isPassing(server.failure) || Date.now() > deadline) throw startError(dataDir, server.failure);
		const orphan = findOrphan(place.pgData, null);
		if (orphan) await stopServer(orphan, place.pgData, binaries.pgCtl);
		else await sleep(100);
	}
}

/** Failures that go away: a port taken meanwhile, a predecessor that is still ending. */
function isPassing(failure: string): boolean {
	return /could not bind|could not create any TCP|postmaster\.pid|shared memory block/.test(failure);
}

function startError(dataDir: string, failure: string): ClusterError {
	const telling =
		failure.split('\n').find((line) => /FATAL|PANIC|error/i.test(line)) ?? failure.split('\n').at(-1);
	return new ClusterError(
		'cannot_start',
		`PostgreSQL n’a pas pu démarrer (${(telling ?? '').replace(/^.*?(FATAL|PANIC): +/, '').trim()}) : la suite est ` +
			`dans ${logPath(dataDir)} ; corrigez la cause puis relancez.`
	);
}
