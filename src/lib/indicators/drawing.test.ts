import { expect, it } from 'vitest';
import { linesOf, reach, scale, ticksOf } from './drawing.ts';

const point = (drawn: number | null, verdict: 'met' | 'not_applicable' | 'excluded' = 'met') => ({
	drawn,
	verdict
});

it('breaks the line where nothing applies and at a day left out', () => {
	const points = [
		point(1),
		point(2),
		point(null, 'not_applicable'),
		point(3),
		point(9, 'excluded'),
		point(4),
		point(5)
	];
	const lines = linesOf(
		points,
		(i) => i,
		(v) => v
	);
	expect(lines).toEqual(['M0.0 1.0L1.0 2.0', 'M5.0 4.0L6.0 5.0']);
});

it('keeps the threshold in sight, and one value does not divide by nothing', () => {
	expect(reach([point(97)], [95]).low).toBeLessThan(95);
	expect(reach([], [])).toEqual({ low: 0, high: 1 });
	const y = scale([point(5)], [], 100, 0);
	expect(Number.isFinite(y(5))).toBe(true);
	expect(scale([point(0), point(10)], [10], 100, 0)(10)).toBeLessThan(
		scale([point(0), point(10)], [10], 100, 0)(0)
	);
});

it('keeps days left out off the scale, at its edge', () => {
	const points = [point(96), point(98), point(52, 'excluded')];
	expect(reach(points, [95]).low).toBeGreaterThan(90);
	expect(scale(points, [95], 100, 0)(52)).toBe(100);
});

it('marks round figures only', () => {
	expect(ticksOf(91.2, 99.6)).toEqual([92.5, 95, 97.5]);
	expect(ticksOf(0, 1)).toEqual([0, 0.25, 0.5, 0.75, 1]);
});
