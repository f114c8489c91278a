import type { Cents } from '../money.ts';
import type { Found, PenaltyFacts, PenaltyLine } from './types.ts';

/** What a search would change in the list. */
export type Difference = {
	/** No line yet. */
	fresh: Found[];
	/** A line the contractor was not told of, whose facts or amount have changed. */
	changed: Found[];
	/** Of those, how many now give another amount: a delay that only grows is brought up to date without a word. */
	repriced: number;
	/** Lines the contractor was not told of, whose facts are no longer there. */
	gone: PenaltyLine[];
	/** Lines that were notified: they keep their numbers, and this is what the facts give now; null: nothing any more. */
	since: Map<string, { days: number | null; amount: Cents | 'undetermined' | null }>;
};

const keys = [
	'due',
	'doneOn',
	'days',
	'startsAt',
	'endsAt',
	'seconds',
	'base',
	'whole',
	'contractValue'
] as const satisfies (keyof PenaltyFacts)[];

/** The day something was counted until does not make it another fact. */
const sameFacts = (a: PenaltyFacts, b: PenaltyFacts) => keys.every((key) => a[key] === b[key]);

/** Lays what comes up from the facts beside the lines there are. Pure; running it again after storing finds nothing. */
export function compare(found: readonly Found[], lines: readonly PenaltyLine[]): Difference {
	const byKey = new Map(lines.map((one) => [one.key, one]));
	const now = new Map(found.map((one) => [one.key, one]));
	const difference: Difference = { fresh: [], changed: [], repriced: 0, gone: [], since: new Map() };
	for (const one of found) {
		const line = byKey.get(one.key);
		if (!line) difference.fresh.push(one);
		else if (line.stage === 'lapsed' || (line.notifiedOn === null && !same(one, line))) {
			difference.changed.push(one);
			if (line.stage === 'lapsed' || repriced(one, line)) difference.repriced++;
		}
	}
	for (const line of lines) {
		const one = now.get(line.key);
		if (line.notifiedOn === null) {
			if (!one && line.stage !== 'lapsed') difference.gone.push(line);
			continue;
		}
		const days = one?.facts.days ?? null;
		if (!one) difference.since.set(line.number, { days: null, amount: null });
		else if (repriced(one, line)) difference.since.set(line.number, { days, amount: one.amount });
		else if (line.typed && days !== (line.facts.days ?? null))
			difference.since.set(line.number, { days, amount: line.amount ?? 'undetermined' });
	}
	return difference;
}

const same = (one: Found, line: PenaltyLine) => sameFacts(one.facts, line.facts) && !repriced(one, line);

/** An amount that the client typed does not follow from the facts. */
const repriced = (one: Found, line: PenaltyLine) =>
	!line.typed && one.amount !== (line.amount ?? 'undetermined');
