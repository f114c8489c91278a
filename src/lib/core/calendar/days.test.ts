import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	addDays,
	addMonths,
	DayError,
	diffDays,
	isDay,
	isoWeek,
	isWeek,
	nextWeek,
	parseDay,
	previousWeek,
	weekday,
	weekRange
} from './days.ts';

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((count) => addDays('1990-01-01', count));

describe('days', () => {
	it.each([
		'2019-02-30',
		'2019-13-01',
		'2019-1-1',
		'2019-00-10',
		'1899-12-31',
		'2200-01-01',
		'',
		'20191029'
	])('refuses %j and says how to write it', (bad) => {
		expect(isDay(bad)).toBe(false);
		expect(() => parseDay(bad)).toThrow(DayError);
		expect(() => parseDay(bad)).toThrow('AAAA-MM-JJ');
	});
	it('knows leap years', () => {
		expect([isDay('2020-02-29'), isDay('2019-02-29'), isDay('1900-02-29'), isDay('2000-02-29')]).toEqual([
			true,
			false,
			false,
			true
		]);
	});
	it('adds months from the anchor, to the last day where the number is missing', () => {
		expect([1, 2, 3].map((k) => addMonths('2020-01-31', k))).toEqual([
			'2020-02-29',
			'2020-03-31',
			'2020-04-30'
		]);
		expect(addMonths('2019-01-31', 1)).toBe('2019-02-28');
		expect(addMonths('2023-04-30', -2)).toBe('2023-02-28');
	});
	it('writes weeks with the year the week belongs to', () => {
		expect(isoWeek('2019-10-29')).toBe('2019-W44');
		expect(isoWeek('2019-12-30')).toBe('2020-W01');
		expect(isoWeek('2021-01-03')).toBe('2020-W53');
		expect(weekRange('2019-W44')).toEqual({ from: '2019-10-28', to: '2019-11-03' });
		expect([nextWeek('2019-W52'), previousWeek('2020-W01'), nextWeek('2020-W53')]).toEqual([
			'2020-W01',
			'2019-W52',
			'2021-W01'
		]);
	});
	it.each(['2019-W53', '2019-W00', '2019-44', '2019-W4', 'W44'])('refuses the week %j', (bad) => {
		expect(isWeek(bad)).toBe(false);
		expect(() => weekRange(bad)).toThrow(DayError);
	});
	it('holds over many days: adding and subtracting cancel, a week contains its day', () => {
		fc.assert(
			fc.property(anyDay, fc.integer({ min: -3000, max: 3000 }), (day, count) => {
				expect(addDays(addDays(day, count), -count)).toBe(day);
				expect(diffDays(day, addDays(day, count))).toBe(count);
				const { from, to } = weekRange(isoWeek(day));
				expect(from <= day && day <= to && weekday(from) === 1 && weekday(to) === 7).toBe(true);
			})
		);
	});
	it('keeps the day number, or the last day of the month', () => {
		fc.assert(
			fc.property(anyDay, fc.integer({ min: -48, max: 48 }), (day, count) => {
				const moved = addMonths(day, count);
				const sameNumber = moved.slice(8) === day.slice(8);
				expect(
					sameNumber || (moved.slice(8) < day.slice(8) && addDays(moved, 1).endsWith('-01'))
				).toBe(true);
			})
		);
	});
});
