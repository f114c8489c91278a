import type { ScheduleItem } from '#core/schedule/types.ts';

/** The rows without those of folded phases; the same list when none is folded. */
export function rowsLeft(
	rows: readonly ScheduleItem[],
	collapsed: ReadonlySet<string> | undefined
): readonly ScheduleItem[] {
	if (!collapsed || collapsed.size === 0) return rows;
	return rows.filter(({ phaseId }) => phaseId === null || !collapsed.has(phaseId));
}

/** Each phase that has lines: whether they are shown, and how many they are. */
export function foldsOf(
	rows: readonly ScheduleItem[],
	collapsed: ReadonlySet<string> | undefined
): Map<string, { open: boolean; count: number }> {
	const counts = new Map<string, number>();
	for (const { phaseId } of rows) if (phaseId !== null) counts.set(phaseId, (counts.get(phaseId) ?? 0) + 1);
	const folds = new Map<string, { open: boolean; count: number }>();
	for (const { id, kind } of rows) {
		const count = counts.get(id) ?? 0;
		if (kind === 'phase' && count > 0) folds.set(id, { open: !collapsed?.has(id), count });
	}
	return folds;
}
