import type { Context } from '#server/context.ts';

/**
 * Ends this session, or every session of the person. The cookies go even when the store does not answer: whoever
 * leaves a shared computer must be out of it.
 */
export async function signOut(ctx: Context, everywhere: boolean): Promise<void> {
	const { error } = await ctx.client.auth.signOut({ scope: everywhere ? 'global' : 'local' });
	if (error) await ctx.client.auth.signOut({ scope: 'local' });
}
