import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { makeLane } from '#server/backend/lane/index.ts';
import { pipelined } from '#server/backend/pipeline.ts';
import { makeStore, type TestStore } from '../fixtures/store.ts';

const origin = 'http://jalon.internal';
let store: TestStore;
let pool: postgres.Sql;
let secrets: { jwtSecret: string; publishableKey: string; apiPassword: string };
let lane: ReturnType<typeof makeLane>;
/** The token of the chair, really signed in. */
let token: string;

beforeAll(async () => {
	store = await makeStore();
	secrets = JSON.parse(await readFile(join(inject('secretsDir'), 'secrets.json'), 'utf8'));
	const url = new URL(store.settings.databaseUrl!);
	url.username = 'jalon_api';
	url.password = secrets.apiPassword;
	pool = postgres(url.href, { max: 3, onnotice: () => {} });
	lane = makeLane({ sql: pool, ...secrets });
	const { client } = await store.as('copil');
	token = (await client.auth.getSession()).data.session!.access_token;
	// Functions of every shape, for these tests alone.
	await store.sql.unsafe(`
		create function public.t_nothing() returns void language sql as $$ select $$;
		create function public.t_rows(n int) returns table (a int, b text) language sql as $$ select i, null::text from generate_series(1, n) i $$;
		create function public.t_words(w text[], o jsonb default '{}') returns setof text language sql as $$ select unnest(w) || coalesce(o ->> 'x', '') $$;
		create function public.t_one(id uuid default null) returns public.circuit_moves language sql as $$ select * from public.circuit_moves where false $$;
		create function public.t_who() returns jsonb language sql as $$ select jsonb_build_object('role', current_user,
			'sub', current_setting('request.jwt.claim.sub', true), 'uid', auth.uid(), 'claims', current_setting('request.jwt.claims', true)::jsonb) $$;
		create function public.t_late() returns int language plpgsql as $$ begin set constraints all immediate; return 1 / (random() * 0)::int; end $$;
		grant execute on all functions in schema public to authenticated;`);
});
afterAll(async () => {
	await pool?.end({ timeout: 5 });
	await store?.close();
});

const call = (
	name: string,
	args: unknown = {},
	headers: Record<string, string> = {},
	init: RequestInit = {}
) =>
	lane(`${origin}/rest/v1/rpc/${name}`, {
		method: 'POST',
		body: JSON.stringify(args),
		headers: { apikey: secrets.publishableKey, authorization: `Bearer ${token}`, ...headers },
		...init
	});
const said = async (name: string, args?: unknown) => (await call(name, args))!.json();

describe('what is left to the library', () => {
	it.each([
		['a table', () => lane(`${origin}/rest/v1/missions?select=id`, { method: 'GET' })],
		[
			'a question in the address',
			() => lane(`${origin}/rest/v1/rpc/who_am_i?select=id`, { method: 'POST' })
		],
		['another method', () => call('who_am_i', {}, {}, { method: 'GET', body: null })],
		[
			'a request already made',
			() => lane(new Request(`${origin}/rest/v1/rpc/who_am_i`, { method: 'POST' }))
		],
		['another key', () => call('who_am_i', {}, { apikey: 'sb_secret_x' })],
		['nobody’s call', () => call('who_am_i', {}, { authorization: `Bearer ${secrets.publishableKey}` })],
		['a token that is not ours', () => call('who_am_i', {}, { authorization: `Bearer ${token}x` })],
		['a count', () => call('who_am_i', {}, { prefer: 'count=exact' })],
		['another form', () => call('who_am_i', {}, { accept: 'application/vnd.pgrst.object+json' })],
		['another schema', () => call('who_am_i', {}, { 'content-profile': 'private' })],
		['an unknown function', () => call('nowhere')],
		['an unknown argument', () => call('who_am_i', { x: 1 })],
		['a missing argument', () => call('mission_context')],
		['arguments that are no object', () => call('who_am_i', [])],
		['a name that is more than one', () => call('who_am_i"(); drop table x; --')]
	])('%s', async (_, ask) => {
		expect(await ask()).toBeNull();
	});
});

