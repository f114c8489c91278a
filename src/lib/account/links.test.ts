import { expect, it } from 'vitest';
import { withLinks } from './links.ts';

const site = 'http://localhost:3000';

it('follows the addresses of this site and no other', () => {
	expect(withLinks(`Ouvrez (${site}/auth/confirm?a=1&b=2), ou https://ailleurs.test/x.`, site)).toEqual([
		{ text: 'Ouvrez (' },
		{ text: `${site}/auth/confirm?a=1&b=2`, href: '/auth/confirm?a=1&b=2' },
		{ text: '), ou https://ailleurs.test/x.' }
	]);
});

it('is not taken in by an address that begins like ours', () => {
	expect(withLinks('http://localhost:3000.evil.test/x', site).every((piece) => !piece.href)).toBe(true);
	expect(withLinks('http://localhost:3000@evil.test/x', site).every((piece) => !piece.href)).toBe(true);
});

it('leaves a text without addresses whole', () => {
	expect(withLinks('Bonjour', site)).toEqual([{ text: 'Bonjour' }]);
	expect(withLinks('', site)).toEqual([]);
});
