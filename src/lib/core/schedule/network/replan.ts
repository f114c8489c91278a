import type { Calendar } from '#core/calendar/calendar.ts';
import type { Day } from '#core/calendar/days.ts';
import { breakKey, breaksOf } from './breaks.ts';
import { forward } from './pass/forward.ts';
import { graphOf, type Graph } from './pass/graph.ts';
import { NetworkError } from './network-error.ts';
import { mayBePut, standingOf, workDaysAround, type Positions } from './pass/standing.ts';
import type { Link, Move, PlanNode, Replan } from './types.ts';
import { dayOfNumber, serialOfDay } from './pass/work-days.ts';

/** Where a person puts a line. */
export interface PlanEdit {
	id: string;
	startsOn: Day;
	endsOn: Day;
}

/** `push`: what follows goes later as far as its links need. `follow`: what stood tight on a link comes back with it too. */
export type ReplanMode = 'push' | 'follow';

function edited(graph: Graph, before: Positions, edits: readonly PlanEdit[]) {
	const wanted: Positions = { starts: before.starts.slice(), ends: before.ends.slice() };
	const moved = new Map<number, { startsOn: Day; endsOn: Day }>();
	for (const { id, startsOn, endsOn } of edits) {
		const v = graph.index.get(id);
		if (v === undefined) throw new NetworkError('unknown', [id]);
		if (!mayBePut(graph.nodes[v]!)) throw new NetworkError('pinned', [id]);
		const [starts, ends] = [serialOfDay(startsOn, id), serialOfDay(endsOn, id)];
		if (ends < starts) throw new NetworkError('end_before_start', [id]);
		// What has begun began when it did, wherever its plan is drawn.
		wanted.starts[v] = graph.nodes[v]!.actualStart === null ? starts : before.starts[v]!;
		wanted.ends[v] = Math.max(ends, wanted.starts[v]!);
		moved.set(v, { startsOn, endsOn });
	}
	return { wanted, moved };
}

/**
 * What one change brings about, before anything is kept: every line that would move, what would be broken that was
 * not, and what would be mended. Without edits: what the plan as it stands needs for all its links to hold.
 * Time grows with the number of lines and links.
 * @param edits where lines are put; a line that its own links push further is found there
 * @returns moves by their new start, then by id; breaks by what they are about
 * @throws NetworkError `cycle`, `unknown`, `pinned`, `end_before_start`, `out_of_range` (years 1900 to 2199)
 */
export function replan(
	nodes: readonly PlanNode[],
	links: readonly Link[],
	edits: readonly PlanEdit[],
	calendar: Calendar,
	mode: ReplanMode = 'push'
): Replan {
	const graph = graphOf(nodes, links);
	const before = standingOf(nodes);
	const { wanted, moved } = edited(graph, before, edits);
	const days = workDaysAround(calendar, wanted);
	const after = forward({ graph, days, wanted, before: mode === 'follow' ? before : null, moved });

	const moves: Move[] = [];
	for (let v = 0; v < nodes.length; v++) {
		const { id, startsOn, endsOn, actualStart } = nodes[v]!;
		const begun = actualStart === null ? undefined : moved.get(v);
		if (!begun && after.starts[v] === before.starts[v] && after.ends[v] === before.ends[v]) continue;
		const to = begun ?? { startsOn: dayOfNumber(after.starts[v]!), endsOn: dayOfNumber(after.ends[v]!) };
		if (to.startsOn !== startsOn || to.endsOn !== endsOn)
			moves.push({ id, from: { startsOn, endsOn }, to });
	}
	const then = breaksOf(graph, days, before);
	const now = breaksOf(graph, days, after);
	const [had, has] = [new Set(then.map(breakKey)), new Set(now.map(breakKey))];
	return {
		moves: moves.sort(byNewStart),
		broken: now.filter((one) => !had.has(breakKey(one))),
		mended: then.filter((one) => !has.has(breakKey(one)))
	};
}

function byNewStart(a: Move, b: Move): number {
	if (a.to.startsOn !== b.to.startsOn) return a.to.startsOn < b.to.startsOn ? -1 : 1;
	return a.id < b.id ? -1 : 1;
}
