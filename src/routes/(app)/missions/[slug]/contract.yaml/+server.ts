import { contractFile } from '#server/amendments/read-contract-page.ts';
import { attachment } from '$lib/http/download.ts';
import { guarded } from '$lib/http/refusal.ts';
import type { RequestHandler } from './$types';

/** The contract file: the text in force, or that of `?text=2`. */
export const GET: RequestHandler = guarded(async ({ locals, params, url }) => {
	const asked = url.searchParams.get('text');
	const number = asked !== null && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : null;
	const file = await contractFile(locals.ctx, params.slug, number);
	return attachment({ ...file, mediaType: 'application/yaml' });
});
