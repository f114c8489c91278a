import type postgres from 'postgres';

interface Described {
	name: string;
	/** Names of the arguments that go in, and their types, in order. */
	names: string[] | null;
	types: string[];
	defaults: number;
	many: boolean;
	isVoid: boolean;
	/** Out arguments, variadic ones, or several functions of one name: left to the library. */
	plain: boolean;
}

/** Calls one function of `public` by its name. */
export interface Callable {
	/** The statement for these arguments, or null when they do not fit: the library says so in its own words. */
	statement(given: string[]): string | null;
	isVoid: boolean;
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

function callable(f: Described): Callable {
	const names = f.names?.slice(0, f.types.length) ?? [];
	const known = new Map<string, string>();
	const write = (given: string[]): string | null => {
		const positions = given.map((name) => names.indexOf(name));
		if (positions.includes(-1)) return null;
		const required = names.slice(0, names.length - f.defaults);
		if (!required.every((name) => given.includes(name))) return null;
		const passed = given.map((name) => `${quoted(name)} := a.${quoted(name)}`).join(', ');
		const columns = positions.map((at) => `${quoted(names[at]!)} ${f.types[at]}`).join(', ');
		// One parameter whatever the arguments: PostgreSQL itself reads each value as the type the function wants.
		const from =
			given.length > 0 ? `json_to_record($1::text::json) as a(${columns})` : '(select $1::text) as a';
		const call = `public.${quoted(f.name)}(${passed})`;
		if (f.isVoid) return `select ${call} from ${from}`;
		return f.many
			? `select coalesce(json_agg(r), '[]')::text as body from ${from}, lateral ${call} as r`
			: `select to_json(${call})::text as body from ${from}`;
	};
	return {
		isVoid: f.isVoid,
		statement(given) {
			const key = JSON.stringify(given);
			const text = known.get(key) ?? write(given);
			// Only what fits is kept: there are few ways to call a function rightly.
			if (text !== null) known.set(key, text);
			return text;
		}
	};
}

/** The functions of the data API, read once: they only change with a migration, and that comes with a start. */
export async function readFunctions(sql: postgres.Sql): Promise<Map<string, Callable>> {
	const rows = await sql<Described[]>`
		select p.proname as name, p.proargnames as names, p.pronargdefaults as defaults, p.proretset as many,
			p.prorettype = 'void'::regtype as "isVoid",
			coalesce((select array_agg(format_type(t.type, null) order by t.place)
				from unnest(p.proargtypes) with ordinality as t(type, place)), '{}') as types,
			p.provariadic = 0 and p.prokind = 'f'
				and coalesce(p.proargmodes <@ array['i', 't']::"char"[], true) as plain
		from pg_proc p where p.pronamespace = 'public'::regnamespace`;
	const count = Map.groupBy(rows, (row) => row.name);
	return new Map(
		rows
			.filter((row) => row.plain && count.get(row.name)!.length === 1)
			.map((row) => [row.name, callable(row)])
	);
}
