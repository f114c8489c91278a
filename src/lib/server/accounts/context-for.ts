import type { CookieMethodsServer } from '@supabase/ssr';
import type { Application } from '#server/app.ts';
import { clientFor } from '#server/backend/index.ts';
import type { Context, Person } from '#server/context.ts';
import { fromSqlState } from '#server/db/unwrap.ts';
import { hostedStore } from '#server/files/hosted-store.ts';

/**
 * A token that the store does not take (forged, too old, of a session that was ended), or takes for nobody's: a cookie
 * may hold anything.
 */
const isSignedOut = ({ code, details }: { code: string; details: string | null }) =>
	details === 'signed_out' || code === '42501' || /^PGRST30[1-9]$/.test(code);

/** Whose token it is. Only asked of a token that the store has just accepted. */
function bearerOf(token: string): string | null {
	const body = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
	const { sub } = JSON.parse(body) as { sub?: unknown };
	return typeof sub === 'string' ? sub : null;
}

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
	// Renews what has expired, and writes the new cookie; the token itself is not believed before the store took it.
	const { data, error } = await client.auth.getSession();
	// The sign-in service answers a broken store with a fault of its own: ask the store itself, or somebody with a
	// valid session would be taken for nobody.
	if (error && !(error.status && error.status < 500)) await backend.ping();
	const token = data.session?.access_token;
	if (!token) return ctx;
	const { data: person, error: refusal } = await client.rpc('who_am_i');
	if (refusal) {
		if (isSignedOut(refusal)) return ctx;
		throw fromSqlState(refusal);
	}
	ctx.userId = bearerOf(token);
	ctx.person = person as unknown as Person | null;
	return ctx;
}
