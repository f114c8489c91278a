import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';

/**
 * Says that an action is done and what came of it, or open again.
 * @throws `not_allowed` for anybody but its owner and the project manager, `stale`
 */
export async function closeAction(
	ctx: Context,
	action: string,
	version: number,
	done: boolean,
	result = ''
): Promise<void> {
	unwrap(await ctx.client.rpc('close_action', { action, read_version: version, done, result }));
}
