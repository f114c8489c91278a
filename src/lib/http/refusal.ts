import { error, fail, isHttpError, isRedirect, type ActionFailure } from '@sveltejs/kit';
import { DocumentError } from '#core/documents/problems.ts';
import { DomainError } from '#core/errors.ts';
import { fromSqlState } from '#core/store-errors.ts';
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

/** What can be said to a person; null for what nobody expected. A store that does not answer is expected. */
export function knownRefusal(cause: unknown): DomainError | null {
	const refusal = cause instanceof DomainError ? cause : fromSqlState(cause);
	return refusal.status === 500 ? null : refusal;
}

/** Lets Kit's own answers pass, turns a refusal into its status and sentence. For loads and `+server.ts`. */
export function answerRefusal(cause: unknown): never {
	if (isHttpError(cause) || isRedirect(cause)) throw cause;
	const refusal = knownRefusal(cause);
	if (refusal)
		error(refusal.status, { code: refusal.code, message: errorSentence(refusal.code, refusal.detail) });
	// A faulty template or a fact it cannot print: the sentence names the tag.
	if (cause instanceof DocumentError) error(422, { code: 'bad_input', message: cause.message });
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
