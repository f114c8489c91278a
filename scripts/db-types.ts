/**
 * Writes src/lib/server/db/types.gen.ts from the schema as the migrations make it, on a store of its own that is
 * thrown away afterwards. Run it after each migration: npm run db:types (about 5 s).
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { openBackend, readSettings } from '#server/backend/index.ts';
import { readRecord } from '#server/backend/cluster/index.ts';

interface Column {
	name: string;
	type: string;
	nullable: boolean;
	has_default: boolean;
}
interface Table {
	name: string;
	columns: Column[];
	keys: { name: string; columns: string[]; to: string; to_columns: string[]; unique: boolean }[];
}
interface Fn {
	name: string;
	args: { name: string; type: string; optional: boolean }[];
	returns: string;
	set: boolean;
	table: { name: string; type: string }[] | null;
}

const scalar: Record<string, string> = {
	int4: 'number',
	int8: 'number',
	int2: 'number',
	float8: 'number',
	numeric: 'number',
	bool: 'boolean',
	jsonb: 'Json',
	json: 'Json',
	void: 'undefined'
};
const ts = (type: string): string =>
	type.startsWith('_') ? `${ts(type.slice(1))}[]` : (scalar[type] ?? 'string');

const tables = `select c.relname as name,
	(select json_agg(json_build_object('name', a.attname, 'type', t.typname, 'nullable', not a.attnotnull, 'has_default', a.atthasdef or a.attidentity <> '') order by a.attname)
		from pg_attribute a join pg_type t on t.oid = a.atttypid where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
	coalesce((select json_agg(json_build_object('name', k.conname, 'to', (select relname from pg_class where oid = k.confrelid),
		'columns', (select json_agg(attname order by array_position(k.conkey, attnum)) from pg_attribute where attrelid = c.oid and attnum = any (k.conkey)),
		'to_columns', (select json_agg(attname order by array_position(k.confkey, attnum)) from pg_attribute where attrelid = k.confrelid and attnum = any (k.confkey)),
		'unique', exists (select from pg_constraint u where u.conrelid = c.oid and u.contype in ('u', 'p') and u.conkey = k.conkey)) order by k.conname)
		from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.confrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)), '[]') as keys
	from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname`;
const functions = `select p.proname as name, p.proretset as set, t.typname as returns,
	coalesce((select json_agg(json_build_object('name', p.proargnames[i], 'type', (select typname from pg_type where oid = p.proargtypes[i - 1]),
		'optional', i > p.pronargs - p.pronargdefaults) order by p.proargnames[i]) from generate_series(1, p.pronargs) i), '[]') as args,
	(select json_agg(json_build_object('name', p.proargnames[i], 'type', (select typname from pg_type where oid = p.proallargtypes[i])) order by i)
		from generate_series(1, cardinality(p.proallargtypes)) i where p.proargmodes[i] = 't') as table
	from pg_proc p join pg_type t on t.oid = p.prorettype where p.pronamespace = 'public'::regnamespace order by p.proname`;

const record = (fields: string[]) =>
	fields.length ? `{ ${fields.join('; ')} }` : 'Record<PropertyKey, never>';
const tableType = (t: Table) => {
	const row = t.columns.map((c) => `${c.name}: ${ts(c.type)}${c.nullable ? ' | null' : ''}`);
	const write = t.columns.map(
		(c) =>
			`${c.name}${c.nullable || c.has_default ? '?' : ''}: ${ts(c.type)}${c.nullable ? ' | null' : ''}`
	);
	const keys = t.keys.map(
		(k) =>
			`{ foreignKeyName: '${k.name}'; columns: [${k.columns.map((c) => `'${c}'`).join(', ')}]; isOneToOne: ${k.unique}; referencedRelation: '${k.to}'; referencedColumns: [${k.to_columns.map((c) => `'${c}'`).join(', ')}] }`
	);
	return `${t.name}: { Row: ${record(row)}; Insert: ${record(write)}; Update: Partial<${record(write)}>; Relationships: [${keys.join(', ')}] }`;
};

const dir = await mkdtemp(join(tmpdir(), 'jalon-types-'));
const backend = await openBackend(readSettings({ JALON_DATA_DIR: dir }));
try {
	const cluster = await readRecord(join(dir, 'postgres'));
	if (!cluster) throw new Error('The store left no record.');
	const sql = postgres(cluster.ownerUrl, { max: 1 });
	const found = (await sql.unsafe(tables)) as unknown as Table[];
	const names = new Set(found.map((t) => t.name));
	const fns = (await sql.unsafe(functions)) as unknown as Fn[];
	await sql.end();
	const result = (f: Fn) => {
		const one = f.table
			? record(f.table.map((c) => `${c.name}: ${ts(c.type)}`))
			: names.has(f.returns)
				? `Database['public']['Tables']['${f.returns}']['Row']`
				: ts(f.returns);
		return f.set ? `${one}[]` : one;
	};
	const fnType = (f: Fn) =>
		`${f.name}: { Args: ${record(f.args.map((a) => `${a.name}${a.optional ? '?' : ''}: ${ts(a.type)}${a.optional ? ' | null' : ''}`))}; Returns: ${result(f)} }`;
	await writeFile(
		'src/lib/server/db/types.gen.ts',
		`// Written by scripts/db-types.ts from the migrations. Do not edit.
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export interface Database {
	public: {
		Tables: {
			${found.map(tableType).join(';\n\t\t\t')}
		};
		Views: Record<never, never>;
		Functions: {
			${fns.map(fnType).join(';\n\t\t\t')}
		};
		Enums: Record<never, never>;
		CompositeTypes: Record<never, never>;
	};
}

export type Row<T extends keyof Database['public']['Tables']> = Database['public']['Tables'][T]['Row'];
`
	);
	console.log(`${found.length} tables, ${fns.length} functions.`);
} finally {
	await backend.close();
	await rm(dir, { recursive: true, force: true });
}
