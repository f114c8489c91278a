import { guarded } from '$lib/http/refusal.ts';
import { countWaiting } from '#server/home/count-waiting.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = guarded(async ({ locals }) => {
	const { person } = locals.ctx;
	return { person, waitingCount: person ? await countWaiting(locals.ctx) : 0 };
});
