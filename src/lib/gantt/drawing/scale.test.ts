import { describe, expect, it } from 'vitest';
import { diffDays, weekday } from '#core/calendar/days.ts';
import { line } from '#core/schedule/fixture.ts';
import { DAY_WIDTH, rangeOf, ZOOMS } from './range.ts';
import { ticksOf } from './ticks.ts';

describe('rangeOf', () => {
	const items = [line(), line({ id: 'x', limitOn: '2020-01-29' })];

	it('starts on a Monday, a month or a quarter, with a margin, and holds limits and a near today', () => {
		expect(weekday(rangeOf(items, '2019-11-20', 'week', 0).from)).toBe(1);
		expect(rangeOf(items, '2019-11-20', 'month', 0).from).toBe('2019-10-01');
		expect(rangeOf(items, '2019-11-20', 'quarter', 0).from).toBe('2019-07-01');
		expect(rangeOf(items, '2019-11-20', 'week', 0).to >= '2020-01-29').toBe(true);
		expect(rangeOf(items, '2020-03-10', 'week', 0).to > '2020-03-10').toBe(true);
		expect(rangeOf(items, '2026-03-10', 'week', 0).to < '2021-01-01').toBe(true);
	});

	it('fills the screen, and stays within what can be drawn and within the calendar', () => {
		const wild = [line({ startsOn: '1900-01-01', endsOn: '1900-01-01' }), line({ endsOn: '2199-12-31' })];
		for (const zoom of ZOOMS) {
			const { from, to } = rangeOf(items, '2019-11-20', zoom, 1200);
			expect((diffDays(from, to) + 1) * DAY_WIDTH[zoom]).toBeGreaterThanOrEqual(1200);
			const wide = rangeOf(wild, '2019-11-20', zoom, 1200);
			expect(wide.from).toBe('1900-01-01');
			expect(wide.to).toBe('2199-12-31');
		}
	});

	it('has widths that binary fractions hold exactly', () => {
		for (const zoom of ZOOMS) expect(Number.isInteger(DAY_WIDTH[zoom] * 8)).toBe(true);
	});
});

describe('ticksOf', () => {
	it('gives of ten years only what is seen, the same as of the whole', () => {
		const decade = { from: '2019-10-28', to: '2029-10-28' };
		for (const zoom of ZOOMS) {
			const all = ticksOf(decade, zoom, 'fr');
			const seen = ticksOf(decade, zoom, 'fr', { first: 700, last: 760 });
			expect(seen.length).toBeLessThanOrEqual(62);
			// The first may repeat the label that began before.
			const inside = all.filter(({ offset }) => offset > 700 && offset <= 760);
			expect(seen.filter(({ offset }) => offset > 700)).toEqual(
				inside.map((tick) => (tick === inside[0] ? { ...tick, upper: expect.any(String) } : tick))
			);
		}
		expect(ticksOf(decade, 'week', 'fr', { first: 10, last: 60 })[0]).toMatchObject({
			upper: 'novembre 2019',
			carried: true
		});
		expect(
			ticksOf(decade, 'year', 'fr')
				.map(({ lower }) => lower)
				.slice(0, 3)
		).toEqual(['', 'T1', 'T2']);
	});

	const range = { from: '2019-10-28', to: '2020-02-02' };

	it('labels weeks on their Monday, with the ISO number', () => {
		const weeks = ticksOf(range, 'week', 'fr').filter((tick) => tick.lower !== '');
		expect(weeks.every((tick) => weekday(tick.day) === 1)).toBe(true);
		expect(weeks[0]).toMatchObject({ offset: 0, lower: 'S44 · 28 oct.', upper: 'octobre 2019' });
		expect(weeks.find((tick) => tick.day === '2019-12-30')?.lower).toBe('S1 · 30 déc.');
	});

	it('writes each month and each year once, in French', () => {
		const uppers = ticksOf(range, 'day', 'fr').map((tick) => tick.upper);
		expect(uppers.filter((text) => text !== '')).toEqual([
			'octobre 2019',
			'novembre 2019',
			'décembre 2019',
			'janvier 2020',
			'février 2020'
		]);
		const byMonth = ticksOf({ from: '2019-10-01', to: '2020-02-28' }, 'month', 'fr');
		expect(byMonth.map((tick) => tick.lower)).toEqual(['oct.', 'nov.', 'déc.', 'janv.', 'févr.']);
		expect(byMonth.filter((tick) => tick.upper !== '').map((tick) => tick.upper)).toEqual([
			'2019',
			'2020'
		]);
		const quarters = ticksOf({ from: '2019-10-01', to: '2020-06-30' }, 'quarter', 'fr');
		expect(quarters.map((tick) => tick.lower)).toEqual(['T4', 'T1', 'T2']);
	});
});
