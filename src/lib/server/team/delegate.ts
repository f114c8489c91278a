import type { Day } from '#core/calendar/days.ts';
import type { Context } from '#server/context.ts';
import { unwrap, unwrapMaybe } from '#server/db/unwrap.ts';

/**
 * Lets another person decide in the signatory's place, both days included. Only the signatory may; both are written to.
 * @throws `not_allowed`, `not_a_signatory`, `unknown_person`, `same_person`, `role_of_other_side`, `date_in_the_past`, `end_before_start`, `reason_missing`
 */
export async function delegate(
	{ client }: Pick<Context, 'client'>,
	d: { membership: string; toPerson: string; fromDay: Day; toDay: Day; reason: string }
) {
	return unwrap(
		await client.rpc('delegate', {
			membership: d.membership,
			to_person: d.toPerson,
			from_day: d.fromDay,
			to_day: d.toDay,
			reason: d.reason
		})
	);
}

/** Ends a delegation at once; decisions taken under it stand. @throws `already_revoked`, `not_allowed` */
export async function revokeDelegation(
	{ client }: Pick<Context, 'client'>,
	delegation: string
): Promise<void> {
	unwrapMaybe(await client.rpc('revoke_delegation', { delegation }));
}
