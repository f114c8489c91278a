import { existsSync, realpathSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { explainAccess } from './errors.ts';
import { takeLock } from './folder/lock.ts';
import { notedBase } from './folder/place.ts';
import { findOrphan } from './process/orphan.ts';
import { stopServer } from './process/shutdown.ts';

/**
 * Removes a cluster for good: a server left by a killed process is stopped, then the data folder goes, with the
 * system folder it may have been moved to. Removing the data folder by hand would leave the latter behind.
 * @throws ClusterError `locked` while a server uses it, `wrong_user`
 */
export async function removeCluster(dataDir: string, lockWaitMs = 15_000): Promise<void> {
	if (!existsSync(dataDir)) return;
	const folder = realpathSync(resolve(dataDir));
	try {
		const lock = await takeLock(folder, lockWaitMs);
		try {
			const base = notedBase(folder);
			const pgData = join(base, 'pg');
			const orphan = findOrphan(pgData, null);
			if (orphan) await stopServer(orphan, pgData, null);
			rmSync(base, { recursive: true, force: true });
			rmSync(folder, { recursive: true, force: true });
		} finally {
			lock.release();
		}
	} catch (error) {
		throw explainAccess(error, folder);
	}
}
