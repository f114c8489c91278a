import postgres from 'postgres';

/**
 * Runs some statements on one short connection.
 * @param url an owner's address; `database` replaces the one it names
 * @param patienceSeconds how long the server may take to let us in
 */
export async function withConnection<T>(
	url: string,
	database: string | null,
	work: (sql: postgres.Sql) => Promise<T>,
	patienceSeconds = 20
): Promise<T> {
	const address = new URL(url);
	if (database) address.pathname = `/${encodeURIComponent(database)}`;
	const sql = postgres(address.href, {
		max: 1,
		connect_timeout: patienceSeconds,
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
