import type { CookieMethodsServer } from '@supabase/ssr';
import type { Application } from '#server/app.ts';
import { clientFor } from '#server/backend/index.ts';
import type { Context, Person } from '#server/context.ts';
import { unwrapMaybe } from '#server/db/unwrap.ts';
import { hostedStore } from '#server/files/hosted-store.ts';

/** Who is asking, from the cookies of one request. A session that no longer holds is nobody. */
export async function contextFor(
	application: Application,
	request: { cookies: CookieMethodsServer; secure: boolean }
): Promise<Context> {
	const { backend, settings, disk } = application;
	const client = clientFor(backend, request.cookies, request.secure);
	const ctx: Context = {
		client,
		backend,
		settings,
		files: backend.kind === 'supabase' ? hostedStore(client) : disk,
		userId: null,
		person: null
	};
	const { data, error } = await client.auth.getClaims();
	// The sign-in service answers a broken store with a fault of its own: ask the store itself, or somebody with a
	// valid session would be taken for nobody.
	if (error && !(error.status && error.status < 500)) await backend.ping();
	if (!data?.claims.sub) return ctx;
	ctx.userId = data.claims.sub;
	ctx.person = unwrapMaybe(await client.rpc('who_am_i')) as Person | null;
	return ctx;
}
