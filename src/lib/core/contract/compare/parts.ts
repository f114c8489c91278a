import type { Contract } from '../schema.ts';

export const partNames = [
	...(['anchors', 'phases', 'milestones', 'committees', 'deliverables', 'obligations', 'tasks'] as const),
	...(['parties', 'recipients', 'indicators', 'registers', 'volumes', 'penalties', 'events'] as const),
	...(['contacts', 'services', 'ambiguities', 'mission'] as const)
] as const;
export type PartName = (typeof partNames)[number];

/** One thing the texts say differently. `fields` are the names of what changed in it. */
export type PartChange = {
	part: PartName;
	/** Its code, name or key; empty for the mission as a whole. */
	code: string;
	title: string;
	what: 'added' | 'changed' | 'ended';
	fields: string[];
};

type Thing = { code: string; title: string; value: Record<string, unknown> };
type Bag = Record<string, unknown>;

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** The lists of a contract, each thing by what names it. */
function lists(contract: Contract): Map<PartName, Thing[]> {
	const by = (list: readonly unknown[], key: string, title: string): Thing[] =>
		list.map((one) => ({
			code: text((one as Bag)[key]),
			title: text((one as Bag)[title]),
			value: one as Bag
		}));
	const { slug, title, short, reference, source, regime, calendar, language, currency } = contract;
	const { renewal, formats, notes } = contract;
	const { items, ...penalties } = contract.penalties;
	const mission = { slug, title, short, reference, source, regime, calendar, language, currency };
	return new Map<PartName, Thing[]>([
		['anchors', by(contract.anchors, 'name', 'label')],
		['phases', by(contract.phases, 'code', 'title')],
		['milestones', by(contract.milestones, 'code', 'title')],
		['committees', by(contract.committees, 'code', 'title')],
		['deliverables', by(contract.deliverables, 'code', 'title')],
		['obligations', by(contract.obligations, 'code', 'title')],
		['tasks', by(contract.tasks, 'code', 'title')],
		['parties', by(contract.parties, 'key', 'name')],
		['recipients', by(contract.recipients, 'key', 'name')],
		['indicators', by(contract.indicators, 'code', 'title')],
		['registers', by(contract.registers, 'key', 'title')],
		['volumes', by(contract.volumes, 'key', 'label')],
		['penalties', [{ code: '', title: '', value: penalties }, ...by(items, 'code', 'title')]],
		['events', by(contract.events, 'name', 'label')],
		['contacts', by(contract.contacts, 'function', 'function')],
		['services', by(contract.services, 'key', 'title')],
		['ambiguities', by(contract.ambiguities, 'key', 'title')],
		['mission', [{ code: '', title: contract.title, value: { ...mission, renewal, formats, notes } }]]
	]);
}

/** The same whatever the order fields were written in; a field that is left out and one without a value are alike. */
export function sameValue(a: unknown, b: unknown): boolean {
	if (a === b) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	if (Array.isArray(a) || Array.isArray(b)) {
		return (
			Array.isArray(a) &&
			Array.isArray(b) &&
			a.length === b.length &&
			a.every((one, index) => sameValue(one, b[index]))
		);
	}
	const names = new Set([...Object.keys(a), ...Object.keys(b)]);
	return [...names].every((name) => sameValue((a as Bag)[name], (b as Bag)[name]));
}

/** What two texts of a contract say differently, part by part; nothing when they say the same. */
export function compareParts(before: Contract, after: Contract): PartChange[] {
	const was = lists(before);
	return [...lists(after)].flatMap(([part, list]) => compare(part, was.get(part) ?? [], list));
}

function compare(part: PartName, before: readonly Thing[], after: readonly Thing[]): PartChange[] {
	const changes: PartChange[] = [];
	// Contacts may share a function: told apart by their rank.
	const keyed = (list: readonly Thing[]) => {
		const seen = new Map<string, number>();
		return list.map((thing) => {
			const rank = seen.get(thing.code) ?? 0;
			seen.set(thing.code, rank + 1);
			return [`${thing.code}#${rank}`, thing] as const;
		});
	};
	const old = new Map(keyed(before));
	for (const [key, { code, title, value }] of keyed(after)) {
		const was = old.get(key);
		old.delete(key);
		if (was === undefined) {
			changes.push({ part, code, title, what: 'added', fields: [] });
			continue;
		}
		const names = new Set([...Object.keys(was.value), ...Object.keys(value)]);
		const fields = [...names].filter((name) => !sameValue(was.value[name], value[name])).sort();
		if (fields.length > 0) changes.push({ part, code, title, what: 'changed', fields });
	}
	for (const { code, title } of old.values())
		changes.push({ part, code, title, what: 'ended', fields: [] });
	return changes;
}
