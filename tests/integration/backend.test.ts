import { createHmac, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { openBackend, type Settings } from '#server/backend/index.ts';
import { makeStore, type TestStore } from '../fixtures/store.ts';
import { raw } from './matrix-world.ts';

let store: TestStore;
let settings: Settings;
beforeAll(async () => {
	store = await makeStore();
	settings = (await store.as('copil')).settings;
});
afterAll(() => store?.close());

const secrets = async () => JSON.parse(await readFile(join(inject('secretsDir'), 'secrets.json'), 'utf8'));

/** Every privilege of everybody but the owner, on whatever there is. */
const privileges = async () => {
	const rows = await store.sql`
		with things as (
			select 'table' as kind, c.oid::regclass::text as name, c.relacl as acl from pg_class c join pg_namespace n on n.oid = c.relnamespace
				where n.nspname in ('public', 'private', 'auth', 'storage') and c.relkind in ('r', 'S', 'v')
			union all select 'column', c.oid::regclass || '.' || a.attname, a.attacl from pg_attribute a join pg_class c on c.oid = a.attrelid
				join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'private') and a.attacl is not null
			union all select 'function', p.oid::regprocedure::text, coalesce(p.proacl, acldefault('f', p.proowner)) from pg_proc p
				join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('public', 'private')
			union all select 'schema', n.nspname, n.nspacl from pg_namespace n where n.nspname in ('public', 'private', 'auth', 'storage')
			union all select 'default ' || d.defaclobjtype::text, coalesce(n.nspname, ''), d.defaclacl from pg_default_acl d
				left join pg_namespace n on n.oid = d.defaclnamespace)
		select kind || ' ' || name || ': ' || case when a.grantee = 0 then 'public' else a.grantee::regrole::text end || ' ' || a.privilege_type as line
		from things, lateral aclexplode(things.acl) a
		where a.grantee <> (select oid from pg_roles where rolname = current_user) order by 1`;
	return rows.map((r) => r.line as string);
};

describe('privileges', () => {
	it('are what they were after a restart, whatever somebody granted in between', async () => {
		const before = await privileges();
		expect(before.length).toBeGreaterThan(100);
		for (const schema of ['public', 'private'])
			for (const role of ['anon', 'authenticated', 'service_role', 'jalon_api', 'public'])
				await store.sql.unsafe(`grant all on schema ${schema} to ${role};
					grant all on all tables in schema ${schema} to ${role};
					grant all on all sequences in schema ${schema} to ${role};
					grant all on all functions in schema ${schema} to ${role};
					alter default privileges in schema ${schema} grant all on tables to ${role};
					alter default privileges in schema ${schema} grant all on sequences to ${role};
					alter default privileges in schema ${schema} grant all on functions to ${role}`);
		for (const role of ['anon', 'authenticated'])
			await store.sql.unsafe(`grant all on all tables in schema auth to ${role}`);
		expect((await privileges()).length).toBeGreaterThan(before.length + 500);
		await (await openBackend(settings)).close();
		expect(await privileges()).toEqual(before);
	});

	it('leave the pages and the data API working afterwards', async () => {
		const copil = await raw(store, 'copil');
		expect((await copil.from('missions').select('slug')).data).toEqual([{ slug: 'eure-et-loir' }]);
		expect(
			(await copil.rpc('deliverables_register', { mission_slug: 'eure-et-loir' })).data.length
		).toBeGreaterThan(5);
	});
});

describe('the connection that serves', () => {
	let api: postgres.Sql;
	beforeAll(async () => {
		const url = new URL(settings.databaseUrl!);
		url.username = 'jalon_api';
		url.password = (await secrets()).apiPassword;
		api = postgres(url.href, { max: 1, onnotice: () => {} });
	});
	afterAll(() => api?.end());

	it('is a role that owns nothing and may create nothing', async () => {
		const [role] =
			await api`select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolinherit from pg_roles where rolname = current_user`;
		expect(role).toEqual({
			rolsuper: false,
			rolcreaterole: false,
			rolcreatedb: false,
			rolbypassrls: false,
			rolinherit: false
		});
		await expect(api`create table public.t (a int)`).rejects.toMatchObject({ code: '42501' });
		await expect(
			api`create function private.f() returns int language sql as 'select 1'`
		).rejects.toMatchObject({ code: '42501' });
		await expect(api`alter table public.journal disable trigger all`).rejects.toMatchObject({
			code: '42501'
		});
		await expect(api`set session_replication_role = replica`).rejects.toMatchObject({ code: '42501' });
	});

	it('cannot become the owner', async () => {
		const [owner] = await store.sql`select current_user as name`;
		for (const role of [
			owner!.name,
			'pg_read_all_data',
			'pg_write_all_data',
			'pg_execute_server_program'
		])
			await expect(api.unsafe(`set role ${role}`), role).rejects.toMatchObject({ code: '42501' });
		await expect(api.unsafe(`set session authorization ${owner!.name}`)).rejects.toMatchObject({
			code: '42501'
		});
	});

	it('reads no row and writes none in the tables of people’s work, as itself or as service_role', async () => {
		const tables = await store.sql`select tablename as name from pg_tables where schemaname = 'public'`;
		for (const { name } of tables) {
			const table = api(`public.${name}`);
			expect([name, ...(await api`select 1 from ${table}`)]).toEqual([name]);
			for (const write of [
				api`insert into ${table} default values`,
				api`delete from ${table}`,
				api`truncate ${table}`
			])
				await expect(write, name).rejects.toMatchObject({ code: '42501' });
			await expect(
				api.begin(async (tx) => {
					await tx`set local role service_role`;
					await tx`select 1 from ${tx(`public.${name}`)}`;
				}),
				name
			).rejects.toMatchObject({ code: '42501' });
		}
	});
});

describe('who is asking', () => {
	const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
	const token = (secret: string, claims: object, alg = 'HS256') => {
		const body = `${part({ alg, typ: 'JWT' })}.${part(claims)}`;
		return `${body}.${alg === 'none' ? '' : createHmac('sha256', secret).update(body).digest('base64url')}`;
	};
	const ask = (bearer: string, apikey = store.backend.publishableKey) =>
		store.backend.fetch(`${store.backend.url}/rest/v1/missions?select=slug`, {
			headers: { apikey, authorization: `Bearer ${bearer}` }
		});
	const now = Math.floor(Date.now() / 1000);
	const claims = async (role = 'authenticated', exp = now + 600) => ({
		sub: (await store.as('copil')).userId,
		role,
		aud: 'authenticated',
		iat: now - 10,
		exp
	});

	it('a token of ours is believed, which makes the others of this list say something', async () => {
		const answer = await ask(token((await secrets()).jwtSecret, await claims()));
		expect([answer.status, await answer.json()]).toEqual([200, [{ slug: 'eure-et-loir' }]]);
	});

	it.each<[string, () => Promise<string>]>([
		[
			'signed with another secret',
			async () => token(randomBytes(64).toString('base64url'), await claims())
		],
		['signed with the publishable key', async () => token(store.backend.publishableKey, await claims())],
		['not signed at all', async () => token('', await claims(), 'none')],
		[
			'of a time that is over',
			async () => token((await secrets()).jwtSecret, await claims('authenticated', now - 5))
		],
		['forged for service_role', async () => token('x'.repeat(64), await claims('service_role'))]
	])('a token %s is refused', async (_what, forge) => {
		const answer = await ask(await forge());
		expect(answer.status).toBe(401);
		expect(await answer.text()).not.toContain('eure-et-loir');
	});

	it('the secret key, which only operators hold, opens no row either', async () => {
		const { secretKey } = await secrets();
		const answer = await store.backend.fetch(`${store.backend.url}/rest/v1/missions?select=slug`, {
			headers: { apikey: secretKey }
		});
		expect(await answer.text()).not.toContain('eure-et-loir');
	});

	it('signing out everywhere ends the other sessions too', async () => {
		const [here, elsewhere] = [await raw(store, 'copil2'), await raw(store, 'copil2')];
		expect((await elsewhere.auth.refreshSession()).error).toBeNull();
		await here.auth.signOut({ scope: 'global' });
		expect((await elsewhere.auth.refreshSession()).error).not.toBeNull();
		expect((await elsewhere.auth.getUser()).error).not.toBeNull();
	});
});

describe('what reaches standard error', () => {
	afterEach(() => vi.restoreAllMocks());

	it('is the code of a failure, without the row; of a refusal nothing', async () => {
		await store.sql
			.unsafe(`create function public.noisy() returns void language sql security definer set search_path = '' as
			$$ insert into public.people (email, full_name) values ('Marie.Curie@example.test', 'Marie Curie') $$;
			grant execute on function public.noisy() to authenticated`);
		const backend = await openBackend(settings);
		try {
			const said: string[] = [];
			const keep = (_fd: number, text: unknown) => (said.push(String(text)), String(text).length);
			vi.spyOn(fs, 'writeSync').mockImplementation(keep as typeof fs.writeSync);
			const printed = vi
				.spyOn(process.stderr, 'write')
				.mockImplementation((text) => (said.push(String(text)), true));
			const person = await raw({ ...store, backend, as: store.as } as TestStore, 'copil');
			const session = (await person.auth.getSession()).data.session!;
			const call = (fn: string, body: object) =>
				backend.fetch(`${backend.url}/rest/v1/rpc/${fn}`, {
					method: 'POST',
					headers: {
						apikey: backend.publishableKey,
						authorization: `Bearer ${session.access_token}`,
						'content-type': 'application/json'
					},
					body: JSON.stringify(body)
				});
			const failed = await call('noisy', {});
			const refused = await call('list_mails', {});
			printed.mockRestore();
			expect([failed.status >= 500, refused.status]).toEqual([true, 403]);
			expect(said.join('')).toContain('"code":"23514"');
			expect(said.join('')).not.toMatch(/Marie|Curie|Failing row/);
			expect(said.join('')).not.toContain('not_allowed');
		} finally {
			await backend.close();
		}
	});
});

describe('a hosted project', () => {
	it('is spoken to with the publishable key alone; the server has no door of its own', async () => {
		const backend = await openBackend({
			...settings,
			supabaseUrl: 'https://x.supabase.test',
			supabaseKey: 'sb_publishable_x'
		});
		expect(backend).toMatchObject({
			kind: 'supabase',
			url: 'https://x.supabase.test',
			publishableKey: 'sb_publishable_x',
			door: null
		});
		await backend.close();
	});
});
