import { json } from '@sveltejs/kit';
import { sessionNews } from '#server/meetings/agenda/news.ts';
import { guarded } from '$lib/http/refusal.ts';
import type { RequestEvent } from './$types';

/** What was typed since `?since=`, an instant this very address gave; a page in session asks every few seconds. */
export const GET = guarded(async ({ locals, params, url }: RequestEvent) => {
	const asked = url.searchParams.get('since') ?? '';
	const since = /^\d{4}-\d\d-\d\dT[\d:.]{8,15}(Z|[+-]\d\d(:?\d\d)?)$/.test(asked) ? asked : null;
	return json(await sessionNews(locals.ctx, params.slug, params.code, since), {
		headers: { 'cache-control': 'no-store' }
	});
});
