import { AsyncLocalStorage } from 'node:async_hooks';
import { log } from '#server/log.ts';

/** Inside it, what is printed comes from the library and not from us. */
const inLibrary = new AsyncLocalStorage<true>();
let installed = false;

/** What may be told of a failure: PostgreSQL's `detail` and `where` hold rows, and so does what it quotes. */
export interface Told {
	code: string | null;
	message: string;
}

/** Code and message of whatever was printed, without the values a message quotes. */
export function tellLess(printed: unknown[]): Told {
	const error = printed.find((p): p is { code?: unknown; message: unknown } => {
		return typeof p === 'object' && p !== null && 'message' in p;
	});
	const words = String(error ? error.message : (printed.find((p) => typeof p === 'string') ?? ''));
	return {
		code: typeof error?.code === 'string' ? error.code : null,
		// `invalid input syntax for type uuid: "…"`: what stands before the colon is enough.
		message: words
			.split('\n', 1)[0]!
			.replace(/: ".*$/s, '')
			.slice(0, 200)
	};
}

/** A refusal of ours, or of the privileges: an answer to the person, and no failure of the store. */
const isAnswer = (code: string | null) => code !== null && (/^PT4\d\d$/.test(code) || code === '42501');

/**
 * Runs a call of the library. It prints whole errors on standard error, rows of people included: of these only code
 * and message reach the log, and nothing of what was a refusal. What others print meanwhile is left alone.
 */
export function quietly<T>(work: () => T): T {
	if (!installed) {
		installed = true;
		for (const level of ['error', 'warn'] as const) {
			const print = console[level].bind(console);
			console[level] = (...printed: unknown[]) => {
				if (!inLibrary.getStore()) return print(...printed);
				const told = tellLess(printed);
				if (isAnswer(told.code)) log.debug(told, 'the store refused');
				else log[level](told, 'the store failed');
			};
		}
	}
	return inLibrary.run(true, work);
}
