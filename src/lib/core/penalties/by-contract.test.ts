import { describe, expect, it } from 'vitest';
import { minimalContract } from '../contract/minimal.fixture.ts';
import { contractSchema } from '../contract/schema.ts';
import { byContract, dutiesOfFact, type Fact } from './by-contract.ts';

const report = (code: string) => ({
	code,
	title: code,
	kind: 'report',
	owner: 'contractor',
	rule: { weekly: 'friday' }
});
const contract = contractSchema.parse({
	...minimalContract(),
	currency: 'MAD',
	events: [{ name: 'panne', label: 'Panne' }],
	obligations: [
		report('X-A'),
		report('X-B'),
		report('X-C'),
		{ ...report('X-V'), kind: 'notice', rule: { on: 'panne', within: 20, unit: 'minute' } }
	],
	penalties: {
		optional: true,
		items: [
			{
				code: 'X-Q1',
				title: 'courte',
				fact: 'panne',
				amount: 2000,
				duration: { at_most: 30, unit: 'minute' }
			},
			{
				code: 'X-Q2',
				title: 'longue',
				fact: 'panne',
				amount: 5000,
				duration: { over: 30, unit: 'minute' }
			},
			{
				code: 'X-Q3',
				title: 'rapport',
				fact: 'late_report',
				amount: 1000,
				obligations: ['X-A'],
				alternatives: [{ reading: 'tous les rapports', obligations: ['X-B'] }]
			}
		]
	}
});
const due = (...facts: Fact[]) => byContract(contract, facts).due;

describe('flat amounts', () => {
	it('follow the steps of time, to the second', () => {
		expect(due({ kind: 'panne', seconds: 1800 })).toBe(200_000n);
		expect(due({ kind: 'panne', seconds: 1801 })).toBe(500_000n);
		expect(due({ kind: 'panne' })).toBe('undetermined');
	});
	it('count each fact once, whatever its days, and none for a delay of 0 days', () => {
		expect(due({ kind: 'late_report', obligation: 'X-A', days: 9 })).toBe(100_000n);
		expect(due({ kind: 'late_report', obligation: 'X-A', count: 3 })).toBe(300_000n);
		expect(due({ kind: 'missing_report', obligation: 'X-A' })).toBe(100_000n);
		expect(due({ kind: 'late_report', obligation: 'X-A', days: 0 })).toBe(0n);
	});
	it('are undetermined, not 0, for a fact that no clause names', () => {
		expect(due({ kind: 'late_report', obligation: 'X-C' })).toBe('undetermined');
		expect(due({ kind: 'panne', seconds: 60 }, { kind: 'late_report', obligation: 'X-C' })).toBe(
			'undetermined'
		);
	});
	it('give every reading of a disputed clause and choose none', () => {
		const facts = [
			{ kind: 'late_report', obligation: 'X-B' },
			{ kind: 'late_report', obligation: 'X-A' }
		];
		const open = byContract(contract, facts);
		expect(open.due).toBe('undetermined');
		expect(open.readings).toMatchObject([
			{ key: 'wide', reading: 'tous les rapports', due: 200_000n },
			{ key: 'narrow', due: 100_000n }
		]);
		expect(byContract(contract, facts, 'narrow').due).toBe(100_000n);
	});
	it('say that nothing is due before the client decides, where the clause says « pourra »', () => {
		expect(byContract(contract, [{ kind: 'panne', seconds: 1 }]).steps).toContainEqual({
			key: 'optional'
		});
	});
	it('leave nothing due for what is not the contractor’s doing', () => {
		expect(due({ kind: 'panne', seconds: 9000, attributable: false })).toBe(0n);
	});
});

it('names the duties of a fact, the timed one only once its time has passed', () => {
	const codes = (seconds: number) =>
		dutiesOfFact(contract, { kind: 'panne', seconds }).map((one) => one.code);
	expect([codes(1200), codes(1201)]).toEqual([[], ['X-V']]);
});

it('is undetermined when the contract has no clause at all', () => {
	const silent = contractSchema.parse(minimalContract());
	const found = byContract(silent, [{ kind: 'late_report' }]);
	expect([found.raw, found.due, found.items.length]).toEqual(['undetermined', 'undetermined', 1]);
	expect(found.steps).toEqual([{ key: 'undetermined', why: 'voir CCAP' }]);
});
