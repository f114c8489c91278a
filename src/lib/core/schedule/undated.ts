import { eventsIn, type Rule } from '../calendar/rules/schema.ts';
import type { Day } from '../calendar/days.ts';
import type { Contract } from '../contract/schema.ts';
import type { ScheduleKind } from './types.ts';

/** A line of the schedule that is still to be dated: it is listed, and not drawn. */
export interface UndatedLine {
	id: string;
	kind: ScheduleKind;
	code: string | null;
	title: string;
	objective: string | null;
	phaseId: string | null;
	/** What is known of its days. */
	startsOn: Day | null;
	endsOn: Day | null;
	done: boolean;
	/** Why it has no date: the contract's reason, or the event it counts from. */
	why: { text: string } | { event: string } | null;
	/** Its day follows from the contract: nobody types it here. */
	fixedByContract: boolean;
	/** The dated line it comes after in the contract's own order; null at the end. */
	after: string | null;
	version: number;
}

/**
 * Why a rule gives no day: the reason the contract gives, else the words of the first event that has none.
 * @param known the events that have a day
 */
export function whyUndated(
	contract: Contract,
	rules: readonly Rule[],
	known: Readonly<Record<string, Day | null | undefined>>
): UndatedLine['why'] {
	for (const rule of rules) {
		if ('tbd' in rule) return { text: String(rule.why) };
		const missing = eventsIn(rule).find((name) => !known[name]);
		if (missing === undefined) continue;
		const anchor = contract.anchors.find((one) => one.name === missing);
		if (anchor?.tbd) return { text: anchor.tbd };
		const milestone = contract.milestones.find((one) => one.code === missing);
		const event = contract.events.find((one) => one.name === missing);
		return {
			event: milestone ? `${milestone.code} ${milestone.title}` : ((anchor ?? event)?.label ?? missing)
		};
	}
	return null;
}
