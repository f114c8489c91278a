import type { z } from 'zod';
import { calendarOf, makeCalendar } from '#core/calendar/calendar.ts';
import { DayError } from '#core/calendar/days.ts';
import type { Contract } from '#core/contract/schema.ts';
import { byContract, type Fact } from '#core/penalties/by-contract.ts';
import { byFormula, undetermined } from '#core/penalties/by-formula.ts';
import { contractFormula, formulaOf } from '#core/penalties/formulas.ts';
import type { PenaltyResult } from '#core/penalties/types.ts';
import { pathText, sentence } from '#server/contract/problems.ts';
import { readContract } from '#server/contract/read.ts';
import type { Io } from './io.ts';
import { byFileSchema, byRegimeSchema, type ByFile, type ByRegime } from './penalties/input.ts';
import { penaltyAnswer, penaltyText, type PenaltyAnswer } from './penalties/output.ts';

export const name = 'penalties';
export const summary = 'calcule des pénalités : montant brut, plafond, exonération, chaque étape en mots';
export const help = `jalon penalties [--json] < FAITS

Lit sur l’entrée un calcul JSON, ou une liste de calculs :
  {"regime":"ccag-pi-2021","contract":210000,"currency":"EUR","items":[{"base":84000,"days":12}]}
  {"contract":"templates/missions/redal.yaml","facts":[{"kind":"interruption","seconds":1800},{"kind":"late_report","obligation":"R-M1"}]}
Régimes : ccag-pi-2021, ccag-pi-2009, ccag-fcs-2021, cps (avec rate, pour mille et par jour, et cap, en pour-cent).
Un retard : days, ou dueOn, deliveredOn, extensionDays ; whole si la partie en retard rend l’ensemble inutilisable ;
attributable: false pour la force majeure ; calendar (FR, MA-public, MA-private, SN) pour le report des échéances.
Un fait de contrat : kind, seconds ou minutes, obligation, count, attributable ; reading: wide ou narrow choisit la
lecture d’une clause ambiguë. Sans clause, le montant est « undetermined », jamais 0.
Sortie : 0 calculé, 1 refusé (la raison est dite), 2 mauvais usage.`;

/** Contract files read so far: a list of calculations often asks for the same one. */
type Contracts = Map<string, Contract>;
type Problem = { path: string; message: string };
type Refusal = { id?: unknown; error: string; problems: Problem[] };
type Work = { answer: PenaltyAnswer; result: PenaltyResult } | { refusal: Refusal };

/** `jalon penalties --json`: one calculation or a list of them; a bad one answers in its own place. */
export async function run(args: readonly string[], io: Io): Promise<number> {
	if (args.includes('--help')) {
		io.out(`${help}\n`);
		return 0;
	}
	if (args.some((one) => one !== '--json')) {
		io.err('Usage : jalon penalties [--json] < FAITS\n');
		return 2;
	}
	let input: unknown;
	try {
		input = JSON.parse(await io.stdin());
	} catch {
		io.err('L’entrée n’est pas du JSON : donnez un calcul ou une liste (voir jalon penalties --help).\n');
		return 1;
	}
	const cases = Array.isArray(input) ? (input as unknown[]) : [input];
	const works: Work[] = [];
	const contracts: Contracts = new Map();
	for (const one of cases) works.push(await work(one, io, contracts));
	if (args.includes('--json')) {
		const answers = works.map((one) => ('refusal' in one ? one.refusal : one.answer));
		io.out(`${JSON.stringify(Array.isArray(input) ? answers : answers[0])}\n`);
	} else for (const one of works) show(one, io);
	return works.some((one) => 'refusal' in one) ? 1 : 0;
}

function show(work: Work, io: Io): void {
	if ('refusal' in work)
		for (const { path, message } of work.refusal.problems) io.out(`${path}: ${message}\n`);
	else io.out(`${penaltyText(work.answer, work.result)}\n`);
}

