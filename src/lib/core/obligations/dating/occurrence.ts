import type { Day } from '../../calendar/days.ts';
import type { Deadline } from '../../calendar/rules/compute.ts';
import type { Moment } from '../../calendar/rules/moment.ts';
import type { Rule } from '../../calendar/rules/schema.ts';
import type { PeriodKind } from './periods.ts';

/** What an obligation needs to be dated; any obligation of a contract fits. */
export type Dateable = {
	code: string;
	rule: Rule;
	/** One occurrence per such event, when the rule itself names none. */
	each?: string | undefined;
	/** A rhythm without a day: one occurrence per period, to be set. */
	period?: PeriodKind | undefined;
};

/**
 * One time an obligation falls due. `key` is unique within the mission: `E-S4/2019-W44`, `E-S1/COTECH-02`.
 * `awaiting`: its `event` has no day yet, so it is neither late nor forgotten.
 * `undetermined`: the contract does not say when (« à déterminer »), never late.
 */
export type Occurrence = Deadline & {
	code: string;
	key: string;
	period: string | null;
	/** The code of the meeting, or of the fact (an interruption), it falls due for. */
	meeting: string | null;
	event: string | null;
	eventDay: Day | null;
	/** What the rule counts from: the event's day, a day of the period, or the anchor of a repetition. */
	from: Moment | null;
	/** Which repetition of an `every` rule, else 1. */
	k: number;
	state: 'dated' | 'awaiting' | 'undetermined';
};

/** Something that happens many times: a meeting of a committee, an interruption. `code` is unique among its kind. */
export type Happening = { code: string; at: Moment };
