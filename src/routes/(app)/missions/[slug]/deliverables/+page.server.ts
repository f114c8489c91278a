import { guarded } from '$lib/http/refusal.ts';
import { readRegister } from '#server/deliverables/read-register.ts';
import type { PageServerLoadEvent } from './$types';

// The view (filters, sort) is in the address and made from the rows in the page: turning it asks nothing of the store.
export const load = guarded(async ({ locals, params }: PageServerLoadEvent) => ({
	rows: await readRegister(locals.ctx, params.slug)
}));
