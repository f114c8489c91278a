import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#core/calendar/days.ts';
import { line } from '#core/schedule/fixture.ts';
import { firstDay, lastDay, localMidnight } from './civil.ts';
import { escapeMarkup, safeId } from './escape.ts';
import { isCut, toTask } from './to-tasks.ts';

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

describe('toTask', () => {
	const name = (item: { title: string }) => item.title;

	it('gives a new object, an escaped name, inclusive days, its own row and no links', () => {
		const item = line({ id: 'a b', title: '<img src=x onerror=alert(1)>', dependsOn: ['b'] });
		expect(toTask(item, 4999, name)).toEqual({
			id: 'a_20_b',
			name: '&lt;img src=x onerror=alert(1)&gt;',
			start: '2019-11-04',
			end: '2019-12-20',
			progress: 40,
			dependencies: [],
			row: 4999
		});
	});

	it('draws at most ten years, and knows that the line is longer', () => {
		const long = line({ startsOn: '2000-02-29', endsOn: '2040-01-01' });
		expect(isCut(long)).toBe(true);
		expect(toTask(long, 0, name).end).toBe('2010-01-29');
		expect(isCut(line({ startsOn: '2000-02-29', endsOn: '2010-01-30' }))).toBe(true);
		expect(isCut(line({ startsOn: '2000-02-29', endsOn: '2010-01-29' }))).toBe(false);
		expect(isCut(line({ startsOn: '2199-12-31', endsOn: '2199-12-31' }))).toBe(false);
		expect(isCut(line())).toBe(false);
	});
});
