import { openLite } from './lite.ts';
import { refusedStart } from './refused-start.ts';
import { loadSecrets } from './secrets.ts';
import type { Settings } from './settings.ts';
import type { Backend } from './types.ts';

/** What a person can do about the ways an outside PostgreSQL says no. Its address is never repeated: it holds a password. */
const remedies: [RegExp, string][] = [
	[
		/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENOENT|CONNECT_TIMEOUT/,
		'Le PostgreSQL de DATABASE_URL ne répond pas : démarrez-le ou corrigez l’adresse, puis relancez.'
	],
	[
		/28P01|28000/,
		'Le PostgreSQL de DATABASE_URL refuse cet utilisateur ou ce mot de passe : corrigez DATABASE_URL, puis relancez.'
	],
	[/3D000/, 'La base nommée dans DATABASE_URL n’existe pas : créez-la (createdb), puis relancez.'],
	[
		/42501/,
		'L’utilisateur de DATABASE_URL n’a pas assez de droits : donnez le propriétaire de la base, qui puisse créer des rôles (CREATEROLE), puis relancez.'
	]
];

function explain(error: unknown): unknown {
	const {
		code = '',
		message = '',
		sentence
	} = error as { code?: string; message?: string; sentence?: string };
	const remedy = sentence ? undefined : remedies.find(([codes]) => codes.test(code));
	return remedy ? refusedStart(`DATABASE_URL: ${code} ${message}`, remedy[1], error) : error;
}

/** `DATABASE_URL`: an outside PostgreSQL 15 or later, whose owner may create roles. Files and keys stay in the data folder. */
export async function openOutside(settings: Settings, databaseUrl: string): Promise<Backend> {
	const secrets = await loadSecrets(settings.dataDir);
	try {
		return await openLite({
			kind: 'postgres',
			ownerUrl: databaseUrl,
			secrets,
			folder: settings.supabaseDir,
			siteUrl: settings.siteUrl
		});
	} catch (error) {
		throw explain(error);
	}
}
