import { DomainError } from '#core/errors.ts';
import type { Context } from '#server/context.ts';
import type { InvitationView } from '#server/backend/types.ts';
import { countMail } from './attempts.ts';
import { claim } from './claim.ts';
import { sendCode, verifyCode } from './codes.ts';
import { choosePassword } from './password.ts';

/**
 * The invitation behind a link, or `null` where the server may not look (hosted): the page then asks for the e-mail.
 * @throws `not_found` for a token nobody was sent; `too_many_attempts` for whoever tries tokens
 */
export async function readInvitation(
	{ backend }: Pick<Context, 'backend'>,
	token: string,
	address: string
): Promise<InvitationView | null> {
	if (!backend.door) return null;
	const found = await backend.door.readInvitation(token);
	if (found) return found;
	await countMail({ email: 'invitation', address });
	throw new DomainError('not_found');
}

/** @param typed the e-mail typed by hand, where the invitation cannot be read */
async function mailbox(
	ctx: Context,
	token: string,
	typed: string | undefined,
	address: string
): Promise<{ email: string; choosesPassword: boolean }> {
	const invitation = await readInvitation(ctx, token, address);
	if (!invitation) {
		if (!typed) throw new DomainError('email_invalid', { field: 'email' });
		return { email: typed, choosesPassword: false };
	}
	if (invitation.state !== 'open') throw new DomainError('link_expired');
	return { email: invitation.email, choosesPassword: !invitation.hasAccount };
}

/** Sends the code that opens the invitation. @throws `link_expired`, `too_many_attempts` */
export async function sendInvitationCode(
	ctx: Context,
	input: { token: string; email?: string },
	address: string
): Promise<void> {
	const { email } = await mailbox(ctx, input.token, input.email, address);
	await sendCode(ctx, { email, address }, 'sign-in', true);
}

/**
 * Accepts: the code proves the mailbox, the account becomes the invited person's.
 * @param input.password chosen by who has none yet
 * @throws `link_expired`, `wrong_code`, `account_closed`
 */
export async function acceptInvitation(
	ctx: Context,
	input: { token: string; code: string; password?: string; email?: string },
	address: string
): Promise<void> {
	const { email, choosesPassword } = await mailbox(ctx, input.token, input.email, address);
	if (choosesPassword && !input.password)
		throw new DomainError('password_too_short', { field: 'password' });
	await verifyCode(ctx, { email, address }, input.code, 'sign-in');
	await claim(ctx);
	if (input.password) await choosePassword(ctx, input.password);
}
