import { describe, expect, it } from 'vitest';
import { calendarOf } from '#core/calendar/calendar.ts';
import { line } from '#core/schedule/fixture.ts';
import { slipRows } from './slip-rows.ts';
import { dayScale, trendOf, type FrozenPlan } from './trend.ts';

const plan = (number: number, frozenOn: string, days: Record<string, string>): FrozenPlan => ({
	number,
	frozenOn,
	lines: Object.entries(days).map(([id, endsOn]) => ({ id, endsOn }))
});
const on = (day: string) => ({ startsOn: day, endsOn: day });
const milestone = (over: object) => line({ kind: 'milestone', ...over });

describe('the trend of the milestones', () => {
	it('follows each announced day, plan after plan, up to today', () => {
		const plans = [
			plan(2, '2019-12-02', { a: '2020-01-15', b: '2020-03-01' }),
			plan(1, '2019-11-04', { a: '2020-01-10' })
		];
		const items = [
			milestone({ id: 'b', ...on('2020-03-10') }),
			milestone({ id: 'a', ...on('2020-01-20'), doneOn: '2020-01-22' }),
			line({ id: 't' })
		];
		const lines = trendOf(plans, items, '2020-02-01');
		expect(lines.map(({ id, reached }) => [id, reached])).toEqual([
			['a', true],
			['b', false]
		]);
		expect(lines[0]!.points.map(({ plan: number, day }) => [number, day])).toEqual([
			[1, '2020-01-10'],
			[2, '2020-01-15'],
			[null, '2020-01-22']
		]);
		expect(lines[1]!.points.map(({ plan: number }) => number)).toEqual([2, null]);
	});

	it('marks firsts of months, fewer where the years are many, and has room for one day alone', () => {
		const short = dayScale(['2019-11-04', '2020-02-01'], [0, 100], 8);
		expect(short.ticks).toEqual(['2019-11-01', '2019-12-01', '2020-01-01', '2020-02-01']);
		expect(short.at('2019-11-04')).toBeGreaterThan(0);
		expect(short.at('2020-02-01')).toBeLessThan(100);
		const long = dayScale(['2001-01-01', '2049-12-31'], [0, 100], 8);
		expect(long.ticks.length).toBeLessThanOrEqual(9);
		const one = dayScale(['2019-11-04'], [100, 0], 8);
		expect(one.at('2019-11-04')).toBe(50);
	});
});

describe('the distance to a frozen plan', () => {
	it('is said of each line that both know, of what is new and of what is gone', () => {
		const items = [
			line({ id: 'late', title: 'A', startsOn: '2019-11-04', endsOn: '2019-11-15' }),
			line({ id: 'new', title: 'B', startsOn: '2019-11-18', endsOn: '2019-11-19' })
		];
		const days = { late: { startsOn: '2019-11-04', endsOn: '2019-11-12' }, gone: on('2019-12-02') };
		const known = [{ id: 'gone', kind: 'milestone' as const, code: 'M9', title: 'Pilote' }];
		const rows = slipRows(items, days, known, calendarOf('FR'));
		expect(rows).toMatchObject([
			{ id: 'late', was: '2019-11-12', now: '2019-11-15', workingDays: 3, calendarDays: 3 },
			{ id: 'new', was: null, isNew: true },
			{ id: 'gone', was: '2019-12-02', now: null, title: 'Pilote' }
		]);
	});
});
