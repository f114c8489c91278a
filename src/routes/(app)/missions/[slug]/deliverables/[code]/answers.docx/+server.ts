import { accepted } from '#core/deliverables/formats.ts';
import { guarded } from '$lib/http/refusal.ts';
import { writePaper } from '#server/deliverables/observations/write-paper.ts';
import { attachment } from '../../file-answer.ts';
import type { RequestHandler } from './$types';

/** The answer sheet: what was asked, answered and lifted. */
export const GET: RequestHandler = guarded(async ({ locals, params }) => {
	const { name, bytes } = await writePaper(locals.ctx, params.slug, params.code, 'answers');
	return attachment(bytes, { name, mediaType: accepted.docx });
});
