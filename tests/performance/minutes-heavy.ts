import { join } from 'node:path';
import postgres from 'postgres';
import { readRecord } from '#server/backend/cluster/index.ts';

async function owner<T>(dataDir: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
	const record = await readRecord(join(dataDir, 'postgres'));
	if (!record?.alive) throw new Error('The server to measure is not running.');
	const sql = postgres(record.ownerUrl, { max: 1, onnotice: () => {} });
	try {
		return await work(sql);
	} finally {
		await sql.end();
	}
}

const code = 'E-COPIL-90';

/**
 * A session as long as sessions get: 30 items that were each discussed, 40 people, 60 actions and 12 decisions; held,
 * and not circulated, so that its minutes are made anew each time.
 * @returns its code
 */
export async function heavyMinutes(dataDir: string): Promise<string> {
	return owner(dataDir, async (sql) => {
		const [m] =
			await sql`insert into public.meetings (mission_id, committee_id, code, title, held_on, state, convened_at)
			select c.mission_id, c.id, ${code}, 'Séance longue', '2019-11-28', 'held', now() from public.committees c
			join public.missions x on x.id = c.mission_id where x.slug = 'eure-et-loir' and c.kind = 'copil' returning id, mission_id`;
		const [id, mission] = [m!.id as string, m!.mission_id as string];
		const said =
			'Le titulaire présente **les constats** et répond aux questions.\n- les visites avancent\n- les communes répondent\n\nLe comité prend acte, et demande une note de synthèse avant la prochaine séance.';
		await sql`insert into public.agenda_items (meeting_id, mission_id, position, title, purpose, minutes, conclusion)
			select ${id}, ${mission}, n, 'Point numéro ' || n, 'decision', ${said}, 'Le comité prend acte.' from generate_series(1, 30) n`;
		await sql`insert into public.attendances (meeting_id, mission_id, full_name, organisation, function_title, status, position)
			select ${id}, ${mission}, 'Personne ' || n, 'Département', 'Direction ' || n, 'present', n from generate_series(1, 40) n`;
		await sql`insert into public.actions (mission_id, meeting_id, number, wording, owner_name, due_on)
			select ${mission}, ${id}, 'ACT-E-9' || n, 'Transmettre le relevé numéro ' || n || ' aux services concernés', 'Personne ' || n, '2019-12-20' from generate_series(1, 60) n`;
		await sql`insert into public.resolutions (mission_id, meeting_id, number, wording)
			select ${mission}, ${id}, 'RD-E-9' || n, 'Le comité arrête le point ' || n from generate_series(1, 12) n`;
		return code;
	});
}

/** The same session cut to four items, seven people and three actions: what most sessions are. */
export async function plainMinutes(dataDir: string): Promise<void> {
	await owner(dataDir, async (sql) => {
		const at = sql`(select id from public.meetings where code = ${code})`;
		await sql`delete from public.agenda_items where meeting_id = ${at} and position > 4`;
		await sql`delete from public.attendances where meeting_id = ${at} and position > 7`;
		await sql`delete from public.actions where meeting_id = ${at} and number not in ('ACT-E-91', 'ACT-E-92', 'ACT-E-93')`;
		await sql`delete from public.resolutions where meeting_id = ${at} and number not in ('RD-E-91', 'RD-E-92', 'RD-E-93')`;
	});
}
