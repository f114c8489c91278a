import { error, fail, isHttpError, isRedirect, type ActionFailure } from '@sveltejs/kit';
import { DomainError } from '#core/errors.ts';
import { errorSentence } from '$lib/i18n/errors.ts';

/** What a form gets back when its act was refused: everything typed, and a sentence per field. */
export interface Refused {
	ok: false;
	code: string;
	/** What happened and what to do next, when no field is to blame. */
	message: string | null;
	errors: Record<string, string>;
	values: Record<string, string>;
	detail: Record<string, unknown>;
}

/** Files and passwords are not sent back. */
export function typedValues(data: FormData): Record<string, string> {
	const kept: Record<string, string> = {};
	for (const [key, value] of data)
		if (typeof value === 'string' && !/password/i.test(key)) kept[key] = value;
	return kept;
}

/** A refusal for the form that asked. */
export function refused(cause: DomainError, values: Record<string, string>): ActionFailure<Refused> {
	const sentence = errorSentence(cause.code, cause.detail);
	const { field } = cause.detail;
	return fail(cause.status, {
		ok: false,
		code: cause.code,
		message: field ? null : sentence,
		errors: field ? { [field]: sentence } : {},
		values,
		detail: cause.detail
	});
}

/** Lets Kit's own answers pass, turns a refusal into its status and sentence. For loads and `+server.ts`. */
export function answerRefusal(cause: unknown): never {
	if (isHttpError(cause) || isRedirect(cause)) throw cause;
	if (cause instanceof DomainError && cause.status !== 500)
		error(cause.status, { code: cause.code, message: errorSentence(cause.code, cause.detail) });
	throw cause;
}

/** Wraps a load or an endpoint, so that refusals become 403, 404, 409, 422, 503 pages and never a stack trace. */
export function guarded<E, R>(work: (event: E) => Promise<R>): (event: E) => Promise<R> {
	return async (event) => {
		try {
			return await work(event);
		} catch (cause) {
			return answerRefusal(cause);
		}
	};
}
