import type { ToldPoint } from '#core/indicators/state.ts';

/** What a chart keeps of the points: a value, and whether it may be joined to its neighbours. */
type Drawn = Pick<ToldPoint, 'drawn' | 'verdict'>;

/**
 * The lowest and highest value to draw, the thresholds in sight, with some air. Days left out do not set the scale: a
 * storm would flatten all the others.
 */
export function reach(
	points: readonly Drawn[],
	thresholds: readonly number[]
): { low: number; high: number } {
	const kept = points.filter(({ verdict }) => verdict !== 'excluded');
	const values = [
		...(kept.length > 0 ? kept : points).flatMap((one) => (one.drawn === null ? [] : [one.drawn])),
		...thresholds
	];
	if (values.length === 0) return { low: 0, high: 1 };
	const [low, high] = [Math.min(...values), Math.max(...values)];
	const air = (high - low || Math.abs(high) || 1) * 0.08;
	return { low: Math.max(0, low - air), high: high + air };
}

/** Where a value stands, from `bottom` for the lowest up to `top`; what is off the scale stands at its edge. */
export function scale(points: readonly Drawn[], thresholds: readonly number[], bottom: number, top: number) {
	const { low, high } = reach(points, thresholds);
	return (value: number): number => {
		const inside = Math.min(high, Math.max(low, value));
		return bottom - ((inside - low) / (high - low || 1)) * (bottom - top);
	};
}

const joined = ({ drawn, verdict }: Drawn): boolean => drawn !== null && verdict !== 'excluded';

/** Lines through the values that follow one another: what does not apply, and days left out, leave a gap. */
export function linesOf(
	points: readonly Drawn[],
	x: (index: number) => number,
	y: (value: number) => number
): string[] {
	const lines: string[] = [];
	let line = '';
	points.forEach((point, index) => {
		if (!joined(point)) {
			lines.push(line);
			line = '';
			return;
		}
		line += `${line === '' ? 'M' : 'L'}${x(index).toFixed(1)} ${y(point.drawn!).toFixed(1)}`;
	});
	return [...lines, line].filter((one) => one.includes('L'));
}

/** Round figures between two values: 80, 85, 90. */
export function ticksOf(low: number, high: number, wanted = 4): number[] {
	const raw = (high - low) / wanted || 1;
	const power = 10 ** Math.floor(Math.log10(raw));
	const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= raw)!;
	const ticks: number[] = [];
	for (let at = Math.ceil(low / step); at * step <= high + 1e-9; at++)
		ticks.push(Number((at * step).toFixed(6)));
	return ticks;
}
