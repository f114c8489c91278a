import { cycles } from '../links/cycles.ts';
import { NetworkError } from '../network-error.ts';
import type { Link, PlanNode } from '../types.ts';

/** A network in numbers: lines and links by their place, the links of each line side by side. */
export interface Graph {
	nodes: readonly PlanNode[];
	index: Map<string, number>;
	/** The links whose both ends are there; phases carry none. */
	links: Link[];
	from: Int32Array;
	to: Int32Array;
	/** `into.list` from `into.head[v]` to `into.head[v + 1]`: the links that arrive at `v`. */
	into: Sides;
	outOf: Sides;
	/** Every line after all it follows. */
	order: Int32Array;
}

interface Sides {
	head: Int32Array;
	list: Int32Array;
}

function sides(count: number, ends: Int32Array): Sides {
	const head = new Int32Array(count + 1);
	for (const end of ends) head[end + 1]!++;
	for (let v = 0; v < count; v++) head[v + 1]! += head[v]!;
	const next = head.slice();
	const list = new Int32Array(ends.length);
	for (let e = 0; e < ends.length; e++) list[next[ends[e]!]!++] = e;
	return { head, list };
}

/** Kahn's order: a line once all it follows are placed. Shorter than the list when there is a circle. */
function inOrder(
	count: number,
	into: Sides,
	outOf: Sides,
	to: Int32Array
): { order: Int32Array; placed: number } {
	const waiting = new Int32Array(count);
	const order = new Int32Array(count);
	let placed = 0;
	for (let v = 0; v < count; v++) {
		waiting[v] = into.head[v + 1]! - into.head[v]!;
		if (waiting[v] === 0) order[placed++] = v;
	}
	for (let at = 0; at < placed; at++) {
		const v = order[at]!;
		for (let e = outOf.head[v]!; e < outOf.head[v + 1]!; e++) {
			const w = to[outOf.list[e]!]!;
			if (--waiting[w]! === 0) order[placed++] = w;
		}
	}
	return { order, placed };
}

/**
 * Puts a network in order. A link to a line that is not there (still to be dated, say) or to a phase binds nothing.
 * @throws NetworkError `cycle`, naming the lines of a circle in their order
 */
export function graphOf(nodes: readonly PlanNode[], links: readonly Link[]): Graph {
	const index = new Map<string, number>();
	for (let v = 0; v < nodes.length; v++) index.set(nodes[v]!.id, v);
	const binds = (id: string) => {
		const v = index.get(id);
		return v !== undefined && nodes[v]!.kind !== 'phase';
	};
	const kept = links.filter((link) => binds(link.from) && binds(link.to));
	const from = Int32Array.from(kept, (link) => index.get(link.from)!);
	const to = Int32Array.from(kept, (link) => index.get(link.to)!);
	const into = sides(nodes.length, to);
	const outOf = sides(nodes.length, from);
	const { order, placed } = inOrder(nodes.length, into, outOf, to);
	if (placed < nodes.length) throw new NetworkError('cycle', cycles(kept)[0] ?? []);
	return { nodes, index, links: kept, from, to, into, outOf, order };
}
