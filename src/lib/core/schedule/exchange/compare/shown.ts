import type { Comparison } from './types.ts';

/** Lines of each kind that a page shows: the counts say how many there are. */
export const SHOWN = 200;

/** A comparison as a page shows it. All the lines that may be taken off are there: they can be ticked. */
export interface Shown extends Comparison {
	counts: Record<'added' | 'changed' | 'unchanged' | 'absent' | 'links' | 'faults' | 'remarks', number>;
}

export function shownOf(comparison: Comparison): Shown {
	const { added, changed, unchanged, absent, links, faults, remarks, unplaced } = comparison;
	return {
		added: added.slice(0, SHOWN),
		changed: changed.slice(0, SHOWN),
		unchanged,
		absent,
		links: links.slice(0, SHOWN),
		unplaced: unplaced.slice(0, SHOWN),
		faults: faults.slice(0, SHOWN),
		remarks: remarks.slice(0, SHOWN),
		counts: {
			added: added.length,
			changed: changed.length,
			unchanged,
			absent: absent.length,
			links: links.length,
			faults: faults.length,
			remarks: remarks.length
		}
	};
}
