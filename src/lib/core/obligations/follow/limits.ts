import type { Day } from '../../calendar/days.ts';
import type { Clause } from '../../contract/common.ts';
import type { Contract } from '../../contract/schema.ts';
import type { World } from './world.ts';

/** A day the contract fixes for a committee, that a meeting would no longer keep. */
export type CrossedLimit = { code: string; title: string; limit: Day; clause: Clause | null };

/**
 * The milestones fixed by the contract that a meeting of their committee keeps on its day `from` and would not keep on
 * `to`. A milestone already reached asks for nothing more.
 */
export function limitsCrossed(
	contract: Pick<Contract, 'milestones'>,
	milestones: World['milestones'],
	meeting: { committee: string; from: Day; to: Day }
): CrossedLimit[] {
	const stored = new Map(milestones.map((one) => [one.code, one]));
	return contract.milestones.flatMap(({ code, title, committee, clause }) => {
		const { dueOn = null, doneOn = null, fixed = false } = stored.get(code) ?? {};
		if (committee !== meeting.committee || !fixed || doneOn !== null || dueOn === null) return [];
		return meeting.from <= dueOn && dueOn < meeting.to
			? [{ code, title, limit: dueOn, clause: clause ?? null }]
			: [];
	});
}
