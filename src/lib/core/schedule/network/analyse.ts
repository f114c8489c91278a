import { isPoint } from '../types.ts';
import type { Calendar } from '#core/calendar/calendar.ts';
import type { Day } from '#core/calendar/days.ts';
import { backward } from './pass/backward.ts';
import { forward } from './pass/forward.ts';
import { graphOf } from './pass/graph.ts';
import type { Span } from './pass/place.ts';
import { spansOfPhases } from './roll-up.ts';
import { standingOf, workDaysAround } from './pass/standing.ts';
import type { Link, PlanNode } from './types.ts';
import { dayOfNumber } from './pass/work-days.ts';

/** How much room a line has. Days are inclusive. */
export interface Room {
	earlyStart: Day;
	earlyEnd: Day;
	lateStart: Day;
	lateEnd: Day;
	/**
	 * Working days it can slip before the end of the plan moves, a limit is passed or a pinned line is reached; negative
	 * when one is already.
	 */
	totalFloat: number;
	/** It has no room, and is still to be done. */
	critical: boolean;
}

/**
 * Forward and backward pass over the plan as it stands: early days are where a line stands (or where its links push
 * it), late days the last that break nothing. A phase has the room of the tasks in it.
 * @throws NetworkError `cycle`, `out_of_range`, `end_before_start`
 */
export function analyse(
	nodes: readonly PlanNode[],
	links: readonly Link[],
	calendar: Calendar
): Map<string, Room> {
	const graph = graphOf(nodes, links);
	const wanted = standingOf(nodes);
	const days = workDaysAround(calendar, wanted);
	const early = forward({ graph, days, wanted, before: null, moved: new Set() });
	const { late, room } = backward(graph, days, early);
	const found = new Map<string, Room>();
	for (let v = 0; v < nodes.length; v++) {
		const node = nodes[v]!;
		if (node.kind === 'phase') continue;
		const over = node.actualEnd !== null || (node.pinned && !isPoint(node));
		found.set(node.id, {
			earlyStart: dayOfNumber(early.starts[v]!),
			earlyEnd: dayOfNumber(early.ends[v]!),
			lateStart: dayOfNumber(late.starts[v]!),
			lateEnd: dayOfNumber(late.ends[v]!),
			totalFloat: room[v]!,
			critical: !over && room[v]! <= 0
		});
	}
	summarise(nodes, found, spansOfPhases(nodes, early), spansOfPhases(nodes, late));
	return found;
}

/** A phase has the room of the tasks in it: the least of them. */
function summarise(
	nodes: readonly PlanNode[],
	found: Map<string, Room>,
	early: Map<string, Span>,
	late: Map<string, Span>
): void {
	const rooms = Map.groupBy(
		nodes.filter((node) => node.kind === 'task'),
		(node) => node.phaseId
	);
	for (const { id, kind } of nodes) {
		const [soon, last] = [early.get(id), late.get(id)];
		if (kind !== 'phase' || !soon || !last) continue;
		const inside = (rooms.get(id) ?? []).map((task) => found.get(task.id)!);
		found.set(id, {
			earlyStart: dayOfNumber(soon.starts),
			earlyEnd: dayOfNumber(soon.ends),
			lateStart: dayOfNumber(last.starts),
			lateEnd: dayOfNumber(last.ends),
			totalFloat: inside.reduce(
				(least, one) => Math.min(least, one.totalFloat),
				Number.MAX_SAFE_INTEGER
			),
			critical: inside.some((one) => one.critical)
		});
	}
}
