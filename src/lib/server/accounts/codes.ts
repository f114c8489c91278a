import { memoryClient, type Backend } from '#server/backend/index.ts';
import type { Context } from '#server/context.ts';
import { log } from '#server/log.ts';
import { atLeast } from './at-least.ts';
import { attempt, countMail, type Caller } from './attempts.ts';
import { refuseAuth } from './refuse-auth.ts';

/** What a code was asked for: to come in, or to choose a new password. */
export type Purpose = 'sign-in' | 'recovery';

/** lite knows a mailed code as `magiclink`; hosted Supabase says `email`. */
const typeOf = (backend: Backend, purpose: Purpose) =>
	purpose === 'recovery' ? 'recovery' : backend.kind === 'supabase' ? 'email' : 'magiclink';

/**
 * Sends a six-figure code by mail. The answer is the same whether or not anybody is known there.
 * @param create makes the account when there is none: only for the holder of an invitation
 * @throws `too_many_attempts`, `store_down`
 */
export async function sendCode(
	{ backend }: Pick<Context, 'backend'>,
	caller: Caller,
	purpose: Purpose,
	create = false
): Promise<void> {
	await countMail(caller);
	await atLeast(async () => {
		// In memory: a request for a mail leaves no cookie behind.
		const { auth } = memoryClient(backend);
		const { error } =
			purpose === 'recovery'
				? await auth.resetPasswordForEmail(caller.email)
				: await auth.signInWithOtp({ email: caller.email, options: { shouldCreateUser: create } });
		if (!error) return;
		const refusal = await refuseAuth(backend, error, 'not_found');
		if (refusal.code !== 'not_found') throw refusal;
		if (create) log.warn({ code: error.code }, 'the store would not send the code of an invitation');
	}, true);
}

/**
 * Proves a mailbox by its code and opens a session with the context's client.
 * @throws `wrong_code`, `too_many_attempts`, `store_down`
 */
export async function verifyCode(
	ctx: Pick<Context, 'backend' | 'client'>,
	caller: Caller,
	code: string,
	purpose: Purpose
): Promise<void> {
	await attempt('code', caller, ['wrong_code'], () =>
		atLeast(async () => {
			const { error } = await ctx.client.auth.verifyOtp({
				email: caller.email,
				token: code,
				type: typeOf(ctx.backend, purpose)
			});
			if (error) throw await refuseAuth(ctx.backend, error, 'wrong_code', { field: 'code' });
		})
	);
}

export const linkTypes = ['magiclink', 'signup', 'email', 'recovery', 'invite'] as const;
export type LinkType = (typeof linkTypes)[number];

/**
 * Proves a mailbox by the link of a mail and opens a session. Only ever after a POST: mail scanners open links.
 * @throws `link_expired`, `too_many_attempts`, `store_down`
 */
export async function verifyLink(
	ctx: Pick<Context, 'backend' | 'client'>,
	tokenHash: string,
	type: LinkType,
	address: string
): Promise<void> {
	await attempt('code', { email: `link ${address}`, address }, ['link_expired'], async () => {
		const { error } = await ctx.client.auth.verifyOtp({ token_hash: tokenHash, type });
		if (error) throw await refuseAuth(ctx.backend, error, 'link_expired');
	});
}
