import { expect, test } from 'vitest';
import { sayError } from './say-error.ts';

test('what broke inside is never quoted', () => {
	const said = sayError(500, { message: 'relation "missions" does not exist', reference: 'a1b2' });
	expect(said.detail).toBe('');
	expect(said.reference).toBe('a1b2');
	expect(sayError(503, { message: 'ECONNREFUSED 127.0.0.1' }).detail).toBe('');
});

test('the sentence of whoever refused is shown, the framework’s own words are not', () => {
	expect(sayError(409, { message: 'Claire a déplacé cette tâche à 14:05.' }).detail).toContain('Claire');
	for (const message of ['Not Found', 'Not found: /missions/x', 'Error: 404', 'Internal Error', '']) {
		expect(sayError(404, { message }).detail).toBe('');
	}
});

test('each status has its own page, and an unknown one the nearest', () => {
	const titles = [403, 404, 409, 421, 422, 429, 500, 503].map((status) => sayError(status, null).title);
	expect(new Set(titles).size).toBe(8);
	expect(sayError(418, null).title).toBe(sayError(422, null).title);
	expect(sayError(504, null).title).toBe(sayError(500, null).title);
});
