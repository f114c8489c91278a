import { isPoint } from '../../types.ts';
import { bindsStart, earliest } from './bounds.ts';
import type { Graph } from './graph.ts';
import { NONE, place, type Span } from './place.ts';
import { isHeld, type Positions } from './standing.ts';
import { serialOfDay, type WorkDays } from './work-days.ts';

/** The first start and the first end that the links arriving at a line allow. */
export function linkBounds(
	graph: Graph,
	days: WorkDays,
	v: number,
	{ starts, ends }: Positions
): { start: number; end: number } {
	const point = isPoint(graph.nodes[v]!);
	let [start, end] = [NONE, NONE];
	for (let at = graph.into.head[v]!; at < graph.into.head[v + 1]!; at++) {
		const e = graph.into.list[at]!;
		const link = graph.links[e]!;
		const u = graph.from[e]!;
		const bound = earliest(days, link, starts[u]!, ends[u]!, point);
		if (bindsStart(link)) start = Math.max(start, bound);
		else end = Math.max(end, bound);
	}
	return { start, end };
}

/** What a pass starts from: where lines stand, where a person wants some of them, and where all stood before. */
export interface ForwardInput {
	graph: Graph;
	days: WorkDays;
	/** Where each line stands, a person's changes in. */
	wanted: Positions;
	/** Before the changes; given to pull back too (`follow`). */
	before: Positions | null;
	/** The lines a person moved: they are pushed, never pulled. */
	moved: Pick<ReadonlySet<number>, 'has'>;
}

/**
 * The forward pass: each line once, after all it follows, at the first place its links and its constraint allow from
 * where it stands. Held lines stay, whatever their links ask: the plan then says it is broken.
 */
export function forward({ graph, days, wanted, before, moved }: ForwardInput): Positions {
	const found: Positions = { starts: wanted.starts.slice(), ends: wanted.ends.slice() };
	for (const v of graph.order) {
		const node = graph.nodes[v]!;
		if (isHeld(node)) continue;
		const point = isPoint(node);
		const bounds = linkBounds(graph, days, v, found);
		const from =
			node.constraint?.kind === 'not_before' ? serialOfDay(node.constraint.day, node.id) : NONE;
		const was: Span = { starts: wanted.starts[v]!, ends: wanted.ends[v]! };
		const origin =
			before === null || moved.has(v)
				? was
				: (pulledBack(days, was, point, linkBounds(graph, days, v, before), bounds, from) ?? was);
		const stands = place(days, origin, point, Math.max(bounds.start, from), bounds.end);
		found.starts[v] = stands.starts;
		found.ends[v] = stands.ends;
	}
	return found;
}

type Bounds = { start: number; end: number };

/**
 * Where a line that stood tight on its links goes when they let go: as early as they now allow, never later than it
 * stands. Null when it did not stand tight, or nothing let go.
 */
function pulledBack(
	days: WorkDays,
	was: Span,
	point: boolean,
	old: Bounds,
	now: Bounds,
	from: number
): Span | null {
	const released = now.start < old.start || now.end < old.end;
	if (!released || (old.start === NONE && old.end === NONE)) return null;
	const tight = first(days, was, point, Math.max(old.start, from), old.end);
	const stoodOnIt = tight.starts === was.starts || old.start === was.starts || old.end === was.ends;
	if (!stoodOnIt) return null;
	const free = first(days, was, point, Math.max(now.start, from), now.end);
	return free.starts < was.starts ? free : null;
}

/** The first place the bounds allow for a line of that length, wherever it stands. */
function first(days: WorkDays, was: Span, point: boolean, firstStart: number, firstEnd: number): Span {
	if (point) return place(days, { starts: NONE, ends: NONE }, point, firstStart, firstEnd);
	const worked = days.before(was.ends + 1) - days.before(was.starts);
	if (worked === 0) {
		const starts = Math.max(firstStart, firstEnd - (was.ends - was.starts));
		return { starts, ends: starts + (was.ends - was.starts) };
	}
	const byEnd = firstEnd === NONE ? NONE : days.at(days.before(days.roll(firstEnd)) - worked + 1);
	const byStart = firstStart === NONE ? NONE : days.roll(firstStart);
	const starts = Math.max(byStart, byEnd);
	return { starts, ends: days.at(days.before(starts) + worked - 1) };
}
