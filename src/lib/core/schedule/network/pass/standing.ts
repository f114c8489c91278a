import type { Calendar } from '#core/calendar/calendar.ts';
import { isPoint } from '../../types.ts';
import { NetworkError } from '../network-error.ts';
import type { PlanNode } from '../types.ts';
import { serialOfDay, WorkDays } from './work-days.ts';

/** Where every line stands, by its place in the list. */
export interface Positions {
	starts: Int32Array;
	ends: Int32Array;
}

/** Nobody may move it: the contract, a meeting's page, or what has happened says where it stands. */
export const isFixed = (node: PlanNode): boolean =>
	node.pinned || node.kind === 'phase' || node.kind === 'meeting' || node.actualEnd !== null;

/** A person may say where it stands: it is free, or done without its last day being a fact. */
export const mayBePut = (node: PlanNode): boolean =>
	!isFixed(node) || (node.correctable === true && node.actualEnd === null);

/** No link moves it: it is fixed, it has begun, or it must start on its day. A person may still move the last two. */
export const isHeld = (node: PlanNode): boolean =>
	isFixed(node) || node.actualStart !== null || node.constraint?.kind === 'must_start';

/**
 * Where the lines stand as they are: what happened counts over what was planned.
 * @throws NetworkError `out_of_range`, `end_before_start`
 */
export function standingOf(nodes: readonly PlanNode[]): Positions {
	const starts = new Int32Array(nodes.length);
	const ends = new Int32Array(nodes.length);
	for (let v = 0; v < nodes.length; v++) {
		const { id, startsOn, endsOn, actualStart, actualEnd } = nodes[v]!;
		ends[v] = serialOfDay(actualEnd ?? endsOn, id);
		// A point is reached on one day.
		const began = isPoint(nodes[v]!) ? (actualEnd ?? startsOn) : (actualStart ?? startsOn);
		starts[v] = serialOfDay(began, id);
		if (ends[v]! >= starts[v]!) continue;
		if (actualStart === null && actualEnd === null) throw new NetworkError('end_before_start', [id]);
		// A task that began after its planned end, or ended before its planned start.
		if (actualEnd === null) ends[v] = starts[v]!;
		else starts[v] = ends[v]!;
	}
	return { starts, ends };
}

/** The working days around all these lines. */
export function workDaysAround(calendar: Calendar, { starts, ends }: Positions): WorkDays {
	let first = Number.POSITIVE_INFINITY;
	let last = Number.NEGATIVE_INFINITY;
	for (let v = 0; v < starts.length; v++) {
		if (starts[v]! < first) first = starts[v]!;
		if (ends[v]! > last) last = ends[v]!;
	}
	return first > last ? new WorkDays(calendar, 0, 0) : new WorkDays(calendar, first, last);
}
