import { redirect } from '@sveltejs/kit';
import { seriesInput } from '#core/meetings/bodies/inputs.ts';
import { planSeries, proposeMeetings } from '#server/bodies/series.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { act } from '$lib/http/form.ts';
import { guarded } from '$lib/http/refusal.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = guarded(async ({ locals, params, parent, url }: PageServerLoadEvent) => {
	const { mission } = await parent();
	const asked = { from: url.searchParams.get('from'), to: url.searchParams.get('to') };
	return proposeMeetings(locals.ctx, mission, params.code, asked);
});

export const actions = {
	plan: act(seriesInput, async (input, { locals, params }: RequestEvent) => {
		await planSeries(locals.ctx, await readMission(locals.ctx, params.slug), params.code, input);
		redirect(303, `/missions/${params.slug}/committees/${params.code}#meetings`);
	})
} satisfies Actions;
