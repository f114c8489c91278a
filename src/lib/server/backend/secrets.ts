import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { refusedStart } from './refused-start.ts';

const secretsSchema = z.object({
	jwtSecret: z.string().min(64),
	publishableKey: z.string().startsWith('sb_publishable_'),
	secretKey: z.string().startsWith('sb_secret_'),
	apiPassword: z.string().min(32)
});
export type Secrets = z.infer<typeof secretsSchema>;

const word = (bytes: number) => randomBytes(bytes).toString('base64url');

const unusable = (path: string, cause: unknown) =>
	refusedStart(
		`${path} cannot be used`,
		`Les clés de ${path} sont illisibles : remettez ce fichier depuis une sauvegarde, puis relancez. ` +
			'Sans sauvegarde, supprimez-le : de nouvelles clés seront faites et chacun devra se reconnecter.',
		cause
	);

function understand(path: string, text: string): Secrets {
	try {
		return secretsSchema.parse(JSON.parse(text));
	} catch (cause) {
		throw unusable(path, cause);
	}
}

/**
 * The keys of one data folder, made at its first start and kept readable by their owner alone (0600).
 * @param dataDir the folder of `JALON_DATA_DIR`
 * @throws when the file exists and cannot be understood: making new keys would sign everybody out in silence
 */
export async function loadSecrets(dataDir: string): Promise<Secrets> {
	const path = join(dataDir, 'secrets.json');
	const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
		// Only a file that is not there is a first start; one that cannot be read has keys in it.
		if (error.code === 'ENOENT') return null;
		throw unusable(path, error);
	});
	if (text !== null) return understand(path, text);
	const made: Secrets = {
		jwtSecret: word(64),
		publishableKey: `sb_publishable_${word(24)}`,
		secretKey: `sb_secret_${word(24)}`,
		apiPassword: word(32)
	};
	// 0711: what is in it is closed, but PostgreSQL's own user may have to pass through.
	await mkdir(dataDir, { recursive: true, mode: 0o711 });
	// Written aside and linked: a cut in the middle never leaves half a key, and of two first starts at once the
	// second finds the keys of the first instead of replacing them.
	const aside = `${path}.${process.pid}.${word(6)}`;
	const file = await open(aside, 'wx', 0o600);
	try {
		await file.writeFile(JSON.stringify(made, null, '\t'));
		await file.sync();
		await link(aside, path);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		return understand(path, await readFile(path, 'utf8'));
	} finally {
		await file.close();
		await rm(aside, { force: true });
	}
	return made;
}
