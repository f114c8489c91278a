/**
 * The built application for the end-to-end tests: on an empty data folder, with the demonstration, and with
 * none of the settings that this machine may have for real use.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { withoutSettings } from './lib/environment.mjs';
import { ROOT } from './lib/run.mjs';

const dataDir = path.join(ROOT, '.tmp', 'e2e-data');
const port = process.env.PORT;
for (const name of Object.keys(process.env))
	if (!(name in withoutSettings(process.env))) delete process.env[name];
Object.assign(process.env, {
	PORT: port,
	JALON_DATA_DIR: dataDir,
	JALON_DEMO: 'auto',
	JALON_ENV_FILE: 'none'
});

// A run that was killed may have left its PostgreSQL behind; removing the folder under it would not stop it.
const { removeCluster } = await import('../src/lib/server/backend/cluster/index.ts');
await removeCluster(path.join(dataDir, 'postgres'));
rmSync(dataDir, { recursive: true, force: true });

await import('./serve.mjs');
