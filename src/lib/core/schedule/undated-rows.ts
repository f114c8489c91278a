import type { Day } from '../calendar/days.ts';
import type { ScheduleItem } from './types.ts';
import type { UndatedLine } from './undated.ts';

/** A line without a day as a row of the drawing: it has a name and no bar, over the whole period that is drawn. */
function rowOf(line: UndatedLine, span: { startsOn: Day; endsOn: Day }): ScheduleItem {
	return {
		...span,
		id: line.id,
		kind: 'task',
		undated: line.kind,
		code: line.code,
		title: line.title,
		phaseId: line.phaseId,
		progress: line.done ? 100 : 0,
		fixedByContract: line.fixedByContract,
		limitOn: null,
		doneOn: null,
		clause: null,
		dependsOn: [],
		assignee: null,
		organisation: null,
		organisationId: null,
		constraint: null,
		actualStart: null,
		actualEnd: null,
		notes: null,
		refs: [],
		version: line.version
	};
}

/**
 * The rows of a drawing with the lines that have no day yet, each in its place: after the line it follows in the
 * contract, else at the end of its phase, else last. A plan whose document gives no dates is drawn too, and says so.
 * @param rows in their order, phases before their lines
 */
export function withUndated(
	rows: readonly ScheduleItem[],
	undated: readonly UndatedLine[]
): readonly ScheduleItem[] {
	if (undated.length === 0 || rows.length === 0) return rows;
	let [startsOn, endsOn] = [rows[0]!.startsOn, rows[0]!.endsOn];
	for (const row of rows) {
		if (row.startsOn < startsOn) startsOn = row.startsOn;
		if (row.endsOn > endsOn) endsOn = row.endsOn;
	}
	const known = new Map(rows.map((row) => [row.id, row]));
	const [after, inPhase, last] = [
		new Map<string, ScheduleItem[]>(),
		new Map<string, ScheduleItem[]>(),
		[] as ScheduleItem[]
	];
	const put = (lists: Map<string, ScheduleItem[]>, key: string, row: ScheduleItem) =>
		lists.set(key, [...(lists.get(key) ?? []), row]);
	for (const line of undated) {
		const row = rowOf(line, { startsOn, endsOn });
		const before = line.after === null ? undefined : known.get(line.after);
		if (before && before.phaseId === line.phaseId) put(after, before.id, row);
		else if (line.phaseId !== null && known.has(line.phaseId)) put(inPhase, line.phaseId, row);
		else last.push(row);
	}
	const found: ScheduleItem[] = [];
	rows.forEach((row, at) => {
		found.push(row, ...(after.get(row.id) ?? []));
		const phase = row.kind === 'phase' ? row.id : row.phaseId;
		const next = rows[at + 1];
		if (phase !== null && next?.phaseId !== phase) found.push(...(inPhase.get(phase) ?? []));
	});
	return [...found, ...last];
}
