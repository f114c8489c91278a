import { isPoint } from '../../types.ts';
import { bindsStart, countsFromStart, earliest, latest } from './bounds.ts';
import type { Graph } from './graph.ts';
import { NONE, placeBack } from './place.ts';
import { isFixed, isHeld, type Positions } from './standing.ts';
import { serialOfDay, type WorkDays } from './work-days.ts';

/** Later than any day. */
const FREE = -NONE;

const has = (head: Int32Array, v: number) => head[v + 1]! > head[v]!;

/** The last day of what is planned: a meeting or a contract date that nothing is tied to does not make it longer. */
function endOfPlan(graph: Graph, { ends }: Positions): number {
	let last = NONE;
	for (let v = 0; v < graph.nodes.length; v++) {
		const node = graph.nodes[v]!;
		const counts =
			!isFixed(node) || node.kind === 'task' || has(graph.into.head, v) || has(graph.outOf.head, v);
		if (node.kind !== 'phase' && counts) last = Math.max(last, ends[v]!);
	}
	return last;
}

/** The working days between where the links let a held line stand and where it stands; `FREE` without links. */
function roomBefore(graph: Graph, days: WorkDays, v: number, at: Positions): number {
	let least = FREE;
	for (let i = graph.into.head[v]!; i < graph.into.head[v + 1]!; i++) {
		const e = graph.into.list[i]!;
		const link = graph.links[e]!;
		const u = graph.from[e]!;
		const bound = earliest(days, link, at.starts[u]!, at.ends[u]!, isPoint(graph.nodes[v]!));
		const stands = bindsStart(link) ? at.starts[v]! : at.ends[v]!;
		const edge = bindsStart(link) ? 0 : 1;
		const worked = days.before(stands + edge) - days.before(bound + edge);
		// A step over days off alone breaks the link all the same.
		least = Math.min(least, stands < bound ? Math.min(worked, -1) : worked);
	}
	return least;
}

/**
 * The backward pass: each line once, before all it leads to, at the last place that leaves the end of the plan, the
 * limits, the constraints and the pinned lines as they are.
 * @returns the late days, and each line's room in working days
 */
export function backward(
	graph: Graph,
	days: WorkDays,
	early: Positions
): { late: Positions; room: Int32Array } {
	const late: Positions = { starts: early.starts.slice(), ends: early.ends.slice() };
	const room = new Int32Array(graph.nodes.length);
	const end = endOfPlan(graph, early);
	const limits = new Map<string, number>();
	for (const { id, kind, limitOn } of graph.nodes)
		if (kind === 'phase' && limitOn !== null) limits.set(id, serialOfDay(limitOn, id));

	for (let at = graph.order.length - 1; at >= 0; at--) {
		const v = graph.order[at]!;
		const node = graph.nodes[v]!;
		if (node.kind === 'phase') continue;
		const fixed = isFixed(node);
		let lastStart = FREE;
		let lastEnd = Math.max(end, fixed ? early.ends[v]! : NONE);
		const { limitOn, constraint } = node;
		if (!fixed) {
			if (limitOn !== null) lastEnd = Math.min(lastEnd, serialOfDay(limitOn, node.id));
			if (node.kind === 'task') lastEnd = Math.min(lastEnd, limits.get(node.phaseId ?? '') ?? FREE);
			if (constraint?.kind === 'not_after')
				lastEnd = Math.min(lastEnd, serialOfDay(constraint.day, node.id));
			if (constraint?.kind === 'must_start') lastStart = serialOfDay(constraint.day, node.id);
		}
		for (let i = graph.outOf.head[v]!; i < graph.outOf.head[v + 1]!; i++) {
			const e = graph.outOf.list[i]!;
			const link = graph.links[e]!;
			const w = graph.to[e]!;
			// What nobody moves is reached where it stands, whatever room comes after it.
			const stands = isHeld(graph.nodes[w]!) ? early : late;
			const day = latest(days, link, stands.starts[w]!, stands.ends[w]!, isPoint(graph.nodes[w]!));
			if (countsFromStart(link)) lastStart = Math.min(lastStart, day);
			else lastEnd = Math.min(lastEnd, day);
		}
		const was = { starts: early.starts[v]!, ends: early.ends[v]! };
		const found = placeBack(days, was, isPoint(node), lastStart, lastEnd);
		room[v] = days.before(found.ends + 1) - days.before(was.ends + 1);
		if (fixed || (isHeld(node) && node.actualStart === null)) {
			room[v] = Math.min(room[v]!, roomBefore(graph, days, v, early));
		}
		if (fixed) continue;
		late.starts[v] = found.starts;
		late.ends[v] = found.ends;
	}
	return { late, room };
}
