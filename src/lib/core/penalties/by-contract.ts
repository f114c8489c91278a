import type { Contract, Penalty } from '../contract/schema.ts';
import { undetermined } from './by-formula.ts';
import { contractFormula } from './formulas.ts';
import { readCents, shortAmount, type Cents } from './money.ts';
import type { ItemResult, PenaltyResult, ReadingResult } from './types.ts';
import type { PenaltyStep } from './words.ts';

/** Something that happened: an interruption, a report sent late or never. One record is one fact, whatever its length. */
export type Fact = {
	kind: string;
	/** How long it lasted, for facts that last. */
	seconds?: number | undefined;
	/** The code of the duty that failed, for late reports. */
	obligation?: string | undefined;
	/** Days late, which change nothing to a flat amount; 0 is no delay. */
	days?: number | undefined;
	attributable?: boolean | undefined;
	count?: number | undefined;
};

/** A report never sent is penalised like a late one where the clause names both. */
const sameFact: Record<string, string> = { missing_report: 'late_report' };

const seconds = { second: 1, minute: 60, hour: 3600 } as const;

/**
 * Flat penalties of a contract file: each fact costs what the clause says, once. Undetermined when no clause is loaded
 * or none is for that fact; when readings of a clause differ, undetermined with what each would give.
 * @param reading a key of `readings` once a person chose: `wide` or `narrow`.
 */
export function byContract(contract: Contract, facts: readonly Fact[], reading?: string): PenaltyResult {
	const { penalties } = contract;
	if (penalties.undetermined) {
		const found = contractFormula(contract);
		const why = penalties.why ?? (found.formula === null ? found.why : 'voir CCAP/CPS');
		return undetermined(why, facts.length);
	}
	const judged = facts.flatMap((fact) =>
		Array.from({ length: fact.count ?? 1 }, () => judge(contract, fact))
	);
	const steps: PenaltyStep[] = [];
	const sure = sum(judged.map((one) => one.sure));
	const wide = sum(judged.map((one) => one.wide));
	const disputed = judged.filter((one) => one.wide !== one.sure);
	const readings: ReadingResult[] = [];
	if (disputed.length > 0 && sure !== null && wide !== null) {
		readings.push(
			{ key: 'wide', reading: disputed[0]?.reading ?? '', raw: wide, due: wide },
			{ key: 'narrow', reading: 'La clause ne vaut que pour ce qu’elle nomme.', raw: sure, due: sure }
		);
	}
	const chosen = readings.find((one) => one.key === reading)?.raw;
	const raw = disputed.length === 0 ? sure : (chosen ?? null);
	if (raw !== null) steps.push({ key: 'sum', count: judged.length, raw });
	else if (disputed.length > 0)
		steps.push({
			key: 'disputed',
			code: disputed[0]?.code ?? '',
			obligation: [...new Set(disputed.map((one) => one.obligation))].join(', '),
			amounts: readings.map((one) => shortAmount(one.raw)).join(' ou ')
		});
	if (penalties.optional) steps.push({ key: 'optional' });
	const duties = [...new Set(judged.flatMap((one) => one.duties.map((duty) => duty.code)))];
	const ref = penalties.clause?.ref ?? penalties.items.find((item) => item.clause)?.clause?.ref;
	if (ref) steps.push({ key: 'source', source: ref, toCheck: null });
	const amount = raw ?? 'undetermined';
	const items = judged.map((one) => one.item);
	return {
		raw: amount,
		due: amount,
		cap: null,
		exemption: null,
		items,
		readings,
		duties,
		steps,
		flat: true
	};
}

type Judged = {
	/** What the clause gives for certain, and with its widest reading; null when no clause is for such a fact. */
	sure: Cents | null;
	wide: Cents | null;
	reading: string;
	code: string;
	obligation: string;
	duties: { code: string; title: string }[];
	item: ItemResult;
};

function judge(contract: Contract, fact: Fact): Judged {
	const kind = sameFact[fact.kind] ?? fact.kind;
	const duties = dutiesOfFact(contract, fact);
	const dutySteps = duties.map((one): PenaltyStep => ({ key: 'duty', ...one }));
	const blank = { reading: '', code: '', obligation: fact.obligation ?? '', duties };
	const done = (amount: Cents | null, steps: PenaltyStep[], wide = amount): Judged => {
		const raw = amount === wide ? (amount ?? 'undetermined') : 'undetermined';
		return { ...blank, sure: amount, wide, item: { days: null, raw, steps: [...steps, ...dutySteps] } };
	};
	if (fact.attributable === false) return done(0n, [{ key: 'not_attributable' }]);
	if (fact.days === 0) return done(0n, [{ key: 'in_time' }]);
	const items = contract.penalties.items.filter((item) => item.fact === kind && lasts(item, fact));
	const certain = items.find((item) => covers(item.obligations, fact));
	if (certain) return done(...flat(certain));
	for (const item of items) {
		const other = item.alternatives.find((one) => covers(one.obligations, fact));
		if (!other) continue;
		const [amount, steps] = flat(item);
		return { ...done(0n, steps, amount), reading: other.reading, code: item.code };
	}
	const named = contract.penalties.items.some((item) => item.fact === kind && item.duration);
	if (named && fact.seconds === undefined)
		return done(null, [{ key: 'undetermined', why: `durée inconnue (${naming(fact)})` }]);
	return done(null, [{ key: 'undetermined', why: `aucune clause chargée pour ce fait (${naming(fact)})` }]);
}

function flat(item: Penalty): [Cents | null, PenaltyStep[]] {
	const { code, title } = item;
	if (item.amount === undefined)
		return [null, [{ key: 'undetermined', why: `${code} est un taux par jour : donnez « items »` }]];
	const amount = readCents(item.amount);
	return [amount, [{ key: 'flat', code, amount, title }]];
}

/** Without a code, a fact is one the clause names; an empty list names every duty. */
function covers(codes: readonly string[], fact: Fact): boolean {
	return fact.obligation === undefined || codes.length === 0 || codes.includes(fact.obligation);
}

function lasts({ duration }: Penalty, fact: Fact): boolean {
	if (!duration) return true;
	if (fact.seconds === undefined) return false;
	const unit = seconds[duration.unit];
	if (duration.over !== undefined && fact.seconds <= duration.over * unit) return false;
	return duration.at_most === undefined || fact.seconds <= duration.at_most * unit;
}

/** The duties the contract attaches to the event; one « within 20 minutes » only once it lasted longer. */
export function dutiesOfFact(contract: Contract, fact: Fact): { code: string; title: string }[] {
	return contract.obligations
		.filter(({ rule, each }) => {
			if (each === fact.kind) return true;
			if ('after' in rule) return rule.after === fact.kind;
			if (!('on' in rule) || rule.on !== fact.kind) return false;
			if (!('within' in rule) || fact.seconds === undefined) return true;
			return fact.seconds > rule.within * seconds[rule.unit];
		})
		.map(({ code, title }) => ({ code, title }));
}

function naming(fact: Fact): string {
	return fact.obligation ? `${fact.kind}, ${fact.obligation}` : fact.kind;
}

function sum(amounts: readonly (Cents | null)[]): Cents | null {
	return amounts.includes(null) ? null : (amounts as Cents[]).reduce((total, one) => total + one, 0n);
}
