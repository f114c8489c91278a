import { redirect } from '@sveltejs/kit';
import { freezeInput } from '#core/indicators/inputs.ts';
import { freezeIndicators } from '#server/indicators/states.ts';
import { readOverview } from '#server/indicators/overview.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { resolve } from '$app/paths';
import { act } from '$lib/http/form.ts';
import { guarded } from '$lib/http/refusal.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = guarded(async ({ locals, parent, url }: PageServerLoadEvent) => {
	const { mission } = await parent();
	return { overview: await readOverview(locals.ctx, mission, url.searchParams.get('meeting')) };
});

export const actions = {
	freeze: act(freezeInput, async ({ meeting }, { locals, params }: RequestEvent) => {
		const mission = await readMission(locals.ctx, params.slug);
		const id = await freezeIndicators(locals.ctx, mission, meeting);
		const route = '/(app)/missions/[slug]/indicators/states/[id]';
		redirect(303, resolve(route, { slug: params.slug, id }));
	})
} satisfies Actions;
