import { redirect } from '@sveltejs/kit';
import * as input from '#core/meetings/bodies/inputs.ts';
import { planInput } from '#core/meetings/inputs.ts';
import { readBody } from '#server/bodies/read-body.ts';
import { changeSeat, endSeat, seatInBody } from '#server/bodies/seats.ts';
import { setRules } from '#server/bodies/set-rules.ts';
import { planMeeting } from '#server/meetings/plan-meeting.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { act } from '$lib/http/form.ts';
import { guarded } from '$lib/http/refusal.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = guarded(async ({ locals, params, parent }: PageServerLoadEvent) => {
	const { mission } = await parent();
	return { body: await readBody(locals.ctx, mission, params.code) };
});

const here = async ({ locals, params }: RequestEvent) =>
	(await readBody(locals.ctx, await readMission(locals.ctx, params.slug), params.code)).id;

export const actions = {
	seat: act(input.seatInput, async (seat, event: RequestEvent) =>
		seatInBody(event.locals.ctx, await here(event), seat)
	),
	change: act(input.changeSeatInput, async (seat, { locals }: RequestEvent) =>
		changeSeat(locals.ctx, seat)
	),
	end: act(input.endSeatInput, async (seat, { locals }: RequestEvent) => endSeat(locals.ctx, seat)),
	rules: act(input.rulesInput, async ({ version, rules }, event: RequestEvent) =>
		setRules(event.locals.ctx, await here(event), version, rules)
	),
	plan: act(planInput, async (plan, { locals, params }: RequestEvent) => {
		const code = await planMeeting(locals.ctx, plan);
		redirect(303, `/missions/${params.slug}/meetings/${code}`);
	})
} satisfies Actions;
