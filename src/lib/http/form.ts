import { isHttpError, isRedirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import { errorSentence, issueSentence } from '$lib/i18n/errors.ts';
import { fail } from '@sveltejs/kit';
import { knownRefusal, refused, typedValues, type Refused } from './refusal.ts';

export interface Done {
	ok: true;
	// Named so that a page may ask `form?.errors` without telling the two apart first.
	code?: undefined;
	message?: undefined;
	errors?: undefined;
	values?: undefined;
	detail?: undefined;
	[key: string]: unknown;
}

function fieldErrors(issues: z.core.$ZodIssue[]): Record<string, string> {
	const errors: Record<string, string> = {};
	for (const issue of issues) errors[String(issue.path[0] ?? '')] ??= issueSentence(issue);
	return errors;
}

/** Form data as an object: a key that appears several times, or ends in `[]`, becomes a list. */
function plain(data: FormData): Record<string, unknown> {
	const object: Record<string, unknown> = {};
	for (const key of new Set(data.keys())) {
		const all = data.getAll(key);
		object[key.replace(/\[\]$/, '')] = key.endsWith('[]') || all.length > 1 ? all : all[0];
	}
	return object;
}

/**
 * A form action: reads the form, checks its shape, calls one verb. Bad shape answers 422 with a sentence per field;
 * a refusal answers its own status; typed values always come back. What the verb returns is merged into `{ok: true}`.
 */
export function act<S extends z.ZodType, E extends RequestEvent = RequestEvent>(
	schema: S,
	verb: (input: z.output<S>, event: E) => Promise<Record<string, unknown> | void>
): (event: E) => Promise<Done | ActionFailure<Refused>> {
	return async (event) => {
		const data = await event.request.formData();
		const values = typedValues(data);
		const read = schema.safeParse(plain(data));
		if (!read.success) {
			const errors = fieldErrors(read.error.issues);
			return fail(422, {
				ok: false as const,
				code: 'bad_input',
				message: errors[''] ?? errorSentence('bad_input'),
				errors,
				values,
				detail: {}
			});
		}
		try {
			return { ok: true, ...(await verb(read.data, event)) };
		} catch (cause) {
			if (isRedirect(cause) || isHttpError(cause)) throw cause;
			const refusal = knownRefusal(cause);
			if (refusal) return refused(refusal, values);
			throw cause;
		}
	};
}
