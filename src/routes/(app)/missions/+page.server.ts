import { guarded } from '$lib/http/refusal.ts';
import { listMissions } from '#server/missions/list-missions.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = guarded(async ({ locals }) => ({ missions: await listMissions(locals.ctx) }));
