import process from 'node:process';
import { explain, report } from './refusal.mjs';

/** How long requests under way may take to finish, and then the store to close, in milliseconds. */
const GRACE = 10_000;
const CLOSE_LIMIT = 20_000;
/** npm passes on a Ctrl+C that the terminal has already sent: the same wish, told twice within this time. */
const SAME_WISH = 500;

/** Lets the application close its store: whoever opened something has put its closer on `globalThis.__jalonClosers`. */
export async function closeApplication() {
	const closers =
		/** @type {{ __jalonClosers?: Array<() => Promise<void>> }} */ (globalThis).__jalonClosers ?? [];
	process.emit(/** @type {any} */ ('sveltekit:shutdown'), /** @type {any} */ ('SIGTERM'));
	let timer;
	const limit = new Promise((resolve) => (timer = setTimeout(resolve, CLOSE_LIMIT, 'late')));
	const all = Promise.allSettled([...closers].reverse().map(async (close) => close()));
	const results = await Promise.race([all, limit]);
	clearTimeout(timer);
	if (results === 'late')
		console.error('La base ne s’est pas fermée à temps ; le prochain démarrage la reprendra.');
	else
		for (const result of results)
			if (result.status === 'rejected') report('Fermeture de la base', result.reason);
}

/**
 * Clean stop on SIGINT, SIGTERM and SIGHUP: nothing new is accepted, what is under way finishes, the
 * application closes, exit 0. A second signal leaves at once.
 * @param {{ server?: { stop(grace: number): Promise<void> } }} running filled in when the server listens
 */
export function handleSignals(running) {
	let since = 0;
	/** @param {number} code */
	async function stop(code) {
		if (since) return Date.now() - since > SAME_WISH ? process.exit(1) : undefined;
		since = Date.now();
		await running.server?.stop(GRACE);
		await closeApplication();
		process.exit(code);
	}
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));
	// A lost connection to the store rejects somewhere; the pages say so, and the process must live to say it.
	process.on('unhandledRejection', (error) => report('Erreur non traitée', error));
	process.on('uncaughtException', (error) => {
		console.error(explain(error));
		void stop(1);
	});
}
