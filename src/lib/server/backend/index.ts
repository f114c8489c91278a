import { createServerClient, type CookieMethodsServer } from '@supabase/ssr';
import { createClient } from '@supabase/supabase-js';
import { openEmbedded } from './embedded.ts';
import { openHosted } from './hosted.ts';
import { openOutside } from './outside.ts';
import type { Settings } from './settings.ts';
import type { Backend, Client } from './types.ts';

export { readSettings, type Settings } from './settings.ts';
export type { Backend, Client, Enrolment, ServerDoor, WaitingMail } from './types.ts';

/** Opens the store the settings ask for: hosted Supabase, an outside PostgreSQL, or our own. */
export async function openBackend(settings: Settings): Promise<Backend> {
	if (settings.supabaseUrl && settings.supabaseKey)
		return openHosted(settings.supabaseUrl, settings.supabaseKey);
	if (settings.databaseUrl) return openOutside(settings, settings.databaseUrl);
	return openEmbedded(settings);
}

/**
 * A client that acts as whoever the cookies say. One per request, never shared.
 * @param secure whether the site is reached over https
 */
export function clientFor(backend: Backend, cookies: CookieMethodsServer, secure: boolean): Client {
	return createServerClient(backend.url, backend.publishableKey, {
		global: { fetch: backend.fetch },
		cookies: { ...cookies, encode: 'tokens-only' },
		cookieOptions: { path: '/', sameSite: 'lax', httpOnly: true, secure }
	}) as unknown as Client;
}

/** A client with a session in memory only: operators' verbs, the demonstration, tests. */
export function memoryClient(backend: Backend): Client {
	return createClient(backend.url, backend.publishableKey, {
		global: { fetch: backend.fetch },
		auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false }
	}) as unknown as Client;
}
