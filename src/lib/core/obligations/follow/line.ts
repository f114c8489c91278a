import type { Day } from '../../calendar/days.ts';
import type { Deadline } from '../../calendar/rules/compute.ts';
import type { Clause } from '../../contract/common.ts';
import type { Contract } from '../../contract/schema.ts';
import { dutiesOf, type Duty } from '../duties.ts';
import { standingOf, type OccurrenceFacts, type Standing } from '../standing.ts';
import { fulfilments, type FulfilledBy } from './fulfil.ts';
import { contractAsRead, readingsOf } from './readings.ts';
import type { FollowAct, StoredOccurrence, World } from './world.ts';

/** A stored occurrence as a page reads it. */
export type OccurrenceRow = StoredOccurrence & {
	id: string;
	code: string;
	kind: Duty['kind'];
	title: string;
	owner: Duty['owner'];
	recipients: string[];
	event: string | null;
	eventOn: Day | null;
	initial: Deadline | null;
	version: number;
};

/** How many occurrences each duty has in all, of each kind and owner. */
export type FollowGroup = {
	code: string;
	title: string;
	kind: Duty['kind'];
	owner: Duty['owner'];
	count: number;
};

export type FollowPage = World & { rows: OccurrenceRow[]; groups?: FollowGroup[] | null };

/** One obligation as it stands today: its dates, whose it is, its clause, and what fulfilled it. */
export type Line = OccurrenceRow & {
	standing: Standing;
	facts: OccurrenceFacts;
	act: FulfilledBy | null;
	clause: Clause | null;
};

/**
 * The lines of a mission, by due date, undated ones last. What the contract no longer asks for is left out, unless it
 * was done.
 */
export function linesOf(contract: Contract, page: FollowPage, today: Day): Line[] {
	const read = contractAsRead(contract, readingsOf(page.acts));
	const followed = fulfilments(read, page);
	const duties = new Map(dutiesOf(read).map((duty) => [duty.key, duty]));
	return page.rows
		.filter((one) => !one.ended)
		.map((one): Line => {
			const { facts, act } = followed(one);
			return {
				...one,
				// What is due every day, week-ends included, is not to be sent before the day it tells of.
				advised: isDaily(one) ? one.due : one.advised,
				standing: standingOf(one, facts, today),
				facts,
				act,
				clause: duties.get(one.duty)?.clause ?? null
			};
		})
		.sort(byDue);
}

const isDaily = ({ period }: OccurrenceRow): boolean => period !== null && /^\d{4}-\d{2}-\d{2}$/.test(period);

function byDue(a: Line, b: Line): number {
	const [x, y] = [a.due ?? '~', b.due ?? '~'];
	if (x !== y) return x < y ? -1 : 1;
	return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/** What people recorded about one occurrence, in order. */
export const actsOn = (acts: readonly FollowAct[], key: string): FollowAct[] =>
	acts.filter((one) => one.key === key);

/** Nothing more is expected: accepted, sent, waived, found never sent. */
export const isSettled = ({ standing }: Line): boolean =>
	['sent', 'accepted', 'not_sent', 'waived'].includes(standing.state);

/** Its day is past, and nothing was done about it. */
export const isLate = ({ standing }: Line): boolean => standing.state === 'late';
