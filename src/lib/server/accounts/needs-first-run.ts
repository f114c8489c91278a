import type { Context } from '#server/context.ts';

/** An empty store without the demonstration waits for its first administrator. */
export async function needsFirstRun(ctx: Context): Promise<boolean> {
	if (ctx.settings.demo !== 'off' || !ctx.backend.door) return false;
	return ctx.backend.door.needsFirstAdmin();
}
