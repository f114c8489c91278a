import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysAround, OVERSCAN, PER_FRAME, rowsSeen, stillIn, turnover, widened } from './window.ts';

const view = fc.record({
	top: fc.integer({ min: -50, max: 500_000 }),
	height: fc.integer({ min: 0, max: 2000 }),
	rowHeight: fc.constant(40),
	count: fc.integer({ min: 0, max: 10_000 })
});

describe('rows', () => {
	it('are those of which a part is seen', () => {
		expect(rowsSeen({ top: 79, height: 82, rowHeight: 40, count: 100 })).toEqual({ first: 1, last: 5 });
		expect(rowsSeen({ top: -30, height: 40, rowHeight: 40, count: 100 })).toEqual({ first: 0, last: 1 });
		expect(rowsSeen({ top: 9000, height: 400, rowHeight: 40, count: 3 })).toEqual({ first: 3, last: 3 });
		expect(widened({ first: 1, last: 99 }, 8, 100)).toEqual({ first: 0, last: 100 });
	});

	it('that are seen are there after one turn, all that is near after some, and never more than a bound', () => {
		fc.assert(
			fc.property(fc.array(view, { minLength: 1, maxLength: 8 }), fc.nat(9999), (views, kept) => {
				const drawn = new Set<number>();
				const count = views[0]?.count ?? 0;
				const keep = new Set(kept < count ? [kept] : []);
				for (const each of views) {
					const seen = rowsSeen({ ...each, count });
					for (let turn = 0; ; turn += 1) {
						const { enter, leave, more } = turnover(drawn, seen, count, keep);
						for (const row of enter) {
							expect(drawn.has(row)).toBe(false);
							drawn.add(row);
						}
						for (const row of leave) drawn.delete(row);
						for (let row = seen.first; row < seen.last; row += 1)
							expect(drawn.has(row)).toBe(true);
						if (turn > 0) expect(enter.length).toBeLessThanOrEqual(PER_FRAME);
						if (!more) break;
						expect(turn).toBeLessThan(OVERSCAN);
					}
					for (const row of keep) expect(drawn.has(row)).toBe(true);
					expect(drawn.size).toBeLessThanOrEqual(seen.last - seen.first + 4 * OVERSCAN + 1);
				}
			})
		);
	});
});

describe('days', () => {
	it('are drawn for three screens, and again when the hand comes near the edge', () => {
		const days = daysAround(10_000, 1000, 46);
		expect((days.last - days.first + 1) * 46).toBeLessThan(3200);
		expect(stillIn(days, 10_000, 1000, 46)).toBe(true);
		expect(stillIn(days, 10_700, 1000, 46)).toBe(true);
		expect(stillIn(days, 10_900, 1000, 46)).toBe(false);
		expect(stillIn(days, 9_100, 1000, 46)).toBe(false);
		expect(stillIn(daysAround(0, 1000, 46), 0, 1000, 46)).toBe(true);
	});
});
