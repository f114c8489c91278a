import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, diffDays, weekday } from '../../calendar/days.ts';
import { line } from '../fixture.ts';
import type { LinkType } from '../network/types.ts';
import { dayAt, dayNumber, weekdayAt } from './day-number.ts';
import { endsOf, headPath, route, surelyBroken, typeOf, within, type Box } from './route.ts';

const TYPES: LinkType[] = ['FS', 'SS', 'FF', 'SF'];

const box = fc
	.record({
		start: fc.integer({ min: 0, max: 5000 }),
		length: fc.integer({ min: 2, max: 900 }),
		row: fc.nat(400),
		point: fc.boolean()
	})
	.map(({ start, length, row, point }): Box => {
		return { start, end: start + (point ? 18 : length), middle: 84 + row * 40, half: 11, point };
	});

describe('the way of a link', () => {
	it('goes from the right end to the right end, straight at each corner', () => {
		fc.assert(
			fc.property(box, box, fc.constantFrom(...TYPES), (from, to, type) => {
				fc.pre(from.middle !== to.middle);
				const { points, head } = route(from, to, type, 20);
				const ends = endsOf(type);
				expect(points[0]).toEqual([from[ends.from], from.middle]);
				const [x, y] = points.at(-1) as [number, number];
				if (head === 'left' || head === 'right') expect([x, y]).toEqual([to[ends.to], to.middle]);
				else {
					// From above or below, into the bar itself.
					expect(Math.abs(y - to.middle)).toBe(to.half);
					expect(x > to.start && x < to.end).toBe(true);
				}
				points.slice(1).forEach(([nx, ny], at) => {
					const [px, py] = points[at] as [number, number];
					expect(px === nx || py === ny).toBe(true);
				});
				// It leaves the bar on the outside, and enters from the outside.
				const [out] = points.slice(1) as [[number, number]];
				expect(ends.from === 'end' ? out[0] >= from.end : out[0] <= from.start).toBe(true);
				expect(headPath({ points, head })).toMatch(/^M.+Z$/);
			})
		);
	});

	it('stops at the edges of what is drawn, and has no head out there', () => {
		const from = { start: 0, end: 100, middle: 84, half: 11, point: false };
		const to = { start: 400, end: 500, middle: 200_084, half: 11, point: false };
		const cut = within(route(from, to, 'FS', 20), 0, 1000);
		expect(Math.max(...cut.points.map(([, y]) => y))).toBe(1000);
		expect(cut.head).toBeNull();
		expect(headPath(cut)).toBe('');
		expect(within(route(to, from, 'FS', 20), 0, 1000).head).not.toBeNull();
	});

	it('names a link by the ends that it ties', () => {
		for (const type of TYPES) expect(typeOf(endsOf(type).from, endsOf(type).to)).toBe(type);
	});
});

describe('surelyBroken', () => {
	const a = line({ startsOn: '2025-01-06', endsOn: '2025-01-10' });
	const at = (startsOn: string, endsOn: string) => line({ id: 'b', startsOn, endsOn });
	const lag = (days: number, lagUnit: 'working' | 'calendar' = 'calendar') => ({ lag: days, lagUnit });

	it('says so only where the days show it, whatever the working days are', () => {
		expect(surelyBroken({ type: 'FS', ...lag(0) }, a, at('2025-01-10', '2025-01-12'))).toBe(true);
		expect(surelyBroken({ type: 'FS', ...lag(0) }, a, at('2025-01-11', '2025-01-12'))).toBe(false);
		expect(surelyBroken({ type: 'FS', ...lag(2) }, a, at('2025-01-12', '2025-01-14'))).toBe(true);
		expect(surelyBroken({ type: 'FS', ...lag(2, 'working') }, a, at('2025-01-13', '2025-01-14'))).toBe(
			false
		);
		expect(surelyBroken({ type: 'FS', ...lag(-2, 'working') }, a, at('2025-01-01', '2025-01-02'))).toBe(
			false
		);
		expect(surelyBroken({ type: 'SS', ...lag(0) }, a, at('2025-01-05', '2025-02-02'))).toBe(true);
		expect(surelyBroken({ type: 'FF', ...lag(0) }, a, at('2025-01-01', '2025-01-10'))).toBe(false);
		expect(surelyBroken({ type: 'SF', ...lag(0) }, a, at('2025-01-01', '2025-01-04'))).toBe(true);
	});

	it('lets a point be followed on its own day', () => {
		const point = line({ kind: 'milestone', startsOn: '2025-01-10', endsOn: '2025-01-10' });
		expect(surelyBroken({ type: 'FS', ...lag(0) }, point, at('2025-01-10', '2025-01-12'))).toBe(false);
	});
});

describe('days as numbers', () => {
	it('are those of the calendar', () => {
		const day = fc.integer({ min: 0, max: 109_000 }).map((n) => addDays('1900-01-01', n));
		fc.assert(
			fc.property(day, day, (one, other) => {
				expect(dayAt(dayNumber(one))).toBe(one);
				expect(dayNumber(other) - dayNumber(one)).toBe(diffDays(one, other));
				expect(weekdayAt(dayNumber(one))).toBe(weekday(one));
			})
		);
	});
});
