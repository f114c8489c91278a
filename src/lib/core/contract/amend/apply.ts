import type { Day } from '../../calendar/days.ts';
import { formatDayShort } from '../../calendar/format.ts';
import { DomainError } from '../../errors.ts';
import type { EventDays } from '../events.ts';
import type { Contract } from '../schema.ts';
import type { Change } from './changes.ts';
import { countsOf, extendables } from './targets.ts';

type Noted = { notes: string[] };
type Bag = Record<string, unknown>;

const refuse = (field: string): never => {
	throw new DomainError('choice_missing', { field });
};
const named = (day: Day | null) => (day ? formatDayShort(day) : 'à déterminer');

/**
 * The contract with changes made to it, each noted where it was made with the act it rests on and what stood before.
 * The result is still to be read as any file is: a code taken twice or a circle is said then.
 * @param act « Avenant n° 2 du 2020-01-03 »
 * @throws `choice_missing` for something the contract does not have
 */
export function applyChanges(
	contract: Contract,
	told: EventDays,
	changes: readonly Change[],
	act: string
): Contract {
	let made = structuredClone(contract);
	for (const change of changes) made = apply(made, told, change, act);
	return made;
}

function apply(contract: Contract, told: EventDays, change: Change, act: string): Contract {
	switch (change.kind) {
		case 'extend':
			return extend(contract, told, change, act);
		case 'event': {
			const anchor = contract.anchors.find((one) => one.name === change.name) ?? refuse('name');
			const was = told[change.name] ?? null;
			note(anchor, act, `${named(change.on)} (auparavant : ${named(was)})`);
			anchor.day = change.on;
			delete anchor.tbd;
			delete anchor.rule;
			return contract;
		}
		case 'count':
			return count(contract, change, act);
		case 'deliverable':
			return add(contract, change, act);
		case 'stages': {
			const one = contract.deliverables.find(({ code }) => code === change.code) ?? refuse('code');
			note(
				one,
				act,
				`remises successives : ${change.steps.map((step) => `${step.label}, ${named(step.on)}`).join(' ; ')}`
			);
			one.steps = change.steps.map(({ label, on }) => ({ label, rule: { by: on } }));
			return settle(contract, one, change.steps.at(-1)!.on);
		}
		case 'owner': {
			const one = contract.deliverables.find(({ code }) => code === change.code) ?? refuse('code');
			note(one, act, `à la charge de : ${change.owner} (auparavant : ${one.owner})`);
			one.owner = change.owner;
			return contract;
		}
		case 'renew':
			return renew(contract, told, change.on, act);
	}
}

function note(one: Noted, act: string, words: string): void {
	one.notes = [...one.notes, `${act} : ${words}.`];
}

/** A date an act gives leaves nothing to be read in two ways. */
function settle<T extends { rule: unknown; alternatives: unknown[]; interpretation?: string | undefined }>(
	contract: Contract,
	one: T,
	on: Day
): Contract {
	one.rule = { by: on };
	one.alternatives = [];
	delete one.interpretation;
	return contract;
}

function extend(
	contract: Contract,
	told: EventDays,
	{ code, on }: Extract<Change, { kind: 'extend' }>,
	act: string
): Contract {
	const target = extendables(contract, told).find((one) => one.code === code) ?? refuse('code');
	const words = `nouvelle date ${named(on)} (auparavant : ${named(target.on)})`;
	if (target.part === 'phases') {
		const phase = contract.phases.find((one) => one.code === code)!;
		// A phase that ends with the contract is longer when the contract is.
		if ('on' in phase.end && phase.end.on === 'end') return renew(contract, told, on, act);
		note(phase, act, words);
		phase.end = { by: on };
		// The fixed date prevailed over the duration: the act replaces both.
		if (phase.limit) phase.limit = { by: on };
		delete phase.duration;
		return contract;
	}
	const list: { code: string }[] = contract[target.part];
	const one = list.find((each) => each.code === code) as Contract['deliverables'][number];
	note(one, act, words);
	const last = target.part === 'deliverables' ? one.steps.at(-1) : undefined;
	if (last) last.rule = { by: on };
	return settle(contract, one, on);
}

function count(
	contract: Contract,
	{ target, value }: Extract<Change, { kind: 'count' }>,
	act: string
): Contract {
	const known = countsOf(contract).find((one) => one.target === target) ?? refuse('target');
	const [part, code, ...path] = target.split('/') as [keyof Contract, string, ...string[]];
	const list = contract[part] as (Bag & Noted)[];
	const owner = list.find((one) => one['code'] === code || one['key'] === code) ?? refuse('target');
	note(owner, act, `${known.title}, ${value} au lieu de ${known.value}`);
	let bag: Bag = owner;
	for (const step of path.slice(0, -1)) bag = bag[step] as Bag;
	bag[path.at(-1)!] = value;
	// The document's own words (« 3 mois ») no longer say it.
	if (part === 'phases') delete owner['duration'];
	return contract;
}

function add(contract: Contract, change: Extract<Change, { kind: 'deliverable' }>, act: string): Contract {
	const { code, title, phase, owner, committee, on } = change;
	contract.deliverables.push({
		code,
		title,
		phase,
		owner,
		validators: committee ? [committee] : [],
		...(committee ? {} : { validators_unknown: `${act} ne dit pas qui approuve.` }),
		rule: on ? { by: on } : { on: `end:${phase}` },
		steps: [],
		checklist: [],
		formats: [],
		editable: false,
		recipients: [],
		clause: { ref: act },
		alternatives: [],
		notes: []
	});
	return contract;
}

/** The last phase goes on until that day, and so does the contract where it writes its own end. */
function renew(contract: Contract, told: EventDays, on: Day, act: string): Contract {
	const last = contract.phases.at(-1)!;
	const was = extendables(contract, told).find((one) => one.code === last.code)?.on ?? null;
	const words = `prolongé jusqu’au ${named(on)} (auparavant : ${named(was)})`;
	note(last, act, words);
	const end = contract.anchors.find((one) => one.name === 'end');
	const follows = last.end && 'on' in last.end && last.end.on === 'end';
	if (!follows) last.end = { by: on };
	if (last.limit) last.limit = { by: on };
	delete last.duration;
	if (end && (follows || end.rule === undefined)) {
		note(end, act, words);
		end.day = on;
		delete end.rule;
		delete end.tbd;
	}
	return contract;
}
