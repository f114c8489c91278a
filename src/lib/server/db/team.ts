import type { TeamRows } from '#core/team/arrange.ts';
import type { Client } from '#server/backend/index.ts';
import { unwrap } from './unwrap.ts';

/** Everything the person may read of a mission's team; row-level security decides what that is. */
export async function teamRows(client: Client, missionId: string): Promise<TeamRows> {
	const of = 'mission_id';
	const [organisations, memberships, delegations, invitations] = await Promise.all([
		client.from('organisations').select('id, name, short_name, side, address, version').eq(of, missionId),
		client
			.from('memberships')
			.select(
				'id, person_id, organisation_id, role, function_title, starts_on, ends_on, replaces, version'
			)
			.eq(of, missionId),
		client
			.from('delegations')
			.select('id, membership_id, delegate_id, starts_on, ends_on, reason, created_by, revoked_at')
			.eq(of, missionId),
		client
			.from('invitations')
			.select('person_id, created_at, expires_at, accepted_at, revoked_at')
			.eq(of, missionId)
			.order('created_at', { ascending: false })
	]);
	const held = unwrap(memberships);
	const people = await client
		.from('people')
		.select('id, full_name, email, disabled_at')
		.in('id', [...new Set(held.map((m) => m.person_id))]);
	return {
		organisations: unwrap(organisations),
		memberships: held,
		delegations: unwrap(delegations),
		invitations: unwrap(invitations),
		people: unwrap(people)
	};
}
