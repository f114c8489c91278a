import { guarded } from '$lib/http/refusal.ts';
import { soon } from '$lib/http/soon.ts';
import { dashboardRows, readDashboard } from '#server/missions/read-dashboard.ts';
import type { PageServerLoadEvent } from './$types';

export const load = guarded(async ({ locals, params, parent }: PageServerLoadEvent) => {
	const rows = soon(dashboardRows(locals.ctx, params.slug));
	const { mission } = await parent();
	return { dashboard: await readDashboard(locals.ctx, mission, rows) };
});
