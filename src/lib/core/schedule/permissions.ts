import type { ScheduleItem } from './types.ts';

/** What may be changed on a line by someone who may edit the schedule at all. */
export interface Editable {
	dates: boolean;
	progress: boolean;
	title: boolean;
}

const NOTHING: Editable = { dates: false, progress: false, title: false };

/**
 * Phases follow from the contract and are never moved by hand; a line the contract fixes keeps its dates and its
 * words; a meeting is moved in its own page. This mirrors the refusals of the store, which decides.
 */
export function editable(item: ScheduleItem, canEdit: boolean): Editable {
	// Its first days are given in the table, by a form.
	if (item.undated) return NOTHING;
	if (!canEdit || item.kind === 'phase' || item.kind === 'meeting') return NOTHING;
	const free = !item.fixedByContract;
	return { dates: free, progress: item.kind === 'task', title: free };
}
