import { readingOf } from '#core/deliverables/formats.ts';
import { attachment, inline } from '../../../file-answer.ts';
import { guarded } from '$lib/http/refusal.ts';
import { readFile } from '#server/deliverables/read-file.ts';
import type { RequestHandler } from './$types';

/**
 * The exact bytes of a handed-in file, or of one put aside for who may read it: to keep, or with `?read` to look at
 * inside the page.
 */
export const GET: RequestHandler = guarded(async ({ locals, params, url }) => {
	const file = await readFile(locals.ctx, params.slug, params.code, params.id);
	const reading = readingOf(file.name);
	if (!url.searchParams.has('read') || !reading) return attachment(file.bytes, file);
	// A table is shown as the text it is; browsers would save it.
	return inline(
		file.bytes,
		reading === 'text' ? { ...file, mediaType: 'text/plain; charset=utf-8' } : file
	);
});
