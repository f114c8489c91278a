import { json } from '@sveltejs/kit';
import { agendaChoices } from '#server/meetings/agenda/news.ts';
import { guarded } from '$lib/http/refusal.ts';
import type { RequestEvent } from './$types';

/** What the agenda could take up: asked once somebody wants to know, so that the page of a session stays light. */
export const GET = guarded(async ({ locals, params }: RequestEvent) =>
	json(await agendaChoices(locals.ctx, params.slug, params.code), {
		headers: { 'cache-control': 'no-store' }
	})
);
