import { calendarOf } from '../../calendar/calendar.ts';
import type { Contract, Penalty } from '../../contract/schema.ts';
import { byContract, type Fact } from '../by-contract.ts';
import { byFormula } from '../by-formula.ts';
import { contractFormula } from '../formulas.ts';
import { readCents, type Cents } from '../money.ts';
import type { PenaltyResult } from '../types.ts';
import type { PenaltyStep } from '../words.ts';
import type { Day } from '../../calendar/days.ts';
import type { Found, Interruption, LateThing, PenaltyFacts } from './types.ts';

export type DetectInput = {
	contract: Contract;
	today: Day;
	late: readonly LateThing[];
	interruptions: readonly Interruption[];
	/** The reading chosen of a disputed clause, by its code; '' is the clause's own. */
	readings: ReadonlyMap<string, string>;
	/** What the client typed for a formula, by the penalty's key. */
	values: ReadonlyMap<string, Pick<PenaltyFacts, 'base' | 'whole' | 'contractValue'>>;
};

/** A clause whose reading somebody has to choose before its facts make penalties, or do not. */
export type Disputed = {
	item: Penalty;
	duties: { code: string; title: string; count: number }[];
	/** What each reading would give for all of these facts. */
	wide: Cents;
	narrow: Cents;
};

export type Detected = {
	found: Found[];
	disputed: Disputed[];
	/** Late, and by the reading that was chosen no penalty: counted so that nobody looks for them. */
	outside: { code: string; title: string; count: number }[];
	/** Interruptions that nobody said whose doing they were, and those that still last. */
	unjudged: string[];
	ongoing: string[];
};

type Asked = { key: string; thing: LateThing | null; fact: Fact; head: PenaltyStep[]; facts: PenaltyFacts };

/**
 * What penalties come up, one per fact: each duty of the contractor that is late or was done late, each interruption
 * that is its doing. What no clause prices is undetermined, never 0; what a clause prices only by one of its readings
 * waits until that reading is chosen.
 */
export function detect(input: DetectInput): Detected {
	const { contract, today } = input;
	const detected: Detected = { found: [], disputed: [], outside: [], unjudged: [], ongoing: [] };
	const disputes = new Map<string, { item: Penalty; things: LateThing[] }>();
	const outside: LateThing[] = [];

	for (const one of input.late) {
		const kind = one.about === 'report' ? 'late_report' : 'late_delivery';
		const facts: PenaltyFacts = {
			due: one.due,
			days: one.days,
			...(one.doneOn === null ? { countedOn: today } : { doneOn: one.doneOn }),
			...input.values.get(`late:${one.key}`)
		};
		const fact: Fact = { kind, obligation: one.code, days: Math.max(1, one.days) };
		const asked: Asked = {
			key: `late:${one.key}`,
			thing: one,
			fact,
			facts,
			head: [delayStep(one, today)]
		};
		const flat = byContract(contract, [fact]);
		const item = itemOf(contract, flat);
		if (flat.readings.length > 0 && item) {
			const chosen = input.readings.get(item.code);
			if (chosen === undefined) {
				const dispute = disputes.get(item.code) ?? { item, things: [] };
				dispute.things.push(one);
				disputes.set(item.code, dispute);
			} else if (chosen === '') outside.push(one);
			else {
				asked.head.push({ key: 'reading', code: item.code, reading: chosen });
				detected.found.push(ofFlat(asked, byContract(contract, [fact], 'wide'), item));
			}
		} else if (flat.due !== 'undetermined') detected.found.push(ofFlat(asked, flat, item));
		else detected.found.push(ofFormula(contract, asked) ?? ofFlat(asked, flat, null));
	}

	for (const one of input.interruptions) {
		if (one.excluded || one.attributable === false) continue;
		if (one.endsAt === null || one.seconds === null) detected.ongoing.push(one.number);
		else if (one.attributable === null) detected.unjudged.push(one.number);
		else {
			const { startsAt, endsAt, seconds } = one;
			const fact: Fact = { kind: 'interruption', seconds };
			const flat = byContract(contract, [fact]);
			const found = ofFlat(
				{
					key: `interruption:${one.number}`,
					thing: null,
					fact,
					facts: { startsAt, endsAt, seconds },
					head: [{ key: 'lasted', seconds }]
				},
				flat,
				itemOf(contract, flat)
			);
			detected.found.push({ ...found, about: 'interruption', subject: one.number, title: one.what });
		}
	}

	detected.outside = countByDuty(outside);
	detected.disputed = [...disputes.values()].map(({ item, things }) => {
		const all = things.map((one): Fact => ({ kind: 'late_report', obligation: one.code }));
		const { readings } = byContract(contract, all);
		const of = (key: string) => readings.find((one) => one.key === key)?.raw ?? 0n;
		return { item, duties: countByDuty(things), wide: of('wide'), narrow: of('narrow') };
	});
	return detected;
}

function delayStep({ due, doneOn, days }: LateThing, today: Day): PenaltyStep {
	const day = due.slice(0, 10);
	return doneOn === null
		? { key: 'running', due: day, today, days }
		: { key: 'delay', due: day, delivered: doneOn.slice(0, 10), days };
}

/** The clause that priced it: the code that its step names. */
function itemOf(contract: Contract, result: PenaltyResult): Penalty | null {
	const steps = result.items.flatMap((one) => one.steps);
	const named = steps.find((step) => step.key === 'flat')?.code;
	return contract.penalties.items.find((one) => one.code === named) ?? null;
}

const base = ({ key, thing, facts }: Asked) => ({
	key,
	about: thing?.about ?? ('interruption' as const),
	subject: thing?.key ?? '',
	code: thing?.code ?? '',
	title: thing?.title ?? '',
	facts
});

function ofFlat(asked: Asked, result: PenaltyResult, item: Penalty | null): Found {
	const steps = [
		...asked.head,
		...result.items.flatMap((one) => one.steps),
		...result.steps.filter((step) => step.key !== 'sum')
	];
	return {
		...base(asked),
		code: asked.thing?.code ?? item?.code ?? '',
		clauseCode: item?.code ?? null,
		clause: item?.clause ?? null,
		steps,
		amount: result.due,
		exempt: null,
		cap: null
	};
}

/** By the formula of the contract or of its regime; null when nothing states one. */
function ofFormula(contract: Contract, asked: Asked): Found | null {
	const { formula } = contractFormula(contract);
	if (formula === null) return null;
	const { base: value, whole, contractValue, days } = asked.facts;
	const result = byFormula(
		formula,
		contractValue ?? null,
		[{ days: days ?? 0, ...(value ? { base: value } : {}), ...(whole ? { whole } : {}) }],
		calendarOf(contract.calendar.base)
	);
	const [item] = result.items;
	const own = contract.penalties.items.find((one) => one.rate !== undefined);
	return {
		...base(asked),
		clauseCode: own?.code ?? null,
		clause: own?.clause ?? { ref: formula.source },
		steps: [
			...asked.head,
			...(item?.steps ?? []),
			...result.steps.filter((step) => step.key === 'source')
		],
		amount: item?.raw ?? 'undetermined',
		exempt: formula.exemptUpTo === null ? null : readCents(formula.exemptUpTo),
		cap: result.cap?.amount ?? null
	};
}

function countByDuty(things: readonly LateThing[]): { code: string; title: string; count: number }[] {
	return [...Map.groupBy(things, (one) => one.code)].map(([code, list]) => ({
		code,
		title: list[0]!.title,
		count: list.length
	}));
}
