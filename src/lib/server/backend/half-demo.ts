import postgres from 'postgres';
import { createDatabase, dropDatabase } from './cluster/index.ts';

/**
 * A first start that was cut while the demonstration was being loaded leaves half of it. Nothing in it is anybody's
 * work yet, so the database is made anew and the loading starts over.
 */
export async function dropHalfDemo(ownerUrl: string): Promise<boolean> {
	const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
	let half = false;
	try {
		const [known] = await sql<
			{ marks: string | null }[]
		>`select to_regclass('private.marks')::text as marks`;
		if (known?.marks) {
			const rows = await sql<{ name: string }[]>`select name from private.marks`;
			const names = new Set(rows.map((r) => r.name));
			half = names.has('demo_begun') && !names.has('demo_done');
		}
	} finally {
		await sql.end({ timeout: 5 });
	}
	if (!half) return false;
	const name = new URL(ownerUrl).pathname.slice(1);
	await dropDatabase(ownerUrl, name);
	await createDatabase(ownerUrl, name);
	return true;
}
