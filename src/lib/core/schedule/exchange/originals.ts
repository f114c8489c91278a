import type { PlanRow } from './plan.ts';

/**
 * A line copied in a spreadsheet or in MS Project carries the mark and the code of the one it was copied from: the first
 * is that line, the others are new ones.
 */
export function originals(rows: readonly PlanRow[]): PlanRow[] {
	const seen = new Set<string>();
	return rows.map((row) => {
		if (row.id === null) return row;
		if (seen.has(row.id)) return { ...row, id: null, code: null };
		seen.add(row.id);
		return row;
	});
}
