import type { Day } from '../../calendar/days.ts';
import type { Clause } from '../../contract/common.ts';
import type { Contract } from '../../contract/schema.ts';
import type { World } from './world.ts';

/** The day by which the contract wants a committee to have met, and where it says so. */
export type Wanted = { code: string; by: Day; clause: Clause | null };

/**
 * What the contract wants of a meeting: the first of its committee's fixed days that is not before the meeting, or, for
 * a meeting held too late for all of them, the last. Null where it fixes none: the meeting's day is then its own.
 */
export function wantedOf(
	contract: Pick<Contract, 'milestones'>,
	milestones: World['milestones'],
	meeting: { committee: string; day: Day }
): Wanted | null {
	const fixed = milestones
		.filter((one) => one.fixed && one.dueOn !== null)
		.flatMap(({ code, dueOn }) => {
			const found = contract.milestones.find((one) => one.code === code);
			return found?.committee === meeting.committee && dueOn !== null
				? [{ code, by: dueOn, clause: found.clause ?? null }]
				: [];
		})
		.toSorted((a, b) => (a.by < b.by ? -1 : 1));
	return fixed.find((one) => meeting.day <= one.by) ?? fixed.at(-1) ?? null;
}
