import { DomainError } from '#core/errors.ts';
import { memoryClient } from '#server/backend/index.ts';
import type { Context } from '#server/context.ts';
import { attempt } from './attempts.ts';
import { refuseAuth } from './refuse-auth.ts';

/**
 * Chooses the password of whoever has just proved their mailbox. Choosing the one they had is no mistake here.
 * @throws `password_too_short`, `store_down`
 */
export async function choosePassword(
	ctx: Pick<Context, 'backend' | 'client'>,
	password: string
): Promise<void> {
	const { error } = await ctx.client.auth.updateUser({ password });
	if (error && error.code !== 'same_password') throw await refuseAuth(ctx.backend, error, 'bad_input');
}

/**
 * Changes the password of a signed-in person, who proves they know the present one; other sessions end.
 * @throws `wrong_password`, `password_same`, `password_too_short`, `too_many_attempts`, `store_down`
 */
export async function changePassword(
	ctx: Context,
	input: { current: string; password: string },
	address: string
): Promise<void> {
	const email = ctx.person?.email;
	if (!email) throw new DomainError('signed_out');
	await attempt('password', { email, address }, ['wrong_password'], async () => {
		// A session in memory, so that a wrong guess does not touch the one in the browser.
		const probe = memoryClient(ctx.backend);
		const { error } = await probe.auth.signInWithPassword({ email, password: input.current });
		if (error) throw await refuseAuth(ctx.backend, error, 'wrong_password', { field: 'currentPassword' });
		await probe.auth.signOut({ scope: 'local' });
	});
	const { error } = await ctx.client.auth.updateUser({ password: input.password });
	if (error) throw await refuseAuth(ctx.backend, error, 'bad_input');
	await ctx.client.auth.signOut({ scope: 'others' });
}
