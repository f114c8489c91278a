import type { Rule } from '../calendar/rules/schema.ts';
import type { Clause } from '../contract/common.ts';
import type { Contract, Obligation } from '../contract/schema.ts';
import type { Dateable } from './dating/occurrence.ts';

export const dutySources = ['obligation', 'deliverable', 'step', 'milestone'] as const;
export type DutySource = (typeof dutySources)[number];

/** Something the contract asks for, once or again and again, with all a person needs to judge it. */
export type Duty = Dateable & {
	/** Unique within the contract: the code, or `E-L25/step-1` for a staged date. */
	key: string;
	source: DutySource;
	title: string;
	/** Which staged hand-in, in the document's words; null otherwise. */
	label: string | null;
	/** The obligation's kind, else the source. */
	kind: Obligation['kind'] | 'deliverable' | 'milestone';
	owner: Obligation['owner'];
	recipients: readonly string[];
	/** What fulfils it, for obligations. */
	proof: Obligation['proof'] | null;
	clause: Clause | null;
	interpretation: string | null;
	alternatives: readonly { rule: Rule; reading: string }[];
	notes: readonly string[];
};

const known = new WeakMap<Contract, readonly Duty[]>();

/**
 * Everything of a contract that falls due: obligations, deliverables (with their staged dates) and milestones.
 * A deliverable whose last stage repeats its own date has the stages only. Read once per contract.
 */
export function dutiesOf(contract: Contract): readonly Duty[] {
	const cached = known.get(contract);
	if (cached) return cached;
	const duties = [
		...contract.obligations.map(ofObligation),
		...contract.deliverables.flatMap(ofDeliverable),
		...contract.milestones.map(ofMilestone)
	];
	known.set(contract, duties);
	return duties;
}

type Read = {
	code: string;
	title: string;
	rule: Rule;
	clause?: Clause | undefined;
	interpretation?: string | undefined;
	alternatives: readonly { rule: Rule; reading: string }[];
	notes: readonly string[];
};

function head(one: Read) {
	const { code, title, rule, alternatives, notes } = one;
	return {
		key: code,
		code,
		title,
		rule,
		alternatives,
		notes,
		label: null,
		proof: null,
		clause: one.clause ?? null,
		interpretation: one.interpretation ?? null
	};
}

function ofObligation(one: Obligation): Duty {
	const { each, period, kind, owner, recipients, proof } = one;
	return { ...head(one), source: 'obligation', each, period, kind, owner, recipients, proof };
}

function ofDeliverable(one: Contract['deliverables'][number]): Duty[] {
	const { owner, recipients } = one;
	const whole: Duty = { ...head(one), source: 'deliverable', kind: 'deliverable', owner, recipients };
	const stages = one.steps.map(({ label, rule, clause, interpretation }, index): Duty => {
		const key = `${one.code}/step-${index + 1}`;
		// How the deliverable's own date is read says nothing of a stage that has another.
		const own = JSON.stringify(rule) === JSON.stringify(one.rule);
		return {
			...whole,
			source: 'step',
			key,
			code: key,
			label,
			rule,
			clause: clause ?? whole.clause,
			interpretation: interpretation ?? (own ? whole.interpretation : null),
			alternatives: own ? whole.alternatives : []
		};
	});
	const last = stages.at(-1);
	const repeated = last !== undefined && JSON.stringify(last.rule) === JSON.stringify(one.rule);
	return repeated ? stages : [...stages, whole];
}

function ofMilestone(one: Contract['milestones'][number]): Duty {
	return { ...head(one), source: 'milestone', kind: 'milestone', owner: 'both', recipients: [] };
}
