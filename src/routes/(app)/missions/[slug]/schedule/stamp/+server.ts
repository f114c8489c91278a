import { json } from '@sveltejs/kit';
import { guarded } from '$lib/http/refusal.ts';
import { scheduleStamp } from '#server/schedule/stamp.ts';
import type { RequestEvent } from './$types';

/** Whether anything of the schedule has changed: a page asks this and reads again when it has. */
export const GET = guarded(async ({ locals, params }: RequestEvent) =>
	json(await scheduleStamp(locals.ctx, params.slug), { headers: { 'cache-control': 'no-store' } })
);
