import { diffDays, type Day } from '../calendar/days.ts';

/**
 * How far a phase is, 0 to 100: its tasks' progress, each counted by its length in days. A phase without tasks is at 0,
 * and a task still to be dated has no length. Only a phase whose every task is done says 100.
 */
export function phaseProgress(
	tasks: readonly { startsOn: Day | null; endsOn: Day | null; progress: number }[]
): number {
	const length = (t: { startsOn: Day | null; endsOn: Day | null }) =>
		t.startsOn === null || t.endsOn === null ? 0 : diffDays(t.startsOn, t.endsOn) + 1;
	const days = tasks.reduce((sum, t) => sum + length(t), 0);
	if (days === 0) return 0;
	return Math.floor(tasks.reduce((sum, t) => sum + length(t) * t.progress, 0) / days);
}
