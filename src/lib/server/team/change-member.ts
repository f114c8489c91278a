import type { Day } from '#core/calendar/days.ts';
import type { Role } from '#core/contract/roles.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';

type Asking = Pick<Context, 'client'>;

/** A role as it was read: what somebody else changed since is not overwritten. */
export interface ReadMembership {
	membership: string;
	version: number;
}

/**
 * Ends a role and begins another the same day, for the same person and organisation.
 * @throws `stale`, `same_role`, `role_of_other_side`, `last_manager`, `membership_ended`
 */
export async function changeRole(
	{ client }: Asking,
	{
		membership,
		version,
		role,
		functionTitle
	}: ReadMembership & { role: Role; functionTitle?: string | null }
) {
	return unwrap(
		await client.rpc('change_role', {
			membership,
			read_version: version,
			new_role: role,
			new_function: functionTitle ?? null
		})
	);
}

/**
 * Hands a role to another person of the same organisation from a day on.
 * @throws `stale`, `date_out_of_range`, `same_person`, `already_member`, `email_invalid`, `membership_ended`
 */
export async function replaceMember(
	{ client }: Asking,
	{ membership, version, ...who }: ReadMembership & { email: string; fullName: string; fromDay: Day }
) {
	return unwrap(
		await client.rpc('replace_member', {
			membership,
			read_version: version,
			email: who.email,
			full_name: who.fullName,
			from_day: who.fromDay
		})
	);
}

/** Ends a role today; what was done stays. @throws `stale`, `reason_missing`, `last_manager`, `membership_ended` */
export async function removeMember(
	{ client }: Asking,
	{ membership, version, reason }: ReadMembership & { reason: string }
) {
	return unwrap(await client.rpc('remove_member', { membership, read_version: version, reason }));
}
