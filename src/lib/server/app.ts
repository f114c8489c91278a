import { join } from 'node:path';
import { openBackend, type Backend, type Settings } from './backend/index.ts';
import { diskStore, type FileStore } from './files/store.ts';
import { log } from './log.ts';

/** The running application: one per process, also across hot reload. */
export interface Application {
	backend: Backend;
	settings: Settings;
	/** Where bytes go when the store is not hosted; hosted ones go through the person's own client. */
	disk: FileStore;
	isDemo: boolean;
	close(): Promise<void>;
}

declare global {
	var __jalon: Promise<Application> | undefined;
}

const isLoopback = (host: string) => /^(localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/.test(host);

async function open(settings: Settings): Promise<Application> {
	const backend = await openBackend(settings);
	const disk = diskStore(join(settings.dataDir, 'files'));
	try {
		// A demonstration never listens on a public address: there, an empty store waits for its first administrator.
		if (
			backend.door &&
			settings.demo === 'auto' &&
			isLoopback(settings.host) &&
			(await backend.door.isEmpty())
		) {
			const { loadDemo } = await import('./demo/load.ts');
			await loadDemo({ backend, files: disk, settings });
		}
		const { startMailer } = await import('./mail/mailer.ts');
		const mailer = startMailer({ backend, files: disk, settings });
		const isDemo = (await backend.door?.isDemo()) ?? false;
		return {
			backend,
			settings,
			disk,
			isDemo,
			close: async () => {
				await mailer.stop();
				await backend.close();
			}
		};
	} catch (error) {
		await backend.close();
		throw error;
	}
}

/** Starts the application once; later calls answer the same one. */
export function startApplication(settings: Settings): Promise<Application> {
	globalThis.__jalon ??= open(settings).catch((error: unknown) => {
		// A refusal with a sentence is said by whoever starts us; only what nobody expected is worth a stack.
		if (!(error as { sentence?: string }).sentence)
			log.fatal({ err: error }, 'the application could not start');
		globalThis.__jalon = undefined;
		throw error;
	});
	return globalThis.__jalon;
}

export async function runningApplication(): Promise<Application> {
	if (!globalThis.__jalon) throw new Error('The application has not been started.');
	return globalThis.__jalon;
}
