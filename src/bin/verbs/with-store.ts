import { join } from 'node:path';
import { DomainError } from '#core/errors.ts';
import { openBackend, readSettings, type Backend, type Settings } from '#server/backend/index.ts';
import { readRecord } from '#server/backend/cluster/index.ts';
import { errorSentence } from '../../lib/i18n/errors.ts';
import type { Io } from './io.ts';

export interface OpenStore {
	backend: Backend;
	settings: Settings;
}

/**
 * Runs a verb on the store of the environment. Beside a running server the embedded cluster is used through its
 * record, never started twice. A refusal becomes exit status 1 and a sentence.
 */
export async function withStore(
	io: Io,
	json: boolean,
	work: (store: OpenStore) => Promise<number>
): Promise<number> {
	let backend: Backend | null = null;
	try {
		const settings = readSettings(process.env);
		if (settings.supabaseUrl) {
			io.err(
				'Ce verbe n’existe pas pour un projet Supabase hébergé ; retirez PUBLIC_SUPABASE_URL pour agir sur la base locale.\n'
			);
			return 1;
		}
		const running = settings.databaseUrl ? null : await readRecord(join(settings.dataDir, 'postgres'));
		backend = await openBackend(
			running?.alive ? { ...settings, databaseUrl: running.ownerUrl } : settings
		);
		return await work({ backend, settings });
	} catch (error) {
		const sentence = sentenceOf(error);
		if (json)
			io.out(
				`${JSON.stringify({ ok: false, code: error instanceof DomainError ? error.code : 'unexpected', message: sentence })}\n`
			);
		else io.err(`${sentence}\n`);
		return 1;
	} finally {
		await backend?.close();
	}
}

function sentenceOf(error: unknown): string {
	if (error instanceof DomainError) return errorSentence(error.code, error.detail);
	const own = (error as { sentence?: unknown }).sentence;
	if (typeof own === 'string') return own;
	return `Erreur inattendue : ${(error as Error).message}. Lancez « npm run --silent jalon -- doctor » pour un diagnostic.`;
}
