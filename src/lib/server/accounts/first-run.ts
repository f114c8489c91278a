import { DomainError } from '#core/errors.ts';
import type { Context } from '#server/context.ts';
import { needsFirstRun } from './needs-first-run.ts';
import { signIn } from './sign-in.ts';

/**
 * Makes the first administrator of an empty store and signs them in.
 * @throws `not_found` when there is one already, `account_exists`, `name_missing`, `email_invalid`
 */
export async function createFirstAdmin(
	ctx: Context,
	input: { email: string; fullName: string; password: string },
	address: string
): Promise<void> {
	const { door } = ctx.backend;
	if (!door || !(await needsFirstRun(ctx))) throw new DomainError('not_found');
	const userId = await door.createUser(input.email, input.password);
	await door.firstAdmin(userId, input.email, input.fullName);
	await signIn(ctx, input, address);
}
