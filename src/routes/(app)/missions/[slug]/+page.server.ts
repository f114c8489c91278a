import { guarded } from '$lib/http/refusal.ts';
import { readDashboard } from '#server/missions/read-dashboard.ts';
import type { PageServerLoadEvent } from './$types';

export const load = guarded(async ({ locals, parent }: PageServerLoadEvent) => {
	const { mission } = await parent();
	return { dashboard: await readDashboard(locals.ctx, mission) };
});
