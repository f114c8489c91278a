import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
type Bag = Record<PropertyKey, unknown>;

const ruleFields: readonly PropertyKey[] = ['rule', 'start', 'end', 'limit'];
const texts: readonly PropertyKey[] = [
	...['title', 'short', 'reference', 'label', 'function', 'members', 'powers', 'words', 'why', 'text'],
	...['reading', 'chair', 'regime', 'calendar']
];
const standIns: Bag = { regime: 'unknown', calendar: 'FR', day: '2000-01-01' };

/**
 * A copy of the data with something harmless in the place of every shape fault, so that what one part says of another
 * (an event that does not exist, a loop, a code taken twice) is told at the same time instead of after the correction.
 * Null when a fault has no harmless stand-in, such as a missing code: what cites it would be reported for nothing.
 */
export function salvage(data: unknown, issues: readonly Issue[]): unknown {
	const copy = structuredClone(data);
	return issues.every((issue) => mend(copy, issue)) ? copy : null;
}

function mend(data: unknown, issue: Issue): boolean {
	if (issue.code === 'unrecognized_keys') {
		const bag = at(data, issue.path);
		for (const key of issue.keys) if (bag) delete bag[key];
		return bag !== null;
	}
	const rule = issue.path.findIndex((step) => ruleFields.includes(step));
	if (rule >= 0) return put(data, issue.path.slice(0, rule + 1), { tbd: true, why: 'faute' });
	const last = issue.path.at(-1);
	if (last === undefined) return false;
	if (last in standIns) return put(data, issue.path, standIns[last]);
	if (issue.code === 'invalid_value') return put(data, issue.path, issue.values[0]);
	return texts.includes(last) && put(data, issue.path, 'faute');
}

function put(data: unknown, path: readonly PropertyKey[], value: unknown): boolean {
	const bag = at(data, path.slice(0, -1));
	const last = path.at(-1);
	if (!bag || last === undefined) return false;
	bag[last] = value;
	return true;
}

function at(data: unknown, path: readonly PropertyKey[]): Bag | null {
	let found: unknown = data;
	for (const step of path) {
		if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return null;
		found = (found as Bag)[step];
	}
	return typeof found === 'object' && found !== null ? (found as Bag) : null;
}
