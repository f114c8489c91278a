import { missedOnly } from '#server/indicators/overview.ts';
import { readState } from '#server/indicators/states.ts';
import { guarded } from '$lib/http/refusal.ts';
import type { PageServerLoadEvent } from './$types';

export const load = guarded(async ({ locals, params }: PageServerLoadEvent) => {
	const state = await readState(locals.ctx, params.slug, params.id);
	return { state: { ...state, judged: state.judged.map(missedOnly) } };
});