async function work(value: unknown, io: Io, contracts: Contracts): Promise<Work> {
	const fields = typeof value === 'object' && value !== null ? value : {};
	const id = 'id' in fields ? { id: fields.id } : {};
	const refuse = (problems: Problem[]): Work => {
		const error = problems
			.map(({ path, message }) => (path ? `${path} : ${message}` : message))
			.join(' ');
		return { refusal: { ...id, error, problems } };
	};
	const file = !('regime' in fields) && 'contract' in fields && typeof fields.contract === 'string';
	const read = (file ? byFileSchema : byRegimeSchema).safeParse(value, { reportInput: true });
	if (!read.success) return refuse(read.error.issues.map(problem));
	try {
		const [result, currency] =
			'regime' in read.data
				? [ofRegime(read.data), read.data.regime === 'cps' ? 'MAD' : 'EUR']
				: await ofFile(read.data, io, contracts);
		const answer = penaltyAnswer(result, read.data.currency ?? currency);
		return { answer: { ...id, ...answer }, result };
	} catch (error) {
		if (error instanceof DayError || error instanceof InputError)
			return refuse([{ path: error instanceof InputError ? error.path : '', message: error.message }]);
		throw error;
	}
}

/** A fault of the input that its shape does not show. */
class InputError extends Error {
	readonly path: string;
	constructor(path: string, message: string) {
		super(message);
		this.path = path;
	}
}

function problem(issue: z.core.$ZodIssue): Problem {
	return { path: pathText(issue.path), message: sentence(issue) };
}

function ofRegime(one: ByRegime): PenaltyResult {
	const found = formulaOf(one.regime, { rate: one.rate, cap: one.cap });
	if (found.formula === null) return undetermined(found.why, one.items.length);
	if (one.regime !== 'cps' && (one.rate ?? one.cap) !== undefined)
		throw new InputError('rate', 'rate et cap ne valent que pour le régime « cps » : retirez-les.');
	const calendar = calendarOf(one.calendar ?? (one.regime === 'cps' ? 'MA-public' : 'FR'));
	return byFormula(found.formula, one.contract ?? null, one.items, calendar);
}

async function ofFile(one: ByFile, io: Io, contracts: Contracts): Promise<[PenaltyResult, string]> {
	const contract = contracts.get(one.contract) ?? (await load(one.contract, io));
	contracts.set(one.contract, contract);
	const currency = contract.currency ?? '';
	if (one.items) {
		const found = contractFormula(contract);
		if (found.formula === null) return [undetermined(found.why, one.items.length), currency];
		const calendar = makeCalendar(contract.calendar.base, contract.calendar.changes);
		return [byFormula(found.formula, one.amount ?? null, one.items, calendar), currency];
	}
	const facts = (one.facts ?? []).map((fact, index) => readFact(contract, fact, index));
	return [byContract(contract, facts, one.reading), currency];
}

function readFact(contract: Contract, fact: NonNullable<ByFile['facts']>[number], index: number): Fact {
	const code = fact.obligation ?? fact.deliverable;
	const known = [...contract.obligations, ...contract.deliverables].map((one) => one.code);
	if (code !== undefined && !known.includes(code)) {
		const list = known.slice(0, 12).join(', ');
		const message = `« ${code} » ne désigne ni une obligation ni un livrable de ce contrat (${list} …).`;
		throw new InputError(`facts[${index}].${fact.obligation ? 'obligation' : 'deliverable'}`, message);
	}
	const kinds = new Set(contract.penalties.items.flatMap((item) => item.fact ?? []));
	if (kinds.size > 0 && !kinds.has(fact.kind) && fact.kind !== 'missing_report') {
		const message = `« ${fact.kind} » n’est visé par aucune pénalité de ce contrat : écrivez ${[...kinds].join(', ')}.`;
		throw new InputError(`facts[${index}].kind`, message);
	}
	const seconds = fact.minutes === undefined ? fact.seconds : Math.ceil(fact.minutes * 60);
	const { kind, days, attributable, count } = fact;
	return { kind, seconds, obligation: code, days, attributable, count };
}

async function load(path: string, io: Io): Promise<Contract> {
	const text = await io.readFile(path).catch(() => null);
	if (text === null)
		throw new InputError(
			'contract',
			`Fichier introuvable ou illisible : « ${path} ». Vérifiez le chemin.`
		);
	const read = readContract(text);
	if (read.ok) return read.contract;
	const [first] = read.problems;
	const where = first ? `${path}:${first.line}:${first.column} ${first.path}: ${first.message}` : path;
	throw new InputError('contract', `Contrat non valable, ${where} (voir jalon check ${path}).`);
}
