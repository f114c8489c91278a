import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, diffDays, weekday } from '#core/calendar/days.ts';
import { line } from '#core/schedule/fixture.ts';
import { firstDay, lastDay, localMidnight } from './civil.ts';
import { escapeMarkup, safeId } from './escape.ts';
import { DAY_WIDTH, rangeOf, ZOOMS } from './range.ts';
import { ticksOf } from './ticks.ts';
import { isCut, toTasks } from './to-tasks.ts';

const someDay = fc.integer({ min: 0, max: 100_000 }).map((n) => addDays('1910-01-01', n));

describe('names and ids', () => {
	it('leaves no sign that could open a tag, an entity or an attribute', () => {
		expect(escapeMarkup('<img src=x onerror="alert(1)"> & l’\'eau')).toBe(
			'&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; l’&#39;eau'
		);
		fc.assert(
			fc.property(fc.string(), (text) => !/[<>"']|&(?!(amp|lt|gt|quot|#39);)/.test(escapeMarkup(text)))
		);
	});

	it('keeps a uuid as it is, and two different ids different', () => {
		const uuid = '7b1c0e6e-4f2a-4f7e-9d7c-0c3b2f1a9e55';
		expect(safeId(uuid)).toBe(uuid);
		expect(safeId('a b"')).toBe('a_20_b_22_');
		fc.assert(
			fc.property(fc.string(), fc.string(), (a, b) => {
				expect(safeId(a)).toMatch(/^[A-Za-z0-9_-]*$/);
				expect(safeId(a) === safeId(b)).toBe(a === b);
			})
		);
	});
});

describe('days in and out of the library', () => {
	it('reads back exactly the inclusive days of a bar', () => {
		fc.assert(
			fc.property(someDay, fc.nat(2000), (start, length) => {
				const end = addDays(start, length);
				// What the library holds for a bar: local midnights, the end being the one after the last day.
				expect(firstDay(localMidnight(start))).toBe(start);
				const after = localMidnight(addDays(end, 1));
				expect(lastDay(after)).toBe(end);
				expect(lastDay(new Date(after.getTime() - 1000))).toBe(end);
			})
		);
	});
});

describe('toTasks', () => {
	const name = (item: { title: string }) => item.title;

	it('gives new objects, escaped names and inclusive days', () => {
		const item = line({ id: 'a b', title: '<img src=x onerror=alert(1)>' });
		expect(toTasks([item], name)).toEqual([
			{
				id: 'a_20_b',
				name: '&lt;img src=x onerror=alert(1)&gt;',
				start: '2019-11-04',
				end: '2019-12-20',
				progress: 40,
				dependencies: []
			}
		]);
	});

	it('strips links to unknown lines and circles', () => {
		const tasks = toTasks(
			[line({ id: 'a', dependsOn: ['b', 'gone'] }), line({ id: 'b', dependsOn: ['a', 'b'] })],
			name
		);
		expect(tasks.map((task) => task.dependencies)).toEqual([['b'], []]);
	});

	it('draws at most ten years, and knows that the line is longer', () => {
		const long = line({ startsOn: '2000-02-29', endsOn: '2040-01-01' });
		expect(isCut(long)).toBe(true);
		expect(toTasks([long], name)[0]?.end).toBe('2010-01-29');
		expect(isCut(line({ startsOn: '2199-12-31', endsOn: '2199-12-31' }))).toBe(false);
		expect(isCut(line())).toBe(false);
	});
});

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
			expect(diffDays(wide.from, wide.to)).toBeLessThanOrEqual(11_000);
		}
	});

	it('has widths that binary fractions hold exactly', () => {
		for (const zoom of ZOOMS) expect(Number.isInteger(DAY_WIDTH[zoom] * 8)).toBe(true);
	});
});

describe('ticksOf', () => {
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
