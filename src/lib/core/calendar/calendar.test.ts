import { describe, expect, it } from 'vitest';
import {
	calendarOf,
	calendarWarning,
	lastWorking,
	makeCalendar,
	nextWorking,
	type CalendarName
} from './calendar.ts';
import { easter } from './holidays/easter.ts';

const days = (name: CalendarName, year: number) =>
	calendarOf(name)
		.holidays(`${year}-01-01`, `${year}-12-31`)
		.map((one) => one.day);

describe('easter', () => {
	it.each([
		['2019', '2019-04-21'],
		['2020', '2020-04-12'],
		['1996', '1996-04-07'],
		['2024', '2024-03-31'],
		['1954', '1954-04-18'],
		['2049', '2049-04-18']
	])('of %s', (year, day) => expect(easter(Number(year))).toBe(day));
});

describe('France', () => {
	it('has its eleven holidays of 2020', () => {
		expect(days('FR', 2020)).toEqual([
			'2020-01-01',
			'2020-04-13',
			'2020-05-01',
			'2020-05-08',
			'2020-05-21',
			'2020-06-01',
			'2020-07-14',
			'2020-08-15',
			'2020-11-01',
			'2020-11-11',
			'2020-12-25'
		]);
	});
	it('tells working from workable days', () => {
		const { isWorking, isWorkable, holiday } = calendarOf('FR');
		expect([isWorking('2020-05-02'), isWorkable('2020-05-02')]).toEqual([false, true]);
		expect([isWorking('2020-05-01'), isWorkable('2020-05-01')]).toEqual([false, false]);
		expect(isWorkable('2020-05-03')).toBe(false);
		expect(holiday('2019-11-01')?.label).toBe('Toussaint');
		expect(holiday('2019-11-04')).toBeNull();
	});
	it('covers the first and the last year', () => {
		expect(days('FR', 1900)).toContain('1900-04-16');
		expect(days('FR', 2199)).toHaveLength(11);
	});
});

describe('Morocco', () => {
	it('gives administrations two days for the great feasts, and the private sector one', () => {
		expect(days('MA-public', 2022)).toEqual(
			expect.arrayContaining(['2022-05-02', '2022-05-03', '2022-07-10', '2022-07-11'])
		);
		expect(days('MA-private', 2022)).toContain('2022-05-02');
		expect(days('MA-private', 2022)).not.toContain('2022-05-03');
	});
	it('follows the announced dates, not the computed ones', () => {
		expect(days('MA-public', 2023)).toEqual(
			expect.arrayContaining(['2023-04-22', '2023-04-23', '2023-04-24', '2023-06-29', '2023-09-28'])
		);
		expect(calendarOf('MA-public').isWorking('2023-04-21')).toBe(true);
		expect(calendarOf('MA-private').isWorking('2023-04-24')).toBe(true);
		expect(days('MA-public', 2025)).toEqual(expect.arrayContaining(['2025-06-07', '2025-06-09']));
	});
	it('adds new holidays from their first year only', () => {
		expect(days('MA-public', 2023)).not.toContain('2023-01-14');
		expect(days('MA-public', 2024)).toContain('2024-01-14');
		expect([
			days('MA-public', 2025).includes('2025-10-31'),
			days('MA-public', 2026).includes('2026-10-31')
		]).toEqual([false, true]);
	});
	it('marks computed feasts as estimated and warns outside the announced years', () => {
		const calendar = calendarOf('MA-public');
		expect(calendar.holiday('2020-10-29')?.status).toBe('estimated');
		expect(calendar.holiday('2023-09-28')?.status).toBe('confirmed');
		expect(calendarWarning(calendar, '2012-06-11')).toContain('2012');
		expect(calendarWarning(calendar, '2023-06-11')).toBeNull();
	});
});

describe('Moroccan exceptional days', () => {
	it('are off for administrations only', () => {
		for (const day of ['2023-04-24', '2024-04-12', '2025-06-09']) {
			expect(calendarOf('MA-public').isWorking(day)).toBe(false);
			expect(calendarOf('MA-private').isWorking(day)).toBe(true);
		}
	});
});

describe('Senegal', () => {
	it('has the feasts of 1996 as estimates, without the Magal', () => {
		const calendar = calendarOf('SN');
		expect(calendar.holiday('1996-05-28')).toMatchObject({ label: 'Tamkharit', status: 'estimated' });
		expect(calendar.holiday('1996-07-28')?.label).toBe('Maouloud');
		expect(calendar.holiday('1996-07-05')).toBeNull();
		expect(calendar.holiday('1996-05-27')?.label).toBe('Lundi de Pentecôte');
		// Tabaski fell on Sunday 28 April 1996 by the tables.
		expect(calendar.isWorking('1996-04-29')).toBe(false);
	});
	it('gives the Magal twice in 2012 nowhere, and once from 2013 on', () => {
		expect(days('SN', 2012)).not.toContain('2012-12-31');
		expect(days('SN', 2013)).toContain('2013-12-21');
	});
});

describe('a mission’s own copy', () => {
	it('adds and gives back days without touching the shipped calendar', () => {
		const copy = makeCalendar('FR', [
			{ day: '2020-05-22', label: 'Pont de l’Ascension', working: false },
			{ day: '2020-06-01', label: 'Journée de solidarité', working: true }
		]);
		expect([copy.isWorking('2020-05-22'), copy.isWorking('2020-06-01')]).toEqual([false, true]);
		expect(copy.holidays('2020-05-20', '2020-06-02').map((one) => one.label)).toEqual([
			'Ascension',
			'Pont de l’Ascension'
		]);
		expect(calendarOf('FR').isWorking('2020-05-22')).toBe(true);
	});
	it('confirms estimated feasts one by one, and stops warning once none is left', () => {
		const estimated = calendarOf('SN')
			.holidays('1996-01-01', '1996-12-31')
			.filter((one) => one.status === 'estimated');
		const confirm = estimated.map(({ day, label }) => ({ day, label, working: false }));
		const half = makeCalendar('SN', confirm.slice(1));
		const whole = makeCalendar('SN', confirm);
		expect(estimated.length).toBeGreaterThan(3);
		expect(half.holiday(estimated[1]!.day)?.status).toBe('confirmed');
		expect(calendarWarning(half, '1996-08-30')).toContain('1996');
		expect(calendarWarning(whole, '1996-08-30')).toBeNull();
		expect(calendarWarning(whole, '1997-08-30')).toContain('1997');
	});
	it('moves a feast to the day that was announced', () => {
		const seen = makeCalendar('SN', [
			{ day: '1996-05-28', label: 'Tamkharit', working: true },
			{ day: '1996-05-29', label: 'Tamkharit', working: false }
		]);
		expect([seen.isWorking('1996-05-28'), seen.holiday('1996-05-29')?.status]).toEqual([
			true,
			'confirmed'
		]);
	});
	it('finds the nearest working days', () => {
		expect(nextWorking(calendarOf('FR'), '2020-05-01')).toBe('2020-05-04');
		expect(lastWorking(calendarOf('FR'), '2020-05-03')).toBe('2020-04-30');
		expect(nextWorking(calendarOf('FR'), '2020-04-30')).toBe('2020-04-30');
	});
});
