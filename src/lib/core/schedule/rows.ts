import type { ScheduleItem } from './types.ts';

/** A phase with what stands in it; `phase` is null for the lines outside every phase. */
export interface PhaseGroup {
	phase: ScheduleItem | null;
	items: ScheduleItem[];
}

type Dates = (item: ScheduleItem) => Pick<ScheduleItem, 'startsOn' | 'endsOn'>;

const byDate = (dates: Dates) => (one: ScheduleItem, other: ScheduleItem) => {
	const [a, b] = [dates(one), dates(other)];
	if (a.startsOn !== b.startsOn) return a.startsOn < b.startsOn ? -1 : 1;
	if (a.endsOn !== b.endsOn) return a.endsOn < b.endsOn ? -1 : 1;
	return (one.code ?? one.title).localeCompare(other.code ?? other.title, 'fr');
};

/**
 * The schedule as people read it: phases in order of their start, each with its tasks and milestones by date, then
 * what belongs to no phase (or to one that is not there).
 * @param phaseId keeps that phase alone; null keeps all.
 * @param dates the days to put a line in order by, its own unless told: a line being moved should keep its row.
 */
export function phaseGroups(
	items: readonly ScheduleItem[],
	phaseId: string | null = null,
	dates: Dates = (item) => item
): PhaseGroup[] {
	const phases = items.filter((item) => item.kind === 'phase').sort(byDate(dates));
	const known = new Set(phases.map((phase) => phase.id));
	const lines = items.filter((item) => item.kind !== 'phase').sort(byDate(dates));
	const groups: PhaseGroup[] = phases.map((phase) => ({
		phase,
		items: lines.filter((line) => line.phaseId === phase.id)
	}));
	const loose = lines.filter((line) => line.phaseId === null || !known.has(line.phaseId));
	if (loose.length > 0) groups.push({ phase: null, items: loose });
	return phaseId === null ? groups : groups.filter((group) => group.phase?.id === phaseId);
}

/** The same groups as one list, each phase before its lines. */
export function rowsOf(groups: readonly PhaseGroup[]): ScheduleItem[] {
	return groups.flatMap(({ phase, items }) => (phase ? [phase, ...items] : items));
}
