import type { Day } from '../../calendar/days.ts';
import type { Contract } from '../../contract/schema.ts';
import { linesOf, type FollowPage } from './line.ts';

/**
 * The late obligations that no other list of a mission has: weekly reports, deliverables and milestones are told by
 * their own, and what is late is told once. One line per duty, from its oldest date, with how many times it is late.
 */
export function lateObligations(contract: Contract, page: FollowPage, today: Day) {
	const late = linesOf(contract, page, today).filter(
		(one) => one.standing.state === 'late' && one.source === 'obligation' && one.proof !== 'weekly_report'
	);
	return [...Map.groupBy(late, (one) => one.code).values()].map((list) => {
		const one = list[0]!;
		return {
			kind: 'obligation' as const,
			code: one.code,
			title: list.length > 1 ? `${one.title} (${list.length})` : one.title,
			dueOn: one.due!.slice(0, 10),
			turn: one.owner === 'contractor' ? ('contractor' as const) : ('client' as const)
		};
	});
}
