import { describe, expect, it } from 'vitest';
import { tellLess } from './quiet.ts';

describe('what is told of a failure of the library', () => {
	it('is the code and the message, never the row', () => {
		const error = Object.assign(
			new Error('new row for relation "people" violates check constraint "people_email_check"'),
			{
				code: '23514',
				detail: 'Failing row contains (7, Marie Curie, marie@example.test).',
				where: 'SQL statement "insert into …"',
				query: 'insert into people values ($1)',
				parameters: ['marie@example.test']
			}
		);
		expect(tellLess(['Auth error:', error])).toEqual({
			code: '23514',
			message: 'new row for relation "people" violates check constraint "people_email_check"'
		});
	});

	it('leaves out what a message quotes', () => {
		const error = { code: '22P02', message: 'invalid input syntax for type uuid: "marie@example.test"' };
		expect(tellLess([error]).message).toBe('invalid input syntax for type uuid');
		const json = {
			code: '22P02',
			message: 'invalid input syntax for type json\nDETAIL: Token "marie" is invalid.'
		};
		expect(tellLess([json]).message).toBe('invalid input syntax for type json');
	});

	it('understands a line of words, and something that is neither', () => {
		expect(tellLess(['Introspection failed:', 3])).toEqual({
			code: null,
			message: 'Introspection failed:'
		});
		expect(tellLess([{ rows: ['marie'] }])).toEqual({ code: null, message: '' });
	});
});
