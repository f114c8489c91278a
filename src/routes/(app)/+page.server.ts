import { redirect } from '@sveltejs/kit';
import { guarded } from '$lib/http/refusal.ts';
import { needsFirstRun } from '#server/accounts/needs-first-run.ts';
import { myMissions } from '#server/home/my-missions.ts';
import { readWaiting } from '#server/home/read-waiting.ts';
import type { PageServerLoadEvent } from './$types';

export const load = guarded(async ({ locals }: PageServerLoadEvent) => {
	if (await needsFirstRun(locals.ctx)) redirect(303, '/first-run');
	if (!locals.ctx.person) return { waiting: [], missions: [] };
	const [waiting, missions] = await Promise.all([readWaiting(locals.ctx), myMissions(locals.ctx)]);
	return { waiting, missions };
});
