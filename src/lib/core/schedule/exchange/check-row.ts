import { planLimits, quoted, type Fault, type FaultCode, type PlanRow } from './plan.ts';

/** What is wrong within one line, whatever kind of file it comes from. `columns` are named as the store names them. */
export function checkRow(row: PlanRow): Fault[] {
	const faults: Fault[] = [];
	const fault = (column: string, code: FaultCode, value: unknown) =>
		faults.push({ line: row.line, column, code, value: quoted(value) });
	const { startsOn, endsOn, actualStart, actualEnd } = row;
	if (row.title === '') fault('title', 'title_missing', '');
	if (row.title.length > planLimits.title) fault('title', 'title_long', row.title);
	if (startsOn && endsOn && endsOn < startsOn)
		fault('endsOn', 'end_before_start', `${startsOn} > ${endsOn}`);
	else if (row.kind === 'milestone' && startsOn && endsOn && startsOn !== endsOn)
		fault('endsOn', 'milestone_two_days', `${startsOn} ≠ ${endsOn}`);
	if (actualStart && actualEnd && actualEnd < actualStart)
		fault('actualEnd', 'actual_order', `${actualStart} > ${actualEnd}`);
	if ((row.notes?.length ?? 0) > planLimits.notes) fault('notes', 'notes_long', row.notes);
	if ((row.code?.length ?? 0) > planLimits.code) fault('code', 'words_long', row.code);
	for (const column of ['assignee', 'organisation'] as const)
		if ((row[column]?.length ?? 0) > planLimits.words) fault(column, 'words_long', row[column]);
	return faults;
}
