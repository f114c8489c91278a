import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeStore, type TestStore } from '../fixtures/store.ts';
import { cast, enrol, missionId, raw, roles, type Raw } from './matrix-world.ts';

/** Nobody writes a table, whoever they are: acts are functions, and each function says who may. */
let store: TestStore;
let clients: [string, Raw][];
let tables: { name: string; column: string; value: string }[];

beforeAll(async () => {
	store = await makeStore();
	await enrol(store, await missionId(store), cast.technical, 'client', 'technical_member');
	clients = [];
	for (const role of roles)
		clients.push([
			role,
			cast[role] === null ? (store.anonymous() as unknown as Raw) : await raw(store, cast[role])
		]);
	// A first column of each table, and a value of its own in it: a row that is right but for who writes it.
	const columns =
		await store.sql`select distinct on (table_name) table_name, column_name from information_schema.columns
		where table_schema = 'public' and is_identity = 'NO' order by table_name, ordinal_position`;
	tables = await Promise.all(
		columns.map(async (c) => {
			const [row] =
				await store.sql`select ${store.sql(c.column_name)}::text as value from ${store.sql(`public.${c.table_name}`)} limit 1`;
			return { name: c.table_name, column: c.column_name, value: row?.value ?? crypto.randomUUID() };
		})
	);
});
afterAll(() => store?.close());

/** One line for everything that is stored: equal lines mean that nothing has moved. */
const everything = async () =>
	Promise.all(
		tables.map(async (t) => {
			const [row] =
				await store.sql`select md5(coalesce(string_agg(x::text, '' order by x::text), '')) as sum from ${store.sql(`public.${t.name}`)} x`;
			return [t.name, row!.sum] as const;
		})
	);

describe('writing a table directly', () => {
	it.each(['insert', 'update', 'delete', 'upsert'] as const)(
		'%s: refused to everybody on every table',
		async (verb) => {
			const before = await everything();
			const through: string[] = [];
			for (const [who, client] of clients)
				for (const { name, column, value } of tables) {
					const row = { [column]: value };
					const table = client.from(name);
					const { error } =
						verb === 'insert'
							? await table.insert(row)
							: verb === 'upsert'
								? await table.upsert(row)
								: verb === 'update'
									? await table.update(row).eq(column, value)
									: await table.delete().eq(column, value);
					if (error?.code !== '42501')
						through.push(`${who} ${verb} ${name}: ${error?.code} ${error?.message}`);
				}
			expect(through).toEqual([]);
			expect(await everything()).toEqual(before);
		}
	);
});

describe('what is not ours to show', () => {
	it.each(['private', 'auth', 'storage', 'supabase_migrations', 'pg_catalog', 'information_schema'])(
		'the schema %s is not served to anybody',
		async (schema) => {
			const inside = {
				private: 'mails',
				auth: 'users',
				storage: 'objects',
				supabase_migrations: 'schema_migrations'
			};
			const table = (inside as Record<string, string>)[schema] ?? 'pg_authid';
			for (const [who, client] of clients) {
				const named = await client.schema(schema).from(table).select().limit(1);
				expect([who, named.error?.code, named.data]).toEqual([who, 'PGRST106', null]);
				const dotted = await client.from(`${schema}.${table}`).select().limit(1);
				expect([who, dotted.error !== null, dotted.data]).toEqual([who, true, null]);
			}
		}
	);

	it.each([
		['import_mission', { content: {} }],
		['first_admin', { user_id: crypto.randomUUID(), email: 'a@b.test', full_name: 'A' }],
		['log', { mission: null, event: 'decision_taken' }],
		['mail', { mission: null, to_email: 'a@b.test', kind: 'invitation', data: {} }],
		['set_config', { setting_name: 'role', new_value: 'service_role', is_local: true }],
		['pg_read_file', { filename: '/etc/passwd' }],
		['refuse_change', {}]
	])('no function but those of public is called: %s', async (fn, args) => {
		for (const [who, client] of clients) {
			const plain = await client.rpc(fn, args);
			expect([who, plain.error?.code, plain.data]).toEqual([who, 'PGRST202', null]);
			const named = await client.schema('private').rpc(fn, args);
			expect([who, named.error !== null, named.data]).toEqual([who, true, null]);
		}
	});

	it('the shape of the store is not told either', async () => {
		const answer = await store.backend.fetch(`${store.backend.url}/rest/v1/`, {
			headers: { apikey: store.backend.publishableKey }
		});
		expect(answer.status).toBe(403);
	});
});

describe('a request without the right key', () => {
	const ask = (headers: Record<string, string>) =>
		store.backend.fetch(`${store.backend.url}/rest/v1/missions?select=id`, { headers });

	it.each<[string, Record<string, string>]>([
		['no key at all', {}],
		['a key of somebody else', { apikey: 'sb_publishable_0123456789abcdef' }],
		['a made-up secret key', { apikey: 'sb_secret_0123456789abcdef' }],
		['a bearer that is no token', { authorization: 'Bearer sb_publishable_x' }]
	])('%s reads nothing', async (_what, headers) => {
		const answer = await ask(headers);
		expect(answer.status).toBeGreaterThanOrEqual(400);
		expect(await answer.text()).not.toContain('"id"');
	});
});
