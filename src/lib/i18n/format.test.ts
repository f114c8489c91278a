import { describe, expect, test } from 'vitest';
import * as f from './format.ts';

describe('days', () => {
	test('are written as people write them, in both languages', () => {
		expect(f.formatDate('2020-01-29', 'fr')).toBe('mer. 29 janv. 2020');
		expect(f.formatDate('2019-12-01', 'fr')).toBe('dim. 1er déc. 2019');
		expect(f.formatDate('2019-12-11', 'fr')).toBe('mer. 11 déc. 2019');
		expect(f.formatDate('2020-01-29', 'en')).toBe('Wed 29 Jan 2020');
		expect(f.formatDate('2020-01-29', 'fr', 'long')).toBe('mercredi 29 janvier 2020');
		expect(f.formatDate('2019-12-01', 'fr', 'numeric')).toBe('01/12/2019');
		expect(f.formatDate(null, 'fr')).toBe('à déterminer');
	});
	test('refuse what is no day', () => {
		expect(() => f.formatDate('29/01/2020', 'fr')).toThrow(RangeError);
	});
	test('keep a range short', () => {
		expect(f.formatDateRange('2019-10-28', '2019-11-03', 'fr')).toBe('du 28 oct. au 3 nov. 2019');
		expect(f.formatDateRange('2019-12-30', '2020-01-05', 'fr')).toBe('du 30 déc. 2019 au 5 janv. 2020');
	});
	test('of an ISO week, also over a new year and in a year of 53 weeks', () => {
		expect(f.formatWeek('2019-W44', 'fr')).toBe('semaine 44 (28 oct. – 3 nov. 2019)');
		expect(f.formatWeek('2020-W01', 'en')).toBe('week 1 (30 Dec 2019 – 5 Jan 2020)');
		expect(f.formatWeek('2020-W53', 'fr')).toBe('semaine 53 (28 déc. 2020 – 3 janv. 2021)');
	});
});

describe('instants', () => {
	test('show the wall clock of their place, summer and winter', () => {
		expect(f.formatDateTime('2019-12-02T13:05:00Z', 'fr')).toBe('lun. 2 déc. 2019, 14:05');
		expect(f.formatDateTime('2019-07-01T22:30:00Z', 'fr')).toBe('mar. 2 juil. 2019, 00:30');
		expect(f.formatDateTime('2019-12-02T13:05:00Z', 'fr', 'Africa/Dakar')).toBe(
			'lun. 2 déc. 2019, 13:05'
		);
	});
});

describe('days left', () => {
	test.each([
		['2019-12-05', 'dans 3 jours', 'in 3 days'],
		['2019-12-03', 'demain', 'tomorrow'],
		['2019-12-02', 'aujourd’hui', 'today'],
		['2019-12-01', 'en retard de 1 jour', '1 day late'],
		['2019-11-30', 'en retard de 2 jours', '2 days late']
	])('%s: %s', (due, fr, en) => {
		expect(f.daysLeftWords(due, '2019-12-02', 'fr')).toBe(fr);
		expect(f.daysLeftWords(due, '2019-12-02', 'en')).toBe(en);
	});
	test('do not stumble over a change of hour', () => {
		expect(f.daysLeft('2019-04-01', '2019-03-30')).toBe(2);
	});
	test('past without being late', () => {
		expect(f.daysAgoWords('2019-11-30', '2019-12-02', 'fr')).toBe('il y a 2 jours');
	});
});

describe('quantities', () => {
	test.each([
		[0, '0\u00a0octets'],
		[999, '999\u00a0octets'],
		[1234, '1,2\u00a0ko'],
		[999_999, '1\u00a0Mo'],
		[20_000_000, '20\u00a0Mo']
	])('%d bytes', (bytes, words) => expect(f.fileSize(bytes, 'fr')).toBe(words));
	test('money carries its currency', () => {
		expect(f.formatMoney(210000, 'EUR', 'fr').replace(/\s/gu, ' ')).toBe('210 000,00 €');
	});
	test('French counts zero as one, English does not', () => {
		const forms = { one: 'jour', other: 'jours' };
		expect(f.plural(0, forms, 'fr')).toBe('jour');
		expect(f.plural(0, forms, 'en')).toBe('jours');
		expect(f.plural(1_000_000, forms, 'fr')).toBe('jours');
	});
	test('lists', () => expect(f.formatList(['a', 'b', 'c'], 'fr')).toBe('a, b et c'));
});
