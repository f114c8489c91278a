import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.ts';

describe('csvOf', () => {
	it('writes RFC 4180 as a French Excel opens it', () => {
		expect(
			csvOf([
				['a', 'b'],
				['x, « y »', 'dit "oui"'],
				[1.5, null]
			])
		).toBe('\uFEFFa;b\r\nx, « y »;"dit ""oui"""\r\n1,5;\r\n');
	});

	it.each(['=1+1', '+33', '-2', '@SUM(A1)', '\t=1', ' =cmd|x'])('runs no formula: %j', (text) => {
		const [line] = csvOf([[text]])
			.slice(1)
			.split('\r\n');
		expect(line!.replace(/^"/, '')).toMatch(/^'/);
	});

	it('keeps a text on two lines in one field', () => {
		expect(csvOf([['a\nb', 'c']])).toBe('\uFEFF"a\nb";c\r\n');
	});
});
