import { json, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import { DomainError, isRefusalCode } from '#core/errors.ts';
import { errorSentence } from '$lib/i18n/errors.ts';
import { knownRefusal } from './refusal.ts';

function refusedJson(refusal: DomainError): Response {
	const { code, detail, status } = refusal;
	return json({ ok: false, code, message: errorSentence(code, detail), detail }, { status });
}

/**
 * An act that a page sends as JSON: its shape is checked, one verb is called, and its answer is merged into
 * `{ok: true}`. A refusal answers its own status with its code, its sentence, and what helps the person.
 */
export function jsonAct<S extends z.ZodType, E extends RequestEvent>(
	schema: S,
	verb: (input: z.output<S>, event: E) => Promise<object | void>
): (event: E) => Promise<Response> {
	return async (event) => {
		try {
			const read = schema.safeParse(await event.request.json().catch(() => null));
			if (!read.success) {
				const [issue] = read.error.issues;
				const code = isRefusalCode(issue?.message) ? issue.message : 'bad_input';
				return refusedJson(new DomainError(code, { field: String(issue?.path[0] ?? '') }));
			}
			return json({ ok: true, ...(await verb(read.data, event)) });
		} catch (cause) {
			const refusal = knownRefusal(cause);
			if (!refusal) throw cause;
			return refusedJson(refusal);
		}
	};
}
