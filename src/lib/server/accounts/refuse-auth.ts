import { DomainError, type RefusalCode, type RefusalDetail } from '#core/errors.ts';
import type { Backend } from '#server/backend/index.ts';
import { fromSqlState } from '#server/db/unwrap.ts';

/**
 * What the store's sign-in answered, as a refusal of ours.
 * @param otherwise what a plain no means here; a store that does not answer is never taken for one
 */
export async function refuseAuth(
	backend: Backend,
	error: { status?: number; code?: string; message: string },
	otherwise: RefusalCode,
	detail: RefusalDetail = {}
): Promise<DomainError> {
	if (error.code === 'same_password') return new DomainError('password_same', { field: 'password' }, error);
	if (error.code === 'weak_password')
		return new DomainError('password_too_short', { field: 'password' }, error);
	if (error.code === 'over_email_send_rate_limit' || error.status === 429)
		return new DomainError('too_many_attempts', { minutes: 1 }, error);
	if (error.status && error.status >= 400 && error.status < 500)
		return new DomainError(otherwise, detail, error);
	try {
		await backend.ping();
	} catch (cause) {
		return new DomainError('store_down', {}, cause);
	}
	return fromSqlState(error);
}
