import { building, dev } from '$app/environment';
import { error, redirect, type Handle, type HandleServerError, type ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { readSettings } from '#server/backend/index.ts';
import { runningApplication, startApplication } from '#server/app.ts';
import { contextFor } from '#server/accounts/context-for.ts';
import { fromSqlState } from '#server/db/unwrap.ts';
import { log } from '#server/log.ts';
import { errorSentence } from '$lib/i18n/errors.ts';
import { paraglideMiddleware } from '$lib/i18n/paraglide/server.js';
import { isOpen } from '$lib/http/open-pages.ts';

declare global {
	var __jalonClosers: (() => Promise<void>)[] | undefined;
	var __jalonHasDemo: boolean | undefined;
	var __jalonStops: boolean | undefined;
}

export const init: ServerInit = async () => {
	if (building) return;
	const say = (line: string) => process.stderr.write(`${line}\n`);
	const application = await startApplication(readSettings(process.env, say));
	globalThis.__jalonHasDemo = application.isDemo;
	(globalThis.__jalonClosers ??= []).push(() => application.close());
	if (dev && !globalThis.__jalonStops) {
		globalThis.__jalonStops = true;
		// Vite has no shutdown event of ours: a stopped dev server must not leave its store behind.
		const stop = () => void application.close().finally(() => process.exit(0));
		process.once('SIGINT', stop);
		process.once('SIGTERM', stop);
	}
};

/** A script that posts a form and takes any answer is answered as a browser without JavaScript: 303, 422, 429. */
const plainForms: Handle = ({ event, resolve }) => {
	const { headers, method } = event.request;
	const accept = headers.get('accept') ?? '*/*';
	if (method === 'POST' && accept === '*/*' && !headers.has('x-sveltekit-action'))
		headers.set('accept', 'text/html');
	return resolve(event);
};

const speak: Handle = ({ event, resolve }) =>
	paraglideMiddleware(event.request, ({ request, locale }) => {
		event.request = request;
		return resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locale) });
	});

const protect: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const headers: Record<string, string> = {
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'same-origin',
		'x-frame-options': 'DENY',
		'permissions-policy': 'camera=(), microphone=(), geolocation=()',
		'cross-origin-opener-policy': 'same-origin'
	};
	for (const [name, value] of Object.entries(headers))
		if (!response.headers.has(name)) response.headers.set(name, value);
	// What one person may read must not be kept by a cache between two persons.
	if (!response.headers.has('cache-control') && !event.url.pathname.startsWith('/_app/'))
		response.headers.set('cache-control', 'private, no-store');
	return response;
};

/** A store that does not answer is a page that says so, whatever page was asked for. */
async function contextOrDown(...asked: Parameters<typeof contextFor>): ReturnType<typeof contextFor> {
	try {
		return await contextFor(...asked);
	} catch (cause) {
		const refusal = fromSqlState(cause);
		log.error({ err: cause }, 'the store');
		if (refusal.code === 'store_down')
			error(503, { code: 'store_down', message: errorSentence('store_down') });
		throw cause;
	}
}

const know: Handle = async ({ event, resolve }) => {
	if (event.url.pathname === '/healthz') return resolve(event);
	const application = await runningApplication();
	const kept: Record<string, string> = {};
	event.locals.ctx = await contextOrDown(application, {
		secure: event.url.protocol === 'https:',
		cookies: {
			getAll: () => event.cookies.getAll(),
			setAll: (list, headers) => {
				for (const { name, value, options } of list)
					event.cookies.set(name, value, { ...options, path: '/' });
				Object.assign(kept, headers);
			}
		}
	});
	const { person, userId } = event.locals.ctx;
	if (!isOpen(event.route.id, event.url.pathname)) {
		if (!userId)
			redirect(303, `/sign-in?next=${encodeURIComponent(event.url.pathname + event.url.search)}`);
		if (
			!person &&
			event.url.pathname !== '/' &&
			event.request.method === 'GET' &&
			event.url.pathname.startsWith('/admin')
		)
			redirect(303, '/');
	}
	const response = await resolve(event);
	for (const [name, value] of Object.entries(kept)) response.headers.set(name, value);
	return response;
};

export const handle = sequence(plainForms, speak, protect, know);

export const handleError: HandleServerError = ({ error: cause, event, status, message }) => {
	const refusal = status === 404 ? null : fromSqlState(cause);
	if (status === 404) return { message, code: 'not_found' };
	const reference = crypto.randomUUID().slice(0, 8);
	log.error({ err: cause, reference, path: event.route.id, status }, 'unexpected');
	if (refusal?.code === 'store_down') return { message: errorSentence('store_down'), code: 'store_down' };
	return { message: errorSentence('unexpected'), code: 'unexpected', reference };
};
