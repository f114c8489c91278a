import type { ScheduleItem } from '../types.ts';
import { isDone } from '../punctuality.ts';
import type { PlanNode } from './types.ts';

/**
 * The lines as the scheduler sees them. Pinned: phases, meetings, what the contract dates, what is done. The days a
 * contract gives a phase are a limit for the tasks in it.
 */
export function nodesOf(items: readonly ScheduleItem[]): PlanNode[] {
	return items.map((item) => ({
		id: item.id,
		kind: item.kind,
		phaseId: item.phaseId,
		startsOn: item.startsOn,
		endsOn: item.endsOn,
		pinned: item.kind === 'phase' || item.kind === 'meeting' || item.fixedByContract || isDone(item),
		correctable: item.kind === 'task' && !item.fixedByContract && isDone(item),
		constraint: item.constraint,
		limitOn: item.kind === 'phase' ? (item.limitOn ?? item.endsOn) : item.limitOn,
		actualStart: item.actualStart,
		actualEnd: item.actualEnd ?? (item.kind === 'milestone' ? item.doneOn : null)
	}));
}
