import { describe, expect, it } from 'vitest';
import { DomainError } from './errors.ts';
import { fromSqlState } from './store-errors.ts';

describe('what the store answers, as a refusal', () => {
	it('reads our code in detail, and what helps in hint', () => {
		const refusal = fromSqlState({
			code: 'PT422',
			message: 'reason_missing',
			details: 'reason_missing',
			hint: '{"field":"reason"}'
		});
		expect(refusal).toMatchObject({ code: 'reason_missing', status: 422, detail: { field: 'reason' } });
	});

	it('keeps a refusal that is one already', () => {
		const refusal = new DomainError('stale');
		expect(fromSqlState(refusal)).toBe(refusal);
	});

	it.each([
		[{ code: 'PGRST116' }, 'not_found'],
		[{ code: '42501' }, 'not_allowed'],
		[{ code: '22P02', message: 'invalid input syntax for type uuid' }, 'bad_input'],
		[{ code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:5432' }, 'store_down'],
		[new Error('The store has stopped.'), 'store_down'],
		[{ code: '23514', message: 'violates check constraint' }, 'unexpected'],
		[null, 'unexpected']
	])('reads %o', (error, code) => {
		expect(fromSqlState(error).code).toBe(code);
	});

	it('does not fall over a hint that is not JSON', () => {
		expect(fromSqlState({ details: 'stale', hint: 'try again' })).toMatchObject({
			code: 'stale',
			detail: {}
		});
	});
});
