import type { Constraint } from '../../network/types.ts';
import type { ScheduleKind } from '../../types.ts';
import { checkRow } from '../check-row.ts';
import {
	quoted,
	type Fault,
	type FaultCode,
	type Named,
	type PlanRow,
	type Remark,
	type RemarkCode
} from '../plan.ts';
import { isDayFault } from '../read-day.ts';
import { FREE, ownFields } from './fields.ts';
import { dayIn, spanOf, startIn, type DayEdges } from './moments.ts';
import { whoDoes, type Resource } from './resources.ts';
import { child, children, flag, number, text, type XmlElement } from './xml.ts';

export interface TaskContext {
	edges: DayEdges;
	under: Named[];
	/** Who works on it; absent when the file assigns nobody to anything. */
	resources?: Pick<Resource, 'name' | 'group'>[];
	isSummary: boolean;
}

const MARK = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function own(task: XmlElement, field: keyof typeof ownFields): string | null {
	const { id } = ownFields[field];
	const found = children(task, 'ExtendedAttribute').find((one) => text(one, 'FieldID') === id);
	return text(found, 'Value') || null;
}

/** The custom fields are ours only where the mark is: another program may use Text2 for what it likes. */
export function nameOf(task: XmlElement): Named {
	const mark = own(task, 'mark');
	const id = mark !== null && MARK.test(mark) ? mark.toLowerCase() : null;
	const title = text(task, 'Name').replace(/\s+/g, ' ');
	return { id, code: id === null ? null : own(task, 'code'), title };
}

function kindOf(task: XmlElement, isSummary: boolean, nature: string | null): ScheduleKind {
	if (isSummary || nature === 'phase') return 'phase';
	if (nature === 'meeting') return 'meeting';
	return flag(task, 'Milestone') ? 'milestone' : 'task';
}

/** Reads one task, its faults, and what of it the schedule does not hold. */
export function readTask(task: XmlElement, { edges, under, resources, isSummary }: TaskContext) {
	const faults: Fault[] = [];
	const remarks: Remark[] = [];
	const remark = (column: string, code: RemarkCode, value: unknown) =>
		remarks.push({ line: task.line, column, code, value: quoted(value) });
	const fault = (column: string, code: FaultCode, value: unknown) =>
		faults.push({ line: task.line, column, code, value: quoted(value) });
	const named = nameOf(task);
	const nature = named.id === null ? null : own(task, 'nature');
	const kind = kindOf(task, isSummary, nature);
	const isPoint = kind === 'milestone' || kind === 'meeting';
	const day = (column: string, element: string, read = dayIn(task, element)) => {
		if (!isDayFault(read)) return read;
		fault(column, read, text(task, element));
		return null;
	};

	const span = spanOf(task, edges, isPoint);
	const startsOn = day('startsOn', 'Start', span.startsOn);
	const endsOn = isPoint ? startsOn : day('endsOn', 'Finish', span.endsOn);
	const complete = number(task, 'PercentComplete');
	const progress = complete === null ? undefined : Math.round(complete);
	if (progress !== undefined && (progress < 0 || progress > 100))
		fault('progress', 'progress_unreadable', text(task, 'PercentComplete'));
	if (children(task, 'Baseline').length > 0) remark('baseline', 'baseline_left', named.title);

	const row: PlanRow = {
		line: task.line,
		key: text(task, 'UID'),
		...named,
		kind,
		under,
		startsOn,
		endsOn,
		...(kind === 'task' && progress !== undefined ? { progress } : {}),
		baseline: baselineOf(task, edges, isPoint)
	};
	if (kind === 'task') {
		// Some programs give real days to what has not begun: nothing happened before there is progress.
		const began = startIn(task, 'ActualStart', edges, endsOn);
		row.actualStart = (complete ?? 0) > 0 ? day('actualStart', 'ActualStart', began) : null;
		row.actualEnd = complete === 100 ? day('actualEnd', 'ActualFinish') : null;
		row.constraint = constraintOf(task, nature, day, remark);
		row.notes = text(task, 'Notes').replace(/\r\n?/g, '\n') || null;
		if (resources) Object.assign(row, whoDoes(resources));
	} else if (kind === 'phase') row.limitOn = day('limitOn', 'Deadline');
	return { row, faults: [...faults, ...checkRow(row)], remarks };
}

type ReadDay = (column: string, element: string) => string | null;

/** What of MS Project's constraints we hold; the others are told and left. */
function constraintOf(
	task: XmlElement,
	nature: string | null,
	day: ReadDay,
	remark: (column: string, code: RemarkCode, value: unknown) => void
): Constraint | null {
	const deadline = day('limitOn', 'Deadline');
	const soft: Constraint | null = deadline ? { kind: 'not_after', day: deadline } : null;
	// Scheduled by hand: the constraint only repeats the days.
	if (flag(task, 'Manual')) return soft;
	const type = number(task, 'ConstraintType') ?? 0;
	const on = day('constraint', 'ConstraintDate');
	const held: Constraint | null =
		on === null || (type === 4 && nature === FREE)
			? null
			: type === 2
				? { kind: 'must_start', day: on }
				: type === 4
					? { kind: 'not_before', day: on }
					: type === 7
						? { kind: 'not_after', day: on }
						: null;
	if ([1, 3, 5, 6].includes(type)) remark('constraint', 'constraint_left', String(type));
	if (held && soft && held.day !== soft.day) remark('limitOn', 'limit_left', deadline);
	return held ?? soft;
}

function baselineOf(task: XmlElement, edges: DayEdges, isPoint: boolean): PlanRow['baseline'] {
	const baseline = children(task, 'Baseline').find((one) => text(one, 'Number') === '0');
	if (!baseline) return null;
	const { startsOn, endsOn } = spanOf(baseline, edges, isPoint);
	return startsOn && endsOn && !isDayFault(startsOn) && !isDayFault(endsOn) ? { startsOn, endsOn } : null;
}

export const linkElements = (task: XmlElement): XmlElement[] => children(task, 'PredecessorLink');
export const isNullTask = (task: XmlElement): boolean =>
	flag(task, 'IsNull') || child(task, 'UID') === undefined || text(task, 'UID') === '0';
