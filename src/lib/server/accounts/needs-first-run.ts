import type { Context } from '#server/context.ts';

/** An empty store without the demonstration waits for its first administrator. */
export async function needsFirstRun({
	backend,
	settings
}: Pick<Context, 'backend' | 'settings'>): Promise<boolean> {
	if (settings.demo !== 'off' || !backend.door) return false;
	return (await backend.door.needsFirstAdmin()) && !(await backend.door.isDemo());
}
