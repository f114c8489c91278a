import type { Client } from '#server/backend/index.ts';
import { unwrap } from './unwrap.ts';

/** The accounts an administrator sees; row-level security shows anybody else only those they work with. */
export async function peopleRows(client: Client) {
	return unwrap(
		await client
			.from('people')
			.select('id, user_id, email, full_name, is_admin, disabled_at, created_at')
			.order('full_name')
	);
}

/** The roles a person holds or held, the latest first, in the missions they may read. */
export async function rolesOf(client: Client, personId: string) {
	const held = unwrap(
		await client
			.from('memberships')
			.select('id, mission_id, role, function_title, starts_on, ends_on')
			.eq('person_id', personId)
			.order('starts_on', { ascending: false })
	);
	const missions = unwrap(
		await client
			.from('missions')
			.select('id, slug, short_title')
			.in('id', [...new Set(held.map((m) => m.mission_id))])
	);
	return held.map((m) => ({ ...m, mission: missions.find((x) => x.id === m.mission_id) ?? null }));
}
