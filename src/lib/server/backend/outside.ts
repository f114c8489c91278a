import { openLite } from './lite.ts';
import { loadSecrets } from './secrets.ts';
import type { Settings } from './settings.ts';
import type { Backend } from './types.ts';

/** `DATABASE_URL`: an outside PostgreSQL 15 or later, whose owner may create roles. Files and keys stay in the data folder. */
export async function openOutside(settings: Settings, databaseUrl: string): Promise<Backend> {
	return openLite({
		kind: 'postgres',
		ownerUrl: databaseUrl,
		secrets: await loadSecrets(settings.dataDir),
		folder: settings.supabaseDir,
		siteUrl: settings.siteUrl
	});
}