describe('the short way', () => {
	it('acts as the bearer, and as nobody more', async () => {
		const [chair] = await store.sql`select user_id from public.people where email = 'copil@demo.test'`;
		const who = (await said('t_who')) as Record<string, unknown>;
		expect(who).toMatchObject({ role: 'authenticated', sub: chair!.user_id, uid: chair!.user_id });
		expect(who.claims).toMatchObject({ sub: chair!.user_id, role: 'authenticated' });
	});

	it('leaves nothing of one call to the next on the same connection', async () => {
		await Promise.all(Array.from({ length: 9 }, () => said('t_who')));
		for (let i = 0; i < 3; i++) {
			const [left] =
				await pool`select current_user as role, coalesce(current_setting('request.jwt.claim.sub', true), '') as sub`;
			expect(left).toEqual({ role: 'jalon_api', sub: '' });
		}
	});

	it('answers in the forms of the data API', async () => {
		expect((await call('t_nothing'))!.status).toBe(204);
		expect(await said('t_rows', { n: 2 })).toEqual([
			{ a: 1, b: null },
			{ a: 2, b: null }
		]);
		expect(await said('t_rows', { n: 0 })).toEqual([]);
		expect(await said('t_words', { w: ['é', '"'] })).toEqual(['é', '"']);
		expect(await said('t_words', { o: { x: '!' }, w: ['a'] })).toEqual(['a!']);
		expect(await said('t_one')).toBeNull();
		expect(await said('count_waiting')).toEqual(expect.any(Number));
	});

	it('says what the library says, of whole answers and of refusals', async () => {
		const long = store.backend.fetch;
		const ask = async (name: string, args: object, by: typeof fetch) => {
			const answer = await by(`${origin}/rest/v1/rpc/${name}`, {
				method: 'POST',
				body: JSON.stringify(args),
				// An accept header that the lane leaves to the library.
				headers: {
					apikey: secrets.publishableKey,
					authorization: `Bearer ${token}`,
					accept: by === short ? '' : 'application/json, */*',
					'content-type': 'application/json'
				}
			});
			return { status: answer.status, body: await answer.json() };
		};
		const short = (async (i: string, init: RequestInit) => (await lane(i, init))!) as typeof fetch;
		const missing = crypto.randomUUID();
		for (const [name, args] of [
			['deliverables_register', { mission_slug: 'eure-et-loir' }],
			['mission_context', { mission_slug: 'nulle-part' }],
			['verify_journal', { mission: missing }],
			['set_account', { person: missing }],
			['add_account', { email: 'x', full_name: '' }],
			['cast_vote', { version: missing, seen_sha256: 'x', choice: 'approve' }]
		] as const)
			expect(await ask(name, args, short), name).toEqual(await ask(name, args, long as typeof fetch));
	});

	it('refuses a session that was ended, at once', async () => {
		const { client } = await store.as('copil2');
		const ended = (await client.auth.getSession()).data.session!.access_token;
		const bearer = { authorization: `Bearer ${ended}` };
		expect((await call('who_am_i', {}, bearer))!.status).toBe(200);
		await client.auth.signOut({ scope: 'global' });
		const answer = (await call('who_am_i', {}, bearer))!;
		expect(answer.status).toBe(401);
		expect(await answer.json()).toMatchObject({ code: 'PT401', details: 'signed_out' });
	});

	it('refuses a token of ours for an account or a session that is not there', async () => {
		const [head, body] = token.split('.');
		for (const change of [{ sub: crypto.randomUUID() }, { session_id: crypto.randomUUID() }]) {
			const claims = { ...JSON.parse(Buffer.from(body!, 'base64url').toString()), ...change };
			const signed = `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
			const forged = `${signed}.${createHmac('sha256', secrets.jwtSecret).update(signed).digest('base64url')}`;
			expect((await call('t_who', {}, { authorization: `Bearer ${forged}` }))!.status).toBe(401);
		}
	});

	it('keeps the rows of a fault to itself', async () => {
		const answer = (await call('t_late'))!;
		expect(answer.status).toBeGreaterThanOrEqual(400);
		expect(await answer.json()).toMatchObject({ code: '22012', details: null, hint: null });
		const wrong = (await call('verify_journal', { mission: 'not a uuid' }))!;
		expect(wrong.status).toBe(400);
	});

	it('answers what is not open to anybody signed in with a refusal', async () => {
		await store.sql.unsafe('create function public.t_shut() returns int language sql as $$ select 1 $$');
		await store.sql.unsafe('revoke all on function public.t_shut() from public, authenticated');
		const fresh = makeLane({ sql: pool, ...secrets });
		const answer = await fresh(`${origin}/rest/v1/rpc/t_shut`, {
			method: 'POST',
			body: '{}',
			headers: { apikey: secrets.publishableKey, authorization: `Bearer ${token}` }
		});
		expect(answer!.status).toBe(403);
		expect(await answer!.json()).toMatchObject({ code: '42501' });
	});
});

describe('the library’s own transactions', () => {
	it('run their settings first, and nothing when one of them is refused', async () => {
		const connection = pipelined(await pool.reserve());
		try {
			await connection.unsafe('begin');
			await connection.unsafe("SELECT set_config('role', $1, true)", ['postgres']);
			await expect(connection.unsafe('select current_user as role')).rejects.toThrow(
				/permission denied|role/
			);
			await connection.unsafe('rollback');
			await connection.unsafe('begin');
			await connection.unsafe("SELECT set_config('role', $1, true)", ['authenticated']);
			expect([...(await connection.unsafe('select current_user as role'))]).toEqual([
				{ role: 'authenticated' }
			]);
			await connection.unsafe('commit');
			expect([...(await connection.unsafe('select current_user as role'))]).toEqual([
				{ role: 'jalon_api' }
			]);
			// A transaction in which nothing was asked leaves nothing behind either.
			await connection.unsafe('begin');
			await connection.unsafe("SELECT set_config('role', $1, true)", ['authenticated']);
			await connection.unsafe('rollback');
			expect([...(await connection.unsafe('select current_user as role'))]).toEqual([
				{ role: 'jalon_api' }
			]);
		} finally {
			connection.release();
		}
	});

	it('keep what a function says of its own answer', async () => {
		await store.sql.unsafe(`create function public.t_teapot() returns int language sql as
			$$ select set_config('response.status', '418', true)::int $$; grant execute on function public.t_teapot() to anon`);
		const connection = pipelined(await pool.reserve());
		const asks =
			"SELECT current_setting('response.status', true) AS status, current_setting('response.headers', true) AS headers";
		try {
			await connection.unsafe('begin');
			await connection.unsafe("SELECT set_config('role', $1, true)", ['anon']);
			await connection.unsafe("SELECT set_config('response.status', '', true)");
			await connection.unsafe("SELECT set_config('response.headers', '', true)");
			await connection.unsafe('SET LOCAL transaction_read_only = on');
			await connection.unsafe('select * from public.t_teapot() as t limit $1', [1]);
			expect([...(await connection.unsafe(asks))]).toEqual([{ status: '418', headers: '' }]);
			await connection.unsafe("select set_config('response.status', '200', true)");
			expect([...(await connection.unsafe(asks))]).toEqual([{ status: '200', headers: '' }]);
			await connection.unsafe('rollback');
		} finally {
			connection.release();
		}
	});
});
