import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../calendar/calendar.ts';
import { addDays } from '../calendar/days.ts';
import { byFormula } from './by-formula.ts';
import { formulaOf } from './formulas.ts';
import { AmountError, divideHalfUp, plainAmount, readCents, shortAmount } from './money.ts';
import type { DelayItem } from './types.ts';

const fr = calendarOf('FR');
const names = ['ccag-pi-2021', 'ccag-pi-2009', 'ccag-fcs-2021'] as const;
const formula = (name: (typeof names)[number]) => {
	const found = formulaOf(name);
	if (found.formula === null) throw new Error(found.why);
	return found.formula;
};
const penalty = (name: (typeof names)[number], contract: number | null, items: DelayItem[]) =>
	byFormula(formula(name), contract, items, fr);

describe('money', () => {
	it('reads what is written exactly, and nothing else', () => {
		expect([84000, 84000.5, '84 000,50', '0.10', 1e3].map(readCents)).toEqual([
			8400000n,
			8400050n,
			8400050n,
			10n,
			100000n
		]);
		for (const bad of [-1, 1.005, '1.005', Number.NaN, 1e21, '', '12 €', '1.2.3'])
			expect(() => readCents(bad)).toThrow(AmountError);
	});
	it('writes cents as formulas and as flat amounts', () => {
		expect([5n, 100n, 103333n].map(plainAmount)).toEqual(['0.05', '1.00', '1033.33']);
		expect([200000n, 200050n].map(shortAmount)).toEqual(['2000', '2000.50']);
	});
	it('rounds half a cent upwards, once', () => {
		expect([divideHalfUp(1n, 2n), divideHalfUp(1n, 3n), divideHalfUp(2n, 3n)]).toEqual([1n, 0n, 1n]);
		fc.assert(
			fc.property(fc.bigInt(0n, 10n ** 18n), fc.bigInt(1n, 10n ** 6n), (a, b) => {
				const twice = 2n * a - 2n * b * divideHalfUp(a, b);
				expect(-b < twice && twice < b ? true : twice === -b).toBe(true);
			})
		);
	});
});

describe('points the table of cases leaves out', () => {
	it('rounds each item before summing', () => {
		const item = { base: 100_000, days: 31 };
		expect(penalty('ccag-pi-2021', null, [item, item, item]).raw).toBe(309999n);
	});
	it('exempts a total of exactly the threshold, and one cent more owes all', () => {
		const owed = (base: string) => penalty('ccag-pi-2021', 900_000, [{ base, days: 3 }]).due;
		expect(owed('1000000')).toBe(0n);
		expect(owed('1000010')).toBe(100001n);
	});
	it('has no cap under the 2009 text', () => {
		const found = penalty('ccag-pi-2009', 120_000, [{ base: 120_000, days: 400 }]);
		expect([found.cap, found.due]).toEqual([null, 1_600_000n]);
	});
	it('says that the cap was not checked when the contract’s value is unknown', () => {
		const found = penalty('ccag-pi-2021', null, [{ base: 100_000, days: 31 }]);
		expect(found.steps).toContainEqual({ key: 'cap_unknown', percent: '10' });
	});
	it('is undetermined as long as the value or the hand-in is not known', () => {
		for (const item of [{ days: 3 }, { base: 10, dueOn: '2020-01-29' }, { whole: true, days: 3 }])
			expect(penalty('ccag-pi-2021', null, [item, { base: 1, days: 1 }]).due).toBe('undetermined');
	});
	it('has no formula where none is written', () => {
		for (const name of ['unknown', 'simple', 'cps'] as const)
			expect(formulaOf(name)).toMatchObject({ formula: null });
		expect(formulaOf('cps', { rate: '0.5', cap: 10 })).toMatchObject({ formula: { per: '0.5' } });
	});
	it('takes a CPS rate on the whole contract when the late part has no value of its own', () => {
		const found = formulaOf('cps', { rate: '0.5' });
		expect(byFormula(found.formula!, 600_000, [{ days: 10 }], calendarOf('MA-public')).due).toBe(
			300_000n
		);
	});
});

const item: fc.Arbitrary<DelayItem> = fc.record({
	base: fc.integer({ min: 1, max: 5_000_000 }),
	days: fc.integer({ min: 0, max: 900 })
});

describe('what holds for every penalty', () => {
	const regime = fc.constantFrom(...names);
	it('is never more than its cap, and nothing or more than the exemption', () => {
		fc.assert(
			fc.property(regime, fc.array(item, { minLength: 1, maxLength: 6 }), (name, items) => {
				const contract = 2_000_000;
				const { raw, due } = penalty(name, contract, items) as { raw: bigint; due: bigint };
				expect(due <= raw).toBe(true);
				if (formula(name).cap !== 'none') expect(due <= BigInt(contract) * 10n).toBe(true);
				expect(due === 0n || due > 100_000n).toBe(true);
			})
		);
	});
	it('does not depend on the order of the items, and grows with each day', () => {
		fc.assert(
			fc.property(regime, fc.array(item, { minLength: 1, maxLength: 6 }), (name, items) => {
				const sum = penalty(name, null, items).raw as bigint;
				expect(penalty(name, null, items.toReversed()).raw).toBe(sum);
				const later = items.map((one) => ({ ...one, days: (one.days ?? 0) + 1 }));
				expect((penalty(name, null, later).raw as bigint) >= sum).toBe(true);
			})
		);
	});
	it('counts from the day after the extended and rolled limit, never a negative delay', () => {
		const day = fc.integer({ min: 0, max: 8000 }).map((count) => addDays('2005-01-01', count));
		fc.assert(
			fc.property(
				day,
				fc.integer({ min: 0, max: 90 }),
				fc.integer({ min: -30, max: 60 }),
				(dueOn, extensionDays, after) => {
					const deliveredOn = addDays(dueOn, extensionDays + after);
					const [found] = penalty('ccag-pi-2021', null, [
						{ base: 3000, dueOn, extensionDays, deliveredOn }
					]).items;
					expect(found!.days! >= 0).toBe(true);
					expect(found!.days! <= Math.max(0, after)).toBe(true);
					if (after > 0 && fr.isWorking(addDays(dueOn, extensionDays)))
						expect(found!.days).toBe(after);
				}
			)
		);
	});
});
