import { expect, it } from 'vitest';
import { phaseProgress } from './phase-progress.ts';

const task = (startsOn: string, endsOn: string, progress: number) => ({ startsOn, endsOn, progress });

it('counts each task by its length, and says 100 only when all is done', () => {
	expect(phaseProgress([])).toBe(0);
	expect(phaseProgress([task('2019-12-02', '2019-12-04', 100), task('2019-12-05', '2019-12-05', 0)])).toBe(
		75
	);
	const long = task('2019-01-01', '2019-12-31', 100);
	expect(phaseProgress([long, task('2019-12-31', '2019-12-31', 50)])).toBe(99);
	expect(phaseProgress([long, long])).toBe(100);
});
