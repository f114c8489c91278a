import { withConnection } from './connect.ts';

/** Makes an empty database when it is missing. */
export async function createDatabase(ownerUrl: string, name: string): Promise<void> {
	await withConnection(ownerUrl, 'postgres', async (sql) => {
		const [found] = await sql`select 1 from pg_database where datname = ${name}`;
		if (!found) await sql`create database ${sql(name)} template template0`;
	});
}

/**
 * Makes a copy of a database, for instance one per test file from a migrated template. Whoever is still connected
 * to the template is disconnected: PostgreSQL copies only a database at rest.
 * @returns the owner's address of the copy
 */
export async function cloneDatabase(ownerUrl: string, template: string, name: string): Promise<string> {
	await withConnection(ownerUrl, 'postgres', async (sql) => {
		await sql`select pg_terminate_backend(pid) from pg_stat_activity
			where datname = ${template} and pid <> pg_backend_pid()`;
		await sql`create database ${sql(name)} template ${sql(template)}`;
	});
	const address = new URL(ownerUrl);
	address.pathname = `/${encodeURIComponent(name)}`;
	return address.href;
}

/** Removes a database and disconnects whoever uses it. Nothing happens when it does not exist. */
export async function dropDatabase(ownerUrl: string, name: string): Promise<void> {
	await withConnection(ownerUrl, 'postgres', async (sql) => {
		await sql`drop database if exists ${sql(name)} with (force)`;
	});
}
