import { guarded } from '$lib/http/refusal.ts';
import { countWaiting } from '#server/home/count-waiting.ts';
import type { LayoutServerLoadEvent } from './$types';

export const load = guarded(async ({ locals, params }: LayoutServerLoadEvent) => {
	const { person } = locals.ctx;
	// A mission says it with the rest of what it says of itself.
	const counted = person && !params.slug;
	return { person, waitingCount: counted ? await countWaiting(locals.ctx) : 0 };
});
