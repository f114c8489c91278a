import { DomainError, isRefusalCode, type RefusalDetail } from './errors.ts';

interface StoreError {
	code?: string;
	message?: string;
	details?: string | null;
	detail?: string | null;
	hint?: string | null;
}

function helping(hint: string | null | undefined): RefusalDetail {
	if (!hint) return {};
	try {
		return JSON.parse(hint) as RefusalDetail;
	} catch {
		return {};
	}
}

/**
 * Turns what the store answered into a refusal of ours. Functions say no as `PT4xx` with our code in `detail` and
 * JSON in `hint`; PostgreSQL's own codes are read where they mean something to a person.
 */
export function fromSqlState(error: unknown): DomainError {
	if (error instanceof DomainError) return error;
	const e = (error ?? {}) as StoreError;
	const code = e.details ?? e.detail ?? '';
	if (isRefusalCode(code)) return new DomainError(code, helping(e.hint), error);
	if (isRefusalCode(e.message)) return new DomainError(e.message, helping(e.hint), error);
	if (e.code === 'PGRST116') return new DomainError('not_found', {}, error);
	if (e.code === '42501') return new DomainError('not_allowed', {}, error);
	if (e.code === '22P02' || e.code === '22007' || e.code === '22008' || e.code === '22023')
		return new DomainError('bad_input', {}, error);
	if (
		/fetch failed|ECONNREFUSED|CONNECTION_|CONNECT_TIMEOUT|connection terminated|has stopped/i.test(
			`${e.code} ${e.message}`
		)
	)
		return new DomainError('store_down', {}, error);
	return new DomainError('unexpected', {}, error);
}
