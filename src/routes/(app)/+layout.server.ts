import { guarded } from '$lib/http/refusal.ts';
import { countWaiting } from '#server/home/count-waiting.ts';
import type { LayoutServerLoadEvent } from './$types';

export const load = guarded(async ({ locals }: LayoutServerLoadEvent) => {
	const { person } = locals.ctx;
	return { person, waitingCount: person ? await countWaiting(locals.ctx) : 0 };
});
