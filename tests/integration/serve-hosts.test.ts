import { describe, expect, it } from 'vitest';
import {
	isLoopbackAddress,
	isLoopbackName,
	judgeHost,
	listenAddresses,
	parseHost,
	parseOrigin,
	parsePort,
	shownAddress
} from '../../scripts/lib/origin.mjs';

const judge = (host: string | undefined, more: { origin?: string; path?: string; peer?: string } = {}) =>
	judgeHost({
		host,
		path: more.path ?? '/',
		peer: more.peer ?? '10.0.0.9',
		origin: parseOrigin(more.origin)
	});

describe('without ORIGIN', () => {
	it.each([
		'example.org',
		'localhost.example.org',
		'localhostx',
		'127.0.0.1.example.org',
		'1270.0.0.1',
		'10.0.0.1:3000',
		'[::2]'
	])('refuses %s with a sentence', (host) =>
		expect(judge(host)).toMatchObject({
			ok: false,
			status: 421,
			sentence: expect.stringContaining('ORIGIN')
		})
	);
	it.each([
		'localhost:3000',
		'LOCALHOST',
		'127.0.0.1:3000',
		'127.8.9.1',
		'[::1]:3000',
		'jalon.localhost:3000'
	])('serves %s as it was asked', (host) => expect(judge(host)).toEqual({ ok: true, host }));
	it.each([undefined, '', 'local host', 'localhost:99999', 'user@localhost', 'localhost/x', '::1'])(
		'calls %j malformed',
		(host) => expect(judge(host)).toMatchObject({ ok: false, status: 400 })
	);
});

describe('with ORIGIN', () => {
	const origin = 'https://jalon.example.org';
	it('refuses another host, loopback included, and says where to go', () => {
		for (const host of ['localhost:3000', 'example.org', 'jalon.example.org:444', 'jalon.example.org:80'])
			expect(judge(host, { origin })).toMatchObject({
				status: 421,
				sentence: expect.stringContaining(origin)
			});
	});
	it('serves its own host, with or without the usual port', () => {
		for (const host of ['jalon.example.org', 'JALON.example.org:443'])
			expect(judge(host, { origin })).toEqual({ ok: true, host: 'jalon.example.org' });
	});
	it('lets a probe on the machine itself ask for the health, and nothing else', () => {
		expect(judge('10.0.0.1:3000', { origin, path: '/healthz', peer: '::ffff:127.0.0.1' })).toMatchObject({
			ok: true
		});
		expect(judge('10.0.0.1:3000', { origin, path: '/healthz', peer: '10.0.0.9' })).toMatchObject({
			status: 421
		});
		expect(judge('10.0.0.1:3000', { origin, path: '/healthz/x', peer: '127.0.0.1' })).toMatchObject({
			status: 421
		});
	});
});

it('refuses a request target that is not a path', () => {
	expect(judge('localhost', { path: 'http://example.org/' })).toMatchObject({ status: 400 });
});

it('reads hosts and addresses strictly', () => {
	expect(parseHost('[::1]:3000')).toEqual({ name: '::1', port: '3000' });
	expect(parseHost('localhost')).toEqual({ name: 'localhost', port: '' });
	expect(isLoopbackAddress('127.0.0.256')).toBe(false);
	expect(isLoopbackAddress('127.1')).toBe(false);
	expect(isLoopbackName('0.0.0.0')).toBe(false);
});

it('refuses settings that are none, in a sentence that names them', () => {
	for (const port of ['-1', '65536', '80a', '3000 4000'])
		expect(() => parsePort(port)).toThrow(/PORT vaut/);
	for (const origin of ['jalon.example.org', 'ftp://x', 'https://x/y', 'https://u@x'])
		expect(() => parseOrigin(origin)).toThrow(/ORIGIN vaut/);
	expect(parsePort(undefined)).toBe(3000);
	expect(parseOrigin(' ')).toBeUndefined();
});

it('listens on both loopbacks by default, and only where it is told otherwise', () => {
	expect(listenAddresses(undefined)).toEqual(['127.0.0.1', '::1']);
	expect(listenAddresses('localhost')).toEqual(['127.0.0.1', '::1']);
	expect(listenAddresses('[::1]')).toEqual(['::1']);
	expect(listenAddresses('0.0.0.0')).toEqual(['0.0.0.0']);
	expect(shownAddress('0.0.0.0', 80)).toBe('http://localhost:80');
	expect(shownAddress('10.0.0.9', 80)).toBe('http://10.0.0.9:80');
});
