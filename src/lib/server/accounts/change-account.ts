import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';
import { mustAdminister } from './list-people.ts';

/** Opens an account and sends its invitation; once more for one that was never taken up. @throws `already_member` */
export async function addAccount(ctx: Context, who: { email: string; fullName: string }): Promise<void> {
	mustAdminister(ctx);
	unwrap(await ctx.client.rpc('add_account', { email: who.email, full_name: who.fullName }));
}

/** Appoints or withdraws an administrator, closes or reopens an account. @throws `not_yourself` */
export async function setAccount(
	ctx: Context,
	change: { person: string; administrator?: boolean; disabled?: boolean }
): Promise<void> {
	mustAdminister(ctx);
	unwrap(
		await ctx.client.rpc('set_account', {
			person: change.person,
			administrator: change.administrator ?? null,
			disabled: change.disabled ?? null
		})
	);
}
