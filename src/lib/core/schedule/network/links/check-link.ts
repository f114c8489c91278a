import { pathBetween } from './cycles.ts';
import type { Link, PlanNode } from '../types.ts';

/** Why a link cannot be: its sentence on the screen, or the refusal of the store, follows from the code. */
export type LinkFault =
	| { code: 'unknown' | 'itself' | 'summary' | 'meeting' | 'duplicate' }
	/** The lines of the circle it would close, in order: each is followed by the next, the last by the first. */
	| { code: 'cycle'; path: string[] };

/**
 * What is wrong with a link before it is made; null when it can be. A phase carries no link: its tasks do. A meeting
 * may be followed and follows nothing: its day is set in its own page.
 * @param links those there are; the one being changed left out
 */
export function checkLink(
	nodes: readonly Pick<PlanNode, 'id' | 'kind'>[],
	links: readonly Pick<Link, 'from' | 'to'>[],
	candidate: Pick<Link, 'from' | 'to'>
): LinkFault | null {
	const { from, to } = candidate;
	const kindOf = (id: string) => nodes.find((node) => node.id === id)?.kind;
	const [before, after] = [kindOf(from), kindOf(to)];
	if (before === undefined || after === undefined) return { code: 'unknown' };
	if (from === to) return { code: 'itself' };
	if (before === 'phase' || after === 'phase') return { code: 'summary' };
	if (after === 'meeting') return { code: 'meeting' };
	if (links.some((link) => link.from === from && link.to === to)) return { code: 'duplicate' };
	const back = pathBetween(links, to, from);
	return back === null ? null : { code: 'cycle', path: [from, ...back.slice(0, -1)] };
}
