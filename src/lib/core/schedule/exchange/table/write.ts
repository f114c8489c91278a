import type { ConstraintKind } from '../../network/types.ts';
import type { ScheduleKind } from '../../types.ts';
import type { Plan } from '../plan.ts';
import { writePredecessor } from '../predecessors.ts';
import { columnFields, type ColumnField } from './columns.ts';

/** The words of the table in the person's language; the reader knows those of every language we have. */
export interface TableWords {
	columns: Record<ColumnField, string>;
	kind: Record<ScheduleKind, string>;
	constraint: Record<ConstraintKind, string>;
}

/** A schedule as a table, headings first: what `readTable` reads back to the same lines and links. */
export function writeTable(plan: Plan, words: TableWords): (string | number | null)[][] {
	const before = Map.groupBy(plan.links, ({ to }) => to);
	const rows = plan.rows.map((row) => {
		const values: Record<ColumnField, string | number | null> = {
			number: Number(row.key),
			code: row.code,
			kind: row.kind && words.kind[row.kind],
			title: row.title,
			phase: row.under?.[0]?.code ?? row.under?.[0]?.title ?? null,
			startsOn: row.startsOn,
			endsOn: row.endsOn,
			progress: row.kind === 'meeting' ? null : (row.progress ?? null),
			links: (before.get(row.key) ?? [])
				.map((link) => writePredecessor({ ...link, ref: link.from }))
				.join(', '),
			constraint: row.constraint ? words.constraint[row.constraint.kind] : null,
			constraintOn: row.constraint?.day ?? null,
			limitOn: row.limitOn ?? null,
			actualStart: row.actualStart ?? null,
			actualEnd: row.actualEnd ?? null,
			assignee: row.assignee ?? null,
			organisation: row.organisation ?? null,
			notes: row.notes ?? null,
			baselineStart: row.baseline?.startsOn ?? null,
			baselineEnd: row.baseline?.endsOn ?? null,
			id: row.id
		};
		return columnFields.map((field) => values[field]);
	});
	return [columnFields.map((field) => words.columns[field]), ...rows];
}
