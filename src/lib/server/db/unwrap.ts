import { DomainError } from '#core/errors.ts';
import { fromSqlState } from '#core/store-errors.ts';

export { fromSqlState };

/** The data of an answer of supabase-js, or a `DomainError`. */
export function unwrap<T>(answer: { data: T; error: unknown }): NonNullable<T> {
	if (answer.error) throw fromSqlState(answer.error);
	if (answer.data === null || answer.data === undefined) throw new DomainError('not_found');
	return answer.data as NonNullable<T>;
}

/** As `unwrap`, where nothing is an answer too: a row that is not there, or not for this person's eyes. */
export function unwrapMaybe<T>(answer: { data: T; error: unknown }): T | null {
	if (answer.error) throw fromSqlState(answer.error);
	return answer.data ?? null;
}
