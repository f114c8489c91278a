/**
 * Figures of the obligations of a long service contract: generated from cold (a fresh process, so that nothing is
 * compiled or cached yet), re-planned after one moved event, and as the contract grows tenfold.
 * `npm run bench` calls `obligationFigures`; run alone with `--cold`, this file measures one cold start and prints it.
 */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { addDays } from '#core/calendar/days.ts';
import { serviceContract, serviceFacts } from '#core/obligations/mission.fixture.ts';
import { plan, planAgain, plannedOf, type PlanFacts } from '#core/obligations/plan.ts';
import { replan } from '#core/obligations/replan.ts';

export type Figure = { figure: string; measured: string; aim: string };

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** The median time of `rounds` runs, in milliseconds, after a few that are thrown away. */
function timed(rounds: number, work: () => unknown): number {
	const took: number[] = [];
	for (let i = 0; i < rounds + 5; i++) {
		const began = performance.now();
		work();
		if (i >= 5) took.push(performance.now() - began);
	}
	return median(took);
}

/** One committee postponed by a week: its papers move. */
function postponed(facts: PlanFacts): PlanFacts {
	const meetings = facts.meetings.map((one) =>
		one.code === 'X-COPIL-2' ? { ...one, day: addDays(one.day, 7) } : one
	);
	return { ...facts, meetings };
}

/** The start of the service a day later: everything that counts from it, some 3,300 daily statements included. */
function laterStart(facts: PlanFacts): PlanFacts {
	const start = addDays(facts.events['start'] ?? facts.from, 1);
	return { ...facts, events: { ...facts.events, start } };
}

function replanned(facts: PlanFacts, scale: number, change: (facts: PlanFacts) => PlanFacts): number {
	const before = plan(serviceContract(scale), facts);
	const after = change(facts);
	return timed(40, () => replan(before, planAgain(before, after)));
}

/** One plan in this process as it is, in milliseconds; reading the contract is not counted. */
function coldOnce(): { ms: number; count: number } {
	const contract = serviceContract();
	const facts = serviceFacts();
	const began = performance.now();
	const rows = plannedOf(plan(contract, facts));
	return { ms: performance.now() - began, count: rows.length };
}

/** The rows for the bench: cold, re-planned (one committee; the start itself), growth of the contract by ten. */
export async function obligationFigures(): Promise<Figure[]> {
	const cold: { ms: number; count: number }[] = [];
	for (let i = 0; i < 5; i++) {
		const { stdout } = await promisify(execFile)(process.execPath, [
			fileURLToPath(import.meta.url),
			'--cold'
		]);
		cold.push(JSON.parse(stdout) as { ms: number; count: number });
	}
	const facts = serviceFacts();
	const contracts = [1, 10].map((scale) => ({
		contract: serviceContract(scale),
		facts: serviceFacts(scale)
	}));
	const [one, ten] = contracts.map((it) => timed(15, () => plannedOf(plan(it.contract, it.facts)))) as [
		number,
		number
	];
	const counts = contracts.map((it) => plannedOf(plan(it.contract, it.facts)).length) as [number, number];
	const perRow = (ten / counts[1] / (one / counts[0])).toFixed(2);
	return [
		{
			figure: `obligations d’un contrat de trois ans, à froid (${cold[0]?.count ?? 0} occurrences)`,
			measured: `${median(cold.map((it) => it.ms)).toFixed(1)} ms`,
			aim: '< 100 ms'
		},
		{
			figure: 'replanification après un comité déplacé, différence comprise',
			measured: `${replanned(facts, 1, postponed).toFixed(2)} ms`,
			aim: '< 20 ms'
		},
		{
			figure: 'replanification après un début déplacé, différence comprise',
			measured: `${replanned(facts, 1, laterStart).toFixed(2)} ms`,
			aim: '< 20 ms'
		},
		{
			figure: `contrat dix fois plus grand (${counts[0]} → ${counts[1]} occurrences)`,
			measured: `${one.toFixed(1)} → ${ten.toFixed(1)} ms, soit × ${perRow} par occurrence`,
			aim: 'linéaire (× 1)'
		}
	];
}

if (process.argv.includes('--cold')) process.stdout.write(JSON.stringify(coldOnce()));
