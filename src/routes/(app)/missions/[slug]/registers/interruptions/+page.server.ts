import { interruptionInput } from '#core/penalties/follow/inputs.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { readInterruptions, saveInterruption } from '#server/penalties/interruptions.ts';
import { act } from '$lib/http/form.ts';
import { guarded } from '$lib/http/refusal.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = guarded(async ({ locals, params }: PageServerLoadEvent) => ({
	rows: await readInterruptions(locals.ctx, params.slug)
}));

export const actions = {
	save: act(interruptionInput, async (given, event: RequestEvent) => {
		const mission = await readMission(event.locals.ctx, event.params.slug);
		await saveInterruption(event.locals.ctx, mission, given);
	})
} satisfies Actions;
