import { guarded } from '$lib/http/refusal.ts';
import { readDashboard } from '#server/missions/read-dashboard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = guarded(async ({ locals, parent }) => {
	const { mission } = await parent();
	return { dashboard: await readDashboard(locals.ctx, mission) };
});
