import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarNames, calendarOf, makeCalendar } from '../calendar.ts';
import { addDays, addMonths, isoWeek, weekday } from '../days.ts';
import { deadlineCases } from './cases.fixture.ts';
import { computeOccurrences, computeRule, RuleError } from './compute.ts';
import { ruleSchema, weekdays, type Rule } from './schema.ts';

const fr = calendarOf('FR');
const dates = (rule: Rule, event: string | null, k?: number) =>
	Object.values(computeRule(rule, event, fr, k));

describe('deadlines worked out by hand', () => {
	it.each(deadlineCases)('$id', ({ calendar, rule, event, occurrence, nominal, due, advised }) => {
		expect(ruleSchema.parse(rule)).toEqual(rule);
		expect(computeRule(rule, event, calendarOf(calendar), occurrence)).toEqual({ nominal, due, advised });
	});
});

describe('points the table of cases leaves out', () => {
	it('a forward delay does not roll when the rule says none', () => {
		expect(dates({ after: 'e', count: 7, unit: 'day', roll: 'none' }, '2019-10-25')).toEqual([
			'2019-11-01',
			'2019-11-01',
			'2019-10-31'
		]);
	});
	it('a weekly rule whose week has no earlier working day stays on its day', () => {
		expect(dates({ weekly: 'monday' }, '2020-04-15')).toEqual(['2020-04-13', '2020-04-13', '2020-04-10']);
	});
	it('the end of January of the next year', () => {
		expect(dates({ end_of_month: 1, year_offset: 1 }, '2022-07-14')).toEqual([
			'2023-01-31',
			'2023-01-31',
			'2023-01-31'
		]);
		expect(dates({ end_of_month: 2 }, '2020-07-14')[0]).toBe('2020-02-29');
	});
	it('the first week of a month is the one that holds its first working day', () => {
		// 1 November 2019 is a Friday and a holiday, 1 February 2020 a Saturday.
		expect(dates({ first_week_of_month: 'friday' }, '2019-11-20')[1]).toBe('2019-11-08');
		expect(dates({ first_week_of_month: 'friday', month_offset: 1 }, '2020-01-31')[1]).toBe('2020-02-07');
		expect(dates({ first_week_of_month: 'friday', month_offset: 1 }, '2020-03-31')[1]).toBe('2020-04-03');
		// Friday 1 May 2020 is a holiday: the week of Monday 4, whose Friday 8 is one too.
		expect(dates({ first_week_of_month: 'friday' }, '2020-05-15')).toEqual([
			'2020-05-08',
			'2020-05-07',
			'2020-05-07'
		]);
	});
	it('day 31 of a short month is its last day', () => {
		expect(dates({ day_of_month: 31 }, '2019-11-12')).toEqual(['2019-11-30', '2019-11-30', '2019-11-29']);
		expect(dates({ day_of_month: 10, month_offset: 1 }, '2019-12-31')[0]).toBe('2020-01-10');
	});
	it('twenty minutes after an instant, over midnight', () => {
		expect(dates({ on: 'e', within: 20, unit: 'minute' }, '2022-12-05T23:50')).toEqual([
			'2022-12-06T00:10',
			'2022-12-06T00:10',
			'2022-12-06'
		]);
		expect(dates({ on: 'e', within: 20, unit: 'minute' }, '2022-12-05')[0]).toBe('2022-12-05');
	});
	it('a period ends on its last day; what is to be set has no date', () => {
		expect(dates({ from: '1996-08-01', to: '1996-08-30' }, null)[1]).toBe('1996-08-30');
		expect(dates({ tbd: true, why: 'séminaire non daté' }, null)).toEqual([null, null, null]);
	});
	it('lists repetitions from the anchor', () => {
		const list = computeOccurrences({ every: 1, unit: 'month', from: 'e' }, '2020-01-31', fr, 3);
		expect(list.map((one) => one.nominal)).toEqual(['2020-02-29', '2020-03-31', '2020-04-30']);
	});
	it('refuses to guess a missing event or a working day that the month lacks', () => {
		expect(() => computeRule({ after: 'e', count: 1, unit: 'day' }, null, fr)).toThrow(RuleError);
		expect(() => computeRule({ working_day_of_month: 26 }, '2020-02-01', fr)).toThrow(
			/corrigez la règle/
		);
	});
});

