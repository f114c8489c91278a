import postgres from 'postgres';

/**
 * Runs some statements on one short connection.
 * @param url an owner's address; `database` replaces the one it names
 */
export async function withConnection<T>(
	url: string,
	database: string | null,
	work: (sql: postgres.Sql) => Promise<T>
): Promise<T> {
	const address = new URL(url);
	if (database) address.pathname = `/${encodeURIComponent(database)}`;
	const sql = postgres(address.href, {
		max: 1,
		connect_timeout: 4,
		fetch_types: false,
		prepare: false,
		onnotice: () => undefined
	});
	try {
		return await work(sql);
	} finally {
		await sql.end({ timeout: 5 });
	}
}
