import type { Day } from '#core/calendar/days.ts';
import type { Role } from '#core/contract/roles.ts';
import type { Context } from '#server/context.ts';
import { unwrap, unwrapMaybe } from '#server/db/unwrap.ts';

export interface NewMember {
	email: string;
	fullName: string;
	organisation: string;
	role: Role;
	functionTitle?: string | null;
	/** The mission's day when not given. */
	startsOn?: Day | null;
}

/**
 * Gives a person a role from a day on, and sends them an invitation. The project manager alone may.
 * @throws `already_member`, `unknown_organisation`, `role_of_other_side`, `email_invalid`, `date_out_of_range`
 */
export async function invite({ client }: Pick<Context, 'client'>, missionId: string, who: NewMember) {
	return unwrap(
		await client.rpc('invite', {
			mission: missionId,
			email: who.email,
			full_name: who.fullName,
			organisation: who.organisation,
			role: who.role,
			function_title: who.functionTitle ?? null,
			starts_on: who.startsOn ?? null
		})
	);
}

/** Sends a new link; the former one no longer opens anything. @throws `membership_ended` */
export async function inviteAgain({ client }: Pick<Context, 'client'>, membership: string): Promise<void> {
	unwrapMaybe(await client.rpc('invite_again', { membership }));
}
