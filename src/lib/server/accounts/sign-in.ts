import type { Context } from '#server/context.ts';
import { atLeast } from './at-least.ts';
import { attempt } from './attempts.ts';
import { claim } from './claim.ts';
import { refuseAuth } from './refuse-auth.ts';

export interface Credentials {
	email: string;
	password: string;
}

/**
 * Opens a session by e-mail and password; the session's cookies are the context's client's.
 * @param address where the person comes from, for counting failures
 * @throws `wrong_credentials`, `too_many_attempts` {minutes}, `account_closed`, `store_down`
 */
export async function signIn(ctx: Context, { email, password }: Credentials, address: string): Promise<void> {
	await attempt('password', { email, address }, ['wrong_credentials'], () =>
		atLeast(async () => {
			const { error } = await ctx.client.auth.signInWithPassword({ email, password });
			if (error) throw await refuseAuth(ctx.backend, error, 'wrong_credentials');
		})
	);
	await claim(ctx);
}
