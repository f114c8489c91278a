import { isPoint } from '../types.ts';
import { bindsStart, earliest } from './pass/bounds.ts';
import type { Graph } from './pass/graph.ts';
import { type Positions } from './pass/standing.ts';
import type { Break } from './types.ts';
import { dayOfNumber, serialOfDay, type WorkDays } from './pass/work-days.ts';
import { spansOfPhases } from './roll-up.ts';

/** What names a break, whatever the days: the same link, constraint or limit broken before and after is one. */
export const breakKey = (one: Break): string =>
	one.kind === 'link' ? `link ${one.link.id}` : `${one.kind} ${one.id}`;

/** What this state of the plan cannot keep, in the order of the keys. */
export function breaksOf(graph: Graph, days: WorkDays, at: Positions): Break[] {
	const found: Break[] = [];
	for (let e = 0; e < graph.links.length; e++) {
		const link = graph.links[e]!;
		const [u, v] = [graph.from[e]!, graph.to[e]!];
		const bound = earliest(days, link, at.starts[u]!, at.ends[u]!, isPoint(graph.nodes[v]!));
		if ((bindsStart(link) ? at.starts[v]! : at.ends[v]!) < bound)
			found.push({ kind: 'link', link, needs: dayOfNumber(days.roll(bound)) });
	}
	const phases = spansOfPhases(graph.nodes, at);
	for (let v = 0; v < graph.nodes.length; v++) {
		const { id, kind, constraint, limitOn } = graph.nodes[v]!;
		const [starts, ends] = [at.starts[v]!, at.ends[v]!];
		if (constraint !== null) {
			const day = serialOfDay(constraint.day, id);
			const wrong =
				constraint.kind === 'must_start'
					? starts !== day
					: constraint.kind === 'not_before'
						? starts < day
						: ends > day;
			const stands = dayOfNumber(constraint.kind === 'not_after' ? ends : starts);
			if (wrong) found.push({ kind: 'constraint', id, constraint, day: stands });
		}
		const last = kind === 'phase' ? (phases.get(id)?.ends ?? ends) : ends;
		if (limitOn !== null && last > serialOfDay(limitOn, id))
			found.push({ kind: 'limit', id, limitOn, day: dayOfNumber(last) });
	}
	return found.sort((a, b) => (breakKey(a) < breakKey(b) ? -1 : 1));
}
