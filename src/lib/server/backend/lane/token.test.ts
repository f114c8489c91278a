import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readToken } from './token.ts';

const secret = 'a secret that is long enough to be one';
const now = 1_800_000_000;
const right = {
	sub: '11111111-1111-4111-8111-111111111111',
	session_id: '22222222-2222-4222-8222-222222222222',
	role: 'authenticated',
	iat: now - 10,
	exp: now + 10
};
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function token(claims: unknown, head: unknown = { alg: 'HS256', typ: 'JWT' }, key = secret): string {
	const signed = `${part(head)}.${part(claims)}`;
	return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
}

describe('readToken', () => {
	it('reads a token of ours in force', () => {
		expect(readToken(token(right), secret, now)).toEqual(right);
	});

	it.each([
		['another key', token(right, undefined, 'another')],
		['no signature', token(right).replace(/[^.]+$/, '')],
		['a signature of another token', `${token(right).replace(/[^.]+$/, '')}${token({}).split('.')[2]}`],
		['a fourth part', `${token(right)}.x`],
		['« none »', token(right, { alg: 'none' })],
		['another algorithm', token(right, { alg: 'HS512' })],
		['a head that is no JSON', `x.${token(right).split('.').slice(1).join('.')}`],
		['too old', token({ ...right, exp: now })],
		['without an end', token({ ...right, exp: undefined })],
		['an end that is no number', token({ ...right, exp: 'later' })],
		['issued in the future', token({ ...right, iat: now + 1 })],
		['not yet', token({ ...right, nbf: now + 1 })],
		['another role', token({ ...right, role: 'service_role' })],
		['nobody', token({ ...right, sub: undefined })],
		['somebody who is no account', token({ ...right, sub: "x' or true" })],
		['no session', token({ ...right, session_id: undefined })],
		['claims that are no object', token('claims')],
		['nothing', '']
	])('refuses %s', (_, given) => {
		expect(readToken(given, secret, now)).toBeNull();
	});
});
