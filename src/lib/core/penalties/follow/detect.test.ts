import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ccag, flat, search, silent, stop, thing } from './world.fixture.ts';

describe('what comes up', () => {
	it('prices each fact once by its clause, whatever its days, and says so in steps', () => {
		const { found } = search(flat, { late: [thing('X-A', 9)] });
		expect(found).toMatchObject([
			{ key: 'late:X-A/1', amount: 100_000n, clauseCode: 'X-Q3', clause: { ref: 'Art. 6' } }
		]);
		expect(found[0]!.steps.map((step) => step.key)).toEqual(['running', 'flat', 'optional', 'source']);
	});
	it('follows the steps of time of interruptions, to the second', () => {
		const { found } = search(flat, { interruptions: [stop('INT-001', 1800), stop('INT-002', 1801)] });
		expect(found.map((one) => [one.subject, one.clauseCode, one.amount])).toEqual([
			['INT-001', 'X-Q1', 200_000n],
			['INT-002', 'X-Q2', 500_000n]
		]);
	});
	it('leaves out what is excluded or not the contractor’s doing, and waits for what nobody judged', () => {
		const all = search(flat, {
			interruptions: [
				stop('INT-001', 60, { attributable: false }),
				stop('INT-002', 60, { excluded: true }),
				stop('INT-003', 60, { attributable: null }),
				stop('INT-004', null)
			]
		});
		expect(all).toMatchObject({ found: [], unjudged: ['INT-003'], ongoing: ['INT-004'] });
	});
	it('asks which reading of a clause counts before it makes penalties of it', () => {
		const late = [thing('X-B', 2), thing('X-B', 5, { key: 'X-B/2' }), thing('X-A', 1)];
		const open = search(flat, { late });
		expect(open.found.map((one) => one.code)).toEqual(['X-A']);
		expect(open.disputed).toMatchObject([
			{ item: { code: 'X-Q3' }, duties: [{ code: 'X-B', count: 2 }], wide: 200_000n, narrow: 0n }
		]);
		const wide = search(flat, { late, readings: new Map([['X-Q3', 'tous']]) });
		expect(wide.found.map((one) => one.amount)).toEqual([100_000n, 100_000n, 100_000n]);
		const narrow = search(flat, { late, readings: new Map([['X-Q3', '']]) });
		expect([narrow.found.length, narrow.outside]).toEqual([1, [{ code: 'X-B', title: 'X-B', count: 2 }]]);
	});
	it('is undetermined, never 0, where no clause is loaded or none is for such a fact', () => {
		for (const contract of [silent, flat]) {
			const { found } = search(contract, { late: [thing('X-Z', 4, { about: 'deliverable' })] });
			expect(found).toMatchObject([{ amount: 'undetermined', clauseCode: null }]);
			expect(found[0]!.steps.some((step) => step.key === 'undetermined')).toBe(true);
		}
	});
	it('by a CCAG formula waits for the value of the late part, then counts the days', () => {
		const late = [thing('X-D', 31, { about: 'deliverable' })];
		expect(search(ccag, { late }).found[0]).toMatchObject({
			amount: 'undetermined',
			exempt: 100_000n,
			cap: null
		});
		const values = new Map([['late:X-D/1', { base: '100000.00', contractValue: '210000.00' }]]);
		expect(search(ccag, { late, values }).found[0]).toMatchObject({ amount: 103_333n, cap: 2_100_000n });
	});
	it('grows with each day by a formula, and never when it is flat', () => {
		const days = fc.integer({ min: 1, max: 900 });
		const amount = (contract: typeof flat, code: string, late: number) =>
			search(contract, {
				late: [thing(code, late)],
				values: new Map([[`late:${code}/1`, { base: '84000.00' }]])
			}).found[0]!.amount as bigint;
		fc.assert(
			fc.property(days, days, (a, b) => {
				const [less, more] = a < b ? [a, b] : [b, a];
				expect(amount(ccag, 'X-D', less) <= amount(ccag, 'X-D', more)).toBe(true);
				expect(amount(flat, 'X-A', less)).toBe(amount(flat, 'X-A', more));
			})
		);
	});
});