const day = fc.integer({ min: 0, max: 22_000 }).map((count) => addDays('1990-01-01', count));
const calendar = fc.constantFrom(...calendarNames).map(calendarOf);
const count = fc.integer({ min: 1, max: 400 });
const unit = fc.constantFrom('day', 'week', 'month');
const workUnit = fc.constantFrom('working_day' as const, 'workable_day' as const);

describe('what holds for every date', () => {
	it('a forward delay is due on a working day, not before its nominal date', () => {
		fc.assert(
			fc.property(day, calendar, count, unit, (event, cal, n, u) => {
				const found = computeRule({ after: 'e', count: n, unit: u } as Rule, event, cal);
				expect(found.due! >= found.nominal!).toBe(true);
				expect(cal.isWorking(found.due!)).toBe(true);
				expect(found.advised).toBe(found.due);
			})
		);
	});
	it('a backward or fixed limit is never rolled, and its advised date is a working day not later', () => {
		fc.assert(
			fc.property(day, calendar, count, unit, (event, cal, n, u) => {
				for (const rule of [
					{ before: 'e', count: n, unit: u },
					{ by: event },
					{ strictly_before: 'e' }
				] as Rule[]) {
					const found = computeRule(rule, event, cal);
					expect(found.due).toBe(found.nominal);
					expect(found.advised! <= found.due!).toBe(true);
					expect(cal.isWorking(found.advised!)).toBe(true);
				}
			})
		);
	});
	it('working days after and before are inverse counts', () => {
		fc.assert(
			fc.property(day, calendar, fc.integer({ min: 1, max: 60 }), workUnit, (event, cal, n, u) => {
				const counts = u === 'working_day' ? cal.isWorking : cal.isWorkable;
				const end = computeRule({ after: 'e', count: n, unit: u }, event, cal).due!;
				expect(counts(end)).toBe(true);
				let seen = 0;
				for (let at = addDays(event, 1); at <= end; at = addDays(at, 1)) if (counts(at)) seen++;
				expect(seen).toBe(n);
				const back = computeRule({ before: 'e', count: n, unit: u }, end, cal).due!;
				expect(back <= event || !counts(event)).toBe(true);
			})
		);
	});
	it('occurrence n is the anchor plus n times the step', () => {
		fc.assert(
			fc.property(
				day,
				calendar,
				fc.integer({ min: 1, max: 12 }),
				fc.integer({ min: 1, max: 24 }),
				(event, cal, step, k) => {
					const found = computeRule({ every: step, unit: 'month', from: 'e' }, event, cal, k);
					expect(found.nominal).toBe(addMonths(event, step * k));
				}
			)
		);
	});
	it('a weekly report stays in its week', () => {
		fc.assert(
			fc.property(day, calendar, fc.constantFrom(...weekdays), (event, cal, weekly) => {
				const found = computeRule({ weekly }, event, cal);
				expect(isoWeek(found.nominal!)).toBe(isoWeek(event));
				expect(isoWeek(found.due!)).toBe(isoWeek(event));
				expect(found.due! <= found.nominal!).toBe(true);
			})
		);
	});
	it('the following week ends on a Sunday one to two weeks away', () => {
		fc.assert(
			fc.property(day, calendar, (event, cal) => {
				const found = computeRule({ following_week: 'e' }, event, cal);
				expect(weekday(found.nominal!)).toBe(7);
				expect(found.nominal! >= addDays(event, 7) && found.nominal! <= addDays(event, 13)).toBe(
					true
				);
			})
		);
	});
	it('31 January plus one month is the last day of February', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1990, max: 2100 }), (year) => {
				const found = computeRule(
					{ after: 'e', count: 1, unit: 'month', roll: 'none' },
					`${year}-01-31`,
					fr
				);
				expect(addDays(found.nominal!, 1)).toBe(`${year}-03-01`);
			})
		);
	});
	it('a day taken off the calendar moves only what falls on it, and never before', () => {
		fc.assert(
			fc.property(day, count, (event, n) => {
				const rule: Rule = { after: 'e', count: n, unit: 'day' };
				const before = computeRule(rule, event, fr).due!;
				const copy = makeCalendar('FR', [{ day: before, label: 'Pont', working: false }]);
				expect(computeRule(rule, event, copy).due! > before).toBe(true);
				expect(computeRule(rule, addDays(event, 40), copy)).toEqual(
					computeRule(rule, addDays(event, 40), fr)
				);
			})
		);
	});
});
