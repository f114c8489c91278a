import { join } from 'node:path';
import { openCluster } from './cluster/index.ts';
import { dropHalfDemo } from './half-demo.ts';
import { openLite } from './lite.ts';
import { loadSecrets } from './secrets.ts';
import type { Settings } from './settings.ts';
import type { Backend } from './types.ts';

/** The default: a PostgreSQL of our own as a child process, and lite in this one. */
export async function openEmbedded(settings: Settings): Promise<Backend> {
	const secrets = await loadSecrets(settings.dataDir);
	const cluster = await openCluster({ dataDir: join(settings.dataDir, 'postgres'), log: settings.log });
	// Pages answer 503 from then on; the next start recovers what was committed.
	cluster.onExit((reason) => settings.log(reason));
	try {
		await dropHalfDemo(cluster.ownerUrl);
		return await openLite({
			kind: 'embedded',
			ownerUrl: cluster.ownerUrl,
			secrets,
			folder: settings.supabaseDir,
			siteUrl: settings.siteUrl,
			isAlive: () => cluster.isAlive(),
			onClose: () => cluster.stop()
		});
	} catch (error) {
		// A store that could not be prepared is not left running behind a server that did not start.
		await cluster.stop();
		throw error;
	}
}
