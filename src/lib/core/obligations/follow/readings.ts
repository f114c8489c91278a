import type { Contract } from '../../contract/schema.ts';
import type { FollowAct } from './world.ts';

/** The reading in force of each ambiguous duty, by code, with who chose it and when. */
export type Readings = ReadonlyMap<string, FollowAct>;

/** The code a reading is chosen under: a stage has none of its own. */
export const readingCode = ({ code }: { code: string }): string => code.split('/')[0]!;

/** The last choice made for each duty. */
export function readingsOf(acts: readonly FollowAct[]): Readings {
	return new Map(acts.filter((one) => one.kind === 'reading').map((one) => [one.duty, one]));
}

type Ambiguous = Pick<Contract['obligations'][number], 'code' | 'rule' | 'alternatives' | 'interpretation'>;

function read<T extends Ambiguous>(one: T, readings: Readings): T {
	const chosen = readings.get(one.code)?.reason ?? '';
	const other = one.alternatives.find((a) => a.reading === chosen);
	if (other === undefined) return one;
	return { ...one, rule: other.rule };
}

/** A stage that repeats the deliverable's own date is read as the deliverable is. */
function readStaged(one: Contract['deliverables'][number], readings: Readings): typeof one {
	const as = read(one, readings);
	if (as === one) return one;
	const own = JSON.stringify(one.rule);
	const steps = one.steps.map((step) =>
		JSON.stringify(step.rule) === own ? { ...step, rule: as.rule } : step
	);
	return { ...as, steps };
}

const known = new WeakMap<Contract, Map<string, Contract>>();

/**
 * The contract as its ambiguous clauses were read by those who may: a chosen reading's rule takes the place of the
 * file's. Same choices, same object, so that what is worked out per contract is worked out once.
 */
export function contractAsRead(contract: Contract, readings: Readings): Contract {
	const chosen = [...readings.values()].filter((one) => one.reason !== '');
	if (chosen.length === 0) return contract;
	const name = JSON.stringify(chosen.map((one) => [one.duty, one.reason]).sort());
	const copies = known.get(contract) ?? new Map<string, Contract>();
	known.set(contract, copies);
	const copy = copies.get(name) ?? {
		...contract,
		obligations: contract.obligations.map((one) => read(one, readings)),
		deliverables: contract.deliverables.map((one) => readStaged(one, readings)),
		milestones: contract.milestones.map((one) => read(one, readings))
	};
	copies.set(name, copy);
	return copy;
}
