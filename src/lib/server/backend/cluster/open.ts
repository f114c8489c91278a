import { existsSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { prepareBinaries, type Binaries } from './programs/binaries.ts';
import { bringUp } from './process/bring-up.ts';
import { createDatabase } from './databases.ts';
import { ClusterError, explainAccess, systemCode } from './errors.ts';
import { handle } from './handle.ts';
import { checkVersion, initialise, newSecret, resetSecret, sweepDrafts } from './programs/initialise.ts';
import { takeLock, type FolderLock } from './folder/lock.ts';
import { canAdopt, findOrphan } from './process/orphan.ts';
import { choosePlace, makeDataDir, type Place } from './folder/place.ts';
import { DATABASE, loadRecord, ownerUrl, saveRecord, type StoredRecord } from './folder/record.ts';
import { logPath, watchServer, type ServerProcess } from './process/server.ts';
import { settingsDigest } from './programs/settings.ts';
import { stopServer } from './process/shutdown.ts';
import type { Cluster, OpenOptions } from './types.ts';

type Log = (line: string) => void;

/**
 * Opens the cluster of a data folder: makes it the first time; takes the one-process lock; adopts the server that a
 * killed process left behind, or stops it and starts another, which recovers every committed row.
 * @throws ClusterError with a French sentence: `locked`, `binary_missing`, `cannot_start`, `wrong_user` …
 */
export async function openCluster(options: OpenOptions): Promise<Cluster> {
	const log = options.log ?? (() => undefined);
	let lock: FolderLock | null = null;
	try {
		makeDataDir(resolve(options.dataDir));
		const dataDir = realpathSync(resolve(options.dataDir));
		lock = await takeLock(dataDir, options.lockWaitMs ?? 15_000);
		return await openLocked(dataDir, lock, log);
	} catch (error) {
		lock?.release();
		throw explainAccess(error, resolve(options.dataDir));
	}
}

async function openLocked(dataDir: string, lock: FolderLock, log: Log): Promise<Cluster> {
	sweepDrafts(dataDir);
	const place = choosePlace(dataDir, log);
	if (place.base !== dataDir) sweepDrafts(place.base);
	const binaries = await prepareBinaries(place.account, join(place.base, 'binaries'), log);

	const stored = readStored(dataDir, log);
	const wanted = { version: binaries.version, settings: settingsDigest(), pgData: place.pgData };
	if (existsSync(place.pgData)) {
		checkVersion(place.pgData, binaries);
		const orphan = findOrphan(place.pgData, stored);
		if (orphan && stored && (await canAdopt(orphan, stored, wanted))) {
			log(`PostgreSQL (processus ${orphan.pid}) avait survécu à l’arrêt du serveur : il est repris.`);
			return handle(dataDir, place, binaries, stored, watchServer(orphan.pid, orphan.mark), lock);
		}
		if (orphan) {
			log(`PostgreSQL (processus ${orphan.pid}) avait survécu à l’arrêt du serveur : il est arrêté.`);
			await stopServer(orphan, place.pgData, binaries.pgCtl, 5_000);
		}
	}

	const record: StoredRecord = {
		...wanted,
		layout: 1,
		state: 'stopped',
		pid: 0,
		startMark: '',
		port: 0,
		secret: stored?.secret ?? newSecret()
	};
	saveRecord(dataDir, record);
	if (!existsSync(place.pgData)) {
		log('Première mise en route : création de la base…');
		await initialise(place, binaries, record.secret);
	} else if (!stored) {
		await resetSecret(place, binaries, record.secret);
	}
	const server = await bringUpAndEnter(dataDir, place, binaries, record, log);
	return handle(dataDir, place, binaries, record, server, lock);
}

/** Starts the server, enters as its owner, and makes the application's database if it is not there yet. */
async function bringUpAndEnter(
	dataDir: string,
	place: Place,
	binaries: Binaries,
	record: StoredRecord,
	log: Log
): Promise<ServerProcess> {
	for (const isLastTry of [false, true]) {
		const server = await bringUp(dataDir, place, binaries, record, log);
		try {
			await createDatabase(ownerUrl(record.port, record.secret), DATABASE);
			return server;
		} catch (error) {
			await stopServer(server, place.pgData, binaries.pgCtl);
			// 28P01, invalid_password: cluster.json and the cluster are not of the same day (one was restored alone).
			if (isLastTry || systemCode(error) !== '28P01') throw enterError(dataDir, error);
			log('Le secret enregistré n’ouvre pas la base : un nouveau est posé.');
			await resetSecret(place, binaries, record.secret);
		}
	}
	throw enterError(dataDir, null);
}

function enterError(dataDir: string, cause: unknown): ClusterError {
	return new ClusterError(
		'cannot_start',
		`PostgreSQL a démarré mais ne laisse pas entrer son propriétaire : voyez ${logPath(dataDir)}, puis relancez.`,
		cause
	);
}

/** A record that cannot be read holds nothing that cannot be made again: the data are not in it. */
function readStored(dataDir: string, log: Log): StoredRecord | null {
	try {
		return loadRecord(dataDir);
	} catch (error) {
		if (!(error instanceof ClusterError) || error.code !== 'corrupt_record') throw error;
		log('Le fichier cluster.json était illisible : il est refait, les données ne sont pas touchées.');
		return null;
	}
}
