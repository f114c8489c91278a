import type { Day } from '#core/calendar/days.ts';
import type { Span } from './pass/place.ts';
import { standingOf, type Positions } from './pass/standing.ts';
import type { PlanNode } from './types.ts';
import { dayOfNumber } from './pass/work-days.ts';

/** From the first start to the last end of the tasks of each phase; a phase without tasks is not there. */
export function spansOfPhases(nodes: readonly PlanNode[], { starts, ends }: Positions): Map<string, Span> {
	const found = new Map<string, Span>();
	for (let v = 0; v < nodes.length; v++) {
		const { kind, phaseId } = nodes[v]!;
		if (kind !== 'task' || phaseId === null) continue;
		const known = found.get(phaseId);
		if (!known) found.set(phaseId, { starts: starts[v]!, ends: ends[v]! });
		else {
			known.starts = Math.min(known.starts, starts[v]!);
			known.ends = Math.max(known.ends, ends[v]!);
		}
	}
	return found;
}

/**
 * The summary of each phase: the days its tasks really take, which may go beyond the days the contract gives it.
 * A phase without dated tasks is not there.
 */
export function rollUp(nodes: readonly PlanNode[]): Map<string, { startsOn: Day; endsOn: Day }> {
	const spans = spansOfPhases(nodes, standingOf(nodes));
	return new Map(
		[...spans].map(([id, { starts, ends }]) => [
			id,
			{ startsOn: dayOfNumber(starts), endsOn: dayOfNumber(ends) }
		])
	);
}
