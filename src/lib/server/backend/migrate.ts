import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type postgres from 'postgres';
import { refusedStart } from './refused-start.ts';

const name = /^(\d{14})_([a-z0-9_]+)\.sql$/;

/**
 * Applies what is missing of `<folder>/migrations`, all of it or nothing, recorded where the Supabase command line
 * records it, so that both agree on what was applied.
 * @param sql the owner's connection
 * @param folder the project's `supabase` folder
 * @returns the versions applied now
 * @throws when a landed migration is missing from the folder: the code is older than the store
 */
export async function migrate(sql: postgres.Sql, folder: string): Promise<string[]> {
	const files = (await readdir(join(folder, 'migrations'))).filter((f) => name.test(f)).sort();
	await sql.unsafe(`create schema if not exists supabase_migrations;
		create table if not exists supabase_migrations.schema_migrations (version text primary key, statements text[], name text)`);
	const applied: string[] = [];
	await sql.begin(async (tx) => {
		// Two starts at once on an outside store: the second waits, then finds nothing to do.
		await tx`select pg_advisory_xact_lock(7263541)`;
		const rows = await tx<
			{ version: string }[]
		>`select version from supabase_migrations.schema_migrations`;
		const done = new Set(rows.map((r) => r.version));
		const known = new Set(files.map((f) => f.slice(0, 14)));
		const ahead = [...done].filter((v) => !known.has(v));
		if (ahead.length)
			throw refusedStart(
				`the store was migrated by a newer version (${ahead.join(', ')})`,
				`Ces données ont été écrites par une version plus récente de Jalon (migration ${ahead.join(', ')}) : ` +
					'mettez Jalon à jour puis relancez. Rien n’a été changé.'
			);
		for (const file of files) {
			const [, version = '', topic = ''] = name.exec(file) ?? [];
			if (done.has(version)) continue;
			const text = await readFile(join(folder, 'migrations', file), 'utf8');
			await tx
				.unsafe(text)
				.simple()
				.catch((cause: unknown) => {
					throw new Error(
						`Migration ${file}: ${cause instanceof Error ? cause.message : String(cause)}`,
						{ cause }
					);
				});
			await tx`insert into supabase_migrations.schema_migrations (version, name, statements) values (${version}, ${topic}, ${[text]})`;
			applied.push(version);
		}
	});
	return applied;
}
