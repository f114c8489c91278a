import { readFeed } from '#server/feeds/read-feed.ts';
import { guarded } from '$lib/http/refusal.ts';
import type { RequestEvent } from './$types';

/** Does the program that asks hold what would be given? Its ETag counts first, as RFC 9110 (13.2.2) says. */
function unchanged(asked: Headers, etag: string, since: Date): boolean {
	const tags = asked.get('if-none-match');
	if (tags !== null)
		return tags.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
	const known = Date.parse(asked.get('if-modified-since') ?? '');
	return Math.floor(since.getTime() / 1000) * 1000 <= known;
}

export const GET = guarded(async ({ locals, params, request, getClientAddress }: RequestEvent) => {
	const { text, etag, since } = await readFeed(locals.ctx, params.token, getClientAddress());
	const headers = {
		etag,
		'last-modified': since.toUTCString(),
		// The program that asked may keep it, and asks each time whether it still holds; nobody in between may.
		'cache-control': 'private, no-cache',
		'referrer-policy': 'no-referrer',
		'x-robots-tag': 'noindex'
	};
	if (unchanged(request.headers, etag, since)) return new Response(null, { status: 304, headers });
	return new Response(text, {
		headers: {
			...headers,
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': 'inline; filename="jalon.ics"'
		}
	});
});
