import { redirect } from '@sveltejs/kit';
import { planInput } from '#core/meetings/inputs.ts';
import { planMeeting } from '#server/meetings/plan-meeting.ts';
import { readCommittees } from '#server/meetings/read-committees.ts';
import { act } from '$lib/http/form.ts';
import { guarded } from '$lib/http/refusal.ts';
import type { RequestEvent, Actions, PageServerLoadEvent } from './$types';

export const load = guarded(async ({ locals, parent }: PageServerLoadEvent) => {
	const { mission } = await parent();
	return readCommittees(locals.ctx, mission);
});

export const actions = {
	plan: act(planInput, async (input, { locals, params }: RequestEvent) => {
		const code = await planMeeting(locals.ctx, input);
		redirect(303, `/missions/${params.slug}/meetings/${code}`);
	})
} satisfies Actions;
