import { guarded } from '$lib/http/refusal.ts';
import { readMission } from '#server/missions/read-mission.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = guarded(async ({ locals, params }) => ({
	mission: await readMission(locals.ctx, params.slug)
}));
