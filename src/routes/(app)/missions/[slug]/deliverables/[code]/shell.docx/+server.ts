import { error } from '@sveltejs/kit';
import { DocumentError } from '#core/documents/problems.ts';
import { accepted } from '#core/deliverables/formats.ts';
import { attachment } from '../../file-answer.ts';
import { guarded } from '$lib/http/refusal.ts';
import { writeShell } from '#server/deliverables/write-shell.ts';
import type { RequestHandler } from './$types';

/** The Word shell of the next version. */
export const GET: RequestHandler = guarded(async ({ locals, params }) => {
	try {
		const { name, bytes } = await writeShell(locals.ctx, params.slug, params.code);
		return attachment(bytes, { name, mediaType: accepted.docx });
	} catch (cause) {
		// A fault of the template or of the contract's data: the sentence names the tag.
		if (cause instanceof DocumentError) error(422, { message: cause.message, code: 'bad_input' });
		throw cause;
	}
});
