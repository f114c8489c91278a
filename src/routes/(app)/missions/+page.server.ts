import { guarded } from '$lib/http/refusal.ts';
import { listMissions } from '#server/missions/list-missions.ts';
import type { PageServerLoadEvent } from './$types';

export const load = guarded(async ({ locals }: PageServerLoadEvent) => ({
	missions: await listMissions(locals.ctx)
}));
