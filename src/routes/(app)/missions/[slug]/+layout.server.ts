import { guarded } from '$lib/http/refusal.ts';
import { readMission } from '#server/missions/read-mission.ts';
import type { LayoutServerLoadEvent } from './$types';

export const load = guarded(async ({ locals, params }: LayoutServerLoadEvent) => ({
	mission: await readMission(locals.ctx, params.slug, true)
}));
