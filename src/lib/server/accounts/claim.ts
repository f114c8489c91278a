import { DomainError } from '#core/errors.ts';
import type { Client } from '#server/backend/index.ts';
import type { Context } from '#server/context.ts';
import { unwrapMaybe } from '#server/db/unwrap.ts';

/**
 * After a proven sign-in: ties the account to the person invited at that address, whose invitations are then
 * accepted. Nobody there, or shut out: the session ends at once.
 * @throws `account_closed`
 */
export async function claim(ctx: Pick<Context, 'client'>): Promise<string> {
	const person = unwrapMaybe(await ctx.client.rpc('claim_person'));
	if (person) return person as string;
	await forget(ctx.client);
	throw new DomainError('account_closed');
}

async function forget(client: Client): Promise<void> {
	await client.auth.signOut({ scope: 'local' });
}
