/** Throws the embedded store of this folder away; the next `npm start` makes a new one. Asks for `--yes`. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readSettings } from '#server/backend/index.ts';
import { removeCluster } from '#server/backend/cluster/index.ts';

const { dataDir, databaseUrl, supabaseUrl } = readSettings(process.env);
if (databaseUrl || supabaseUrl) {
	console.error('Refusé : la base est extérieure. Videz-la avec ses propres outils.');
	process.exitCode = 1;
} else if (!process.argv.includes('--yes')) {
	console.error(`Ceci efface définitivement ${dataDir}. Pour confirmer : npm run db:reset -- --yes`);
	process.exitCode = 2;
} else {
	await removeCluster(join(dataDir, 'postgres'), 2000);
	await rm(dataDir, { recursive: true, force: true });
	console.log('Base effacée. « npm start » en crée une nouvelle.');
}
