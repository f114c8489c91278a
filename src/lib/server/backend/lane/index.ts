import type postgres from 'postgres';
import { refused } from './answer.ts';
import { readFunctions, type Callable } from './functions.ts';
import { readToken, type Claims } from './token.ts';

export interface LaneOptions {
	/** A pool of connections of `jalon_api`. */
	sql: postgres.Sql;
	jwtSecret: string;
	publishableKey: string;
	/** Seconds since 1970. */
	now?: () => number;
}

const PATH = /^\/rest\/v1\/rpc\/([a-z_]+)$/;

/**
 * Whose session it is, what they may, then the call: PostgreSQL runs in order what it is sent at once, and stops at
 * the first fault, so no call can run without a session that holds, nor as anybody but its bearer.
 */
const ENTER = `select private.check_session($1::text::uuid, $2::text::uuid), set_config('role', 'authenticated', true),
	set_config('request.jwt.claim.sub', $2::text, true), set_config('request.jwt.claim.role', 'authenticated', true),
	set_config('request.jwt.claims', $3::text, true)`;

async function run(sql: postgres.Sql, claims: Claims, text: string, args: string): Promise<postgres.Row[]> {
	// What policies may ask of a session. The rest of a token would make of each call two packets.
	const { sub, role, session_id, aud, email } = claims;
	const told = { sub, role, session_id, aud, email };
	const connection = await sql.reserve();
	try {
		const ready = { prepare: true };
		const sent = [
			connection.unsafe('begin'),
			connection.unsafe(ENTER, [claims.session_id, claims.sub, JSON.stringify(told)], ready),
			connection.unsafe(text, [args], ready),
			// Of a transaction that failed, this makes a rollback.
			connection.unsafe('commit')
		].map((query) => query.execute());
		const all = await Promise.allSettled(sent);
		const failed = all.find((one) => one.status === 'rejected');
		if (failed) throw failed.reason;
		return (all[2] as PromiseFulfilledResult<postgres.Row[]>).value;
	} finally {
		connection.release();
	}
}

/** An answer whose text is at hand: written to bytes and read back, a large one would take longer than its call. */
function said(text: string): Response {
	const answer = new Response(null, { headers: { 'content-type': 'application/json; charset=utf-8' } });
	return Object.assign(answer, { text: async () => text, json: async () => JSON.parse(text) as unknown });
}

/** The arguments of a call as an object, or null where the body is anything else. */
function argumentsOf(body: string): string[] | null {
	if (body === '') return [];
	try {
		const value: unknown = JSON.parse(body);
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
		return Object.keys(value);
	} catch {
		return null;
	}
}

/**
 * The short way through the data API for what nearly every page does: one signed-in person calls one function of
 * `public`. Same tokens, same roles, same policies, one journey to PostgreSQL where the library makes six; anything
 * else, and anything doubtful, gives null and is the library's to answer.
 */
export function makeLane({ sql, jwtSecret, publishableKey, now = () => Date.now() / 1000 }: LaneOptions) {
	let functions: Promise<Map<string, Callable>> | null = null;
	return async function lane(
		input: string | URL | Request,
		init: RequestInit = {}
	): Promise<Response | null> {
		if (input instanceof Request || init.method !== 'POST') return null;
		const { pathname, search } = new URL(input);
		const name = PATH.exec(pathname)?.[1];
		const body = init.body ?? '';
		if (!name || search !== '' || typeof body !== 'string') return null;
		const headers = new Headers(init.headers);
		const header = (key: string) => headers.get(key) ?? '';
		if (header('apikey') !== publishableKey || header('prefer') !== '') return null;
		if (!['', '*/*', 'application/json'].includes(header('accept'))) return null;
		if (!['', 'public'].includes(header('content-profile'))) return null;
		const claims = readToken(header('authorization').replace(/^Bearer /i, ''), jwtSecret, now());
		if (!claims) return null;
		try {
			functions ??= readFunctions(sql);
			const called = (await functions).get(name);
			const given = called && argumentsOf(body);
			const text = given && called.statement(given);
			if (!text) return null;
			const [row] = await run(sql, claims, text, body || '{}');
			if (called.isVoid) return new Response(null, { status: 204 });
			return said((row?.body as string | null) ?? 'null');
		} catch (fault) {
			// What could not be read now may be there at the next call.
			if (functions) await functions.catch(() => (functions = null));
			return refused(fault);
		}
	};
}
