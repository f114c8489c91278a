import { addDays, type Day } from '#core/calendar/days.ts';
import type { Link, LinkType, LagUnit, PlanNode } from './types.ts';

/** A line for tests and figures, free to move unless said otherwise. */
export function node(
	id: string,
	startsOn: Day,
	endsOn: Day = startsOn,
	over: Partial<PlanNode> = {}
): PlanNode {
	return {
		id,
		kind: 'task',
		phaseId: null,
		startsOn,
		endsOn,
		pinned: false,
		constraint: null,
		limitOn: null,
		actualStart: null,
		actualEnd: null,
		...over
	};
}

export const link = (
	from: string,
	to: string,
	type: LinkType = 'FS',
	lag = 0,
	lagUnit: LagUnit = 'working'
): Link => ({ id: `${from}-${to}`, from, to, type, lag, lagUnit });

/** Numbers that look drawn, the same each time: a figure must be measured on the same plan twice. */
function drawn(seed: number): (below: number) => number {
	let state = seed >>> 0;
	return (below) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 4_294_967_296) * below);
	};
}

const TYPES: LinkType[] = ['FS', 'FS', 'FS', 'SS', 'FF', 'SF'];

/**
 * A plan of any size: phases of some fifty tasks, milestones among them, links of all types with lags in both units
 * from earlier lines to later ones.
 */
export function bigPlan(tasks: number, links: number, seed = 7): { nodes: PlanNode[]; links: Link[] } {
	const pick = drawn(seed);
	const nodes: PlanNode[] = [];
	for (let i = 0; i < tasks; i++) {
		const startsOn = addDays('2019-11-04', Math.floor(i / 4) + pick(10));
		const point = i % 25 === 24;
		const endsOn = point ? startsOn : addDays(startsOn, 2 + pick(18));
		nodes.push(
			node(`t${String(i).padStart(5, '0')}`, startsOn, endsOn, {
				kind: point ? 'milestone' : 'task',
				phaseId: `p${Math.floor(i / 50)}`
			})
		);
	}
	const made = new Map<string, Link>();
	while (made.size < links) {
		const to = 1 + pick(tasks - 1);
		const from = Math.max(0, to - 1 - pick(40));
		const one = link(
			nodes[from]!.id,
			nodes[to]!.id,
			TYPES[pick(TYPES.length)]!,
			pick(4) - 1,
			pick(3) === 0 ? 'calendar' : 'working'
		);
		made.set(one.id, one);
	}
	return { nodes, links: [...made.values()] };
}
