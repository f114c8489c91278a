import type { Link } from '../types.ts';

type Arrow = Pick<Link, 'from' | 'to'>;

function successors(links: readonly Arrow[]): Map<string, string[]> {
	const next = new Map<string, string[]>();
	for (const { from, to } of links) {
		if (!next.has(from)) next.set(from, []);
		if (!next.has(to)) next.set(to, []);
		next.get(from)!.push(to);
	}
	for (const list of next.values()) list.sort();
	return next;
}

/** A way from one line to another along the links, both named; null when there is none. The shortest there is. */
export function pathBetween(links: readonly Arrow[], from: string, to: string): string[] | null {
	return shortest(successors(links), from, to);
}

function shortest(next: Map<string, string[]>, from: string, to: string): string[] | null {
	const cameFrom = new Map<string, string | null>([[from, null]]);
	const ahead = [from];
	for (let at = 0; at < ahead.length; at++) {
		const here = ahead[at]!;
		if (here === to) {
			const path: string[] = [];
			for (let step: string | null = here; step !== null; step = cameFrom.get(step) ?? null)
				path.unshift(step);
			return path;
		}
		for (const one of next.get(here) ?? []) {
			if (cameFrom.has(one)) continue;
			cameFrom.set(one, here);
			ahead.push(one);
		}
	}
	return null;
}

/**
 * The circles among links, one for each knot of lines that wait for one another: its ids in order, each followed by
 * the next and the last by the first, beginning with the smallest id. None when the links can be put in order.
 */
export function cycles(links: readonly Arrow[]): string[][] {
	const next = successors(links);
	const found: string[][] = [];
	for (const knot of knots(next)) {
		const first = knot.toSorted()[0]!;
		const inside = new Set(knot);
		const within = new Map(knot.map((id) => [id, next.get(id)!.filter((one) => inside.has(one))]));
		// The shortest way back to the first line, through any line that follows it.
		const ways = within.get(first)!.map((one) => shortest(within, one, first));
		const way = ways.filter((one) => one !== null).sort((a, b) => a.length - b.length)[0];
		if (way) found.push([first, ...way.slice(0, -1)]);
	}
	return found.sort((a, b) => (a[0]! < b[0]! ? -1 : 1));
}

/** The knots: Tarjan's strongly connected components, without recursion; a line alone counts when it follows itself. */
function knots(next: Map<string, string[]>): string[][] {
	const number = new Map<string, number>();
	const low = new Map<string, number>();
	const open = new Set<string>();
	const stack: string[] = [];
	const found: string[][] = [];
	for (const root of [...next.keys()].sort()) {
		if (number.has(root)) continue;
		const calls: { id: string; at: number }[] = [{ id: root, at: 0 }];
		while (calls.length > 0) {
			const call = calls.at(-1)!;
			const { id } = call;
			if (call.at === 0 && !number.has(id)) {
				number.set(id, number.size);
				low.set(id, number.get(id)!);
				stack.push(id);
				open.add(id);
			}
			const to = next.get(id)![call.at++];
			if (to !== undefined) {
				if (!number.has(to)) calls.push({ id: to, at: 0 });
				else if (open.has(to)) low.set(id, Math.min(low.get(id)!, number.get(to)!));
				continue;
			}
			calls.pop();
			const caller = calls.at(-1)?.id;
			if (caller !== undefined) low.set(caller, Math.min(low.get(caller)!, low.get(id)!));
			if (low.get(id) !== number.get(id)) continue;
			const knot: string[] = [];
			do {
				knot.push(stack.pop()!);
				open.delete(knot.at(-1)!);
			} while (knot.at(-1) !== id);
			if (knot.length > 1 || next.get(id)!.includes(id)) found.push(knot);
		}
	}
	return found;
}
