import type { ScheduleItem } from './types.ts';

/** A phase with what stands in it; `phase` is null for the lines outside every phase. */
export interface PhaseGroup {
	phase: ScheduleItem | null;
	items: ScheduleItem[];
}

function byDate(a: ScheduleItem, b: ScheduleItem): number {
	if (a.startsOn !== b.startsOn) return a.startsOn < b.startsOn ? -1 : 1;
	if (a.endsOn !== b.endsOn) return a.endsOn < b.endsOn ? -1 : 1;
	return (a.code ?? a.title).localeCompare(b.code ?? b.title, 'fr');
}

/**
 * The schedule as people read it: phases in order of their start, each with its tasks and milestones by date, then
 * what belongs to no phase (or to one that is not there).
 * @param phaseId keeps that phase alone; null keeps all.
 */
export function phaseGroups(items: readonly ScheduleItem[], phaseId: string | null = null): PhaseGroup[] {
	const phases = items.filter((item) => item.kind === 'phase').sort(byDate);
	const known = new Set(phases.map((phase) => phase.id));
	const lines = items.filter((item) => item.kind !== 'phase').sort(byDate);
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
