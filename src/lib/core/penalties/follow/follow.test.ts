import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regimeNames } from '../../contract/regimes/index.ts';
import { compare } from './compare.ts';
import { hearingOf } from './hearing.ts';
import { mayDo, notYet } from './may.ts';
import { stepsFromJson, stepsToJson } from './steps.ts';
import { totalsOf, weightOf, wholeSteps } from './totals.ts';
import { ccag, flat, line, search, silent, thing } from './world.fixture.ts';

describe('beside the lines there are', () => {
	const late = [thing('X-D', 3, { about: 'deliverable' })];
	const values = new Map([['late:X-D/1', { base: '100000.00' }]]);
	const found = (days: number) => search(ccag, { late: [{ ...late[0]!, days }], values }).found;

	it('finds nothing the second time', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 8 }), (all) => {
				const once = search(flat, {
					late: all.map((days, i) => thing(i % 2 ? 'X-A' : 'X-Z', days, { key: `k${i}` }))
				}).found;
				const again = compare(
					once,
					once.map((one) => line(one))
				);
				expect([again.fresh, again.changed, again.gone, again.since.size]).toEqual([[], [], [], 0]);
			})
		);
	});
	it('brings an open line up to date, and leaves a notified one its numbers with the difference', () => {
		const open = line(found(3)[0]!);
		expect(compare(found(5), [open])).toMatchObject({ changed: [{}], repriced: 1 });
		const told = {
			...open,
			stage: 'invited' as const,
			notifiedOn: '2023-01-20',
			commentBy: '2023-02-04'
		};
		const after = compare(found(5), [told]);
		expect([after.changed, after.since.get(told.number)]).toEqual([[], { days: 5, amount: 16_667n }]);
		expect(compare([], [told]).since.get(told.number)).toEqual({ days: null, amount: null });
	});
	it('ends an open line whose facts are gone, and takes it up again when they are back', () => {
		const open = line(found(3)[0]!);
		expect(compare([], [open]).gone).toEqual([open]);
		const lapsed = { ...open, stage: 'lapsed' as const };
		expect(compare([], [lapsed]).gone).toEqual([]);
		expect(compare(found(3), [lapsed]).changed).toHaveLength(1);
	});
	it('keeps an amount the client typed while only the delay grows', () => {
		const typed = line(search(silent, { late }).found[0]!, {
			typed: true,
			amount: 5000n,
			stage: 'computed'
		});
		expect(compare(search(silent, { late }).found, [typed]).changed).toEqual([]);
	});
});

describe('the whole', () => {
	const one = search(ccag, {
		late: [thing('X-D', 31, { about: 'deliverable' })],
		values: new Map([['late:X-D/1', { base: '100000', contractValue: '210000' }]])
	}).found[0]!;

	it('keeps what is simulated, notified, decided and charged apart, and counts the undetermined', () => {
		const all = totalsOf([
			line(one),
			line({ ...one, amount: 'undetermined' }),
			line(one, { stage: 'invited' }),
			line(one, { stage: 'decided', decision: 'reduced', decided: 5n }),
			line(one, { stage: 'decided', decision: 'waived', decided: 0n }),
			line(one, { stage: 'charged', decision: 'applied', decided: 103_333n }),
			line(one, { stage: 'lapsed' })
		]);
		expect(all).toEqual({
			simulated: { amount: 103_333n, count: 2, undetermined: 1 },
			notified: { amount: 103_333n, count: 1, undetermined: 0 },
			decided: { amount: 5n, count: 1, undetermined: 0 },
			charged: { amount: 103_333n, count: 1, undetermined: 0 },
			waived: 1
		});
	});
	it('owes nothing up to the exemption, all above it, and never more than the cap', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 0, max: 3_000_000 }), { minLength: 1, maxLength: 6 }),
				(cents) => {
					const lines = cents.map((amount) => line({ ...one, amount: BigInt(amount) }));
					const raw = lines.reduce((sum, each) => sum + weightOf(each), 0n);
					const steps = wholeSteps(ccag, lines);
					const cap = steps.find((step) => step.key === 'cap');
					expect(cap).toMatchObject({ amount: 2_100_000n, applied: raw > 2_100_000n });
					const exempt = steps.find((step) => step.key === 'exempt');
					const capped = raw > 2_100_000n ? 2_100_000n : raw;
					if (raw > 0n)
						expect(exempt).toMatchObject({ total: capped, applied: capped <= 100_000n });
				}
			)
		);
	});
	it('says that a cap is not stated where the contract states none', () => {
		expect(wholeSteps(flat, [])).toEqual([{ key: 'no_cap', stated: false }]);
		expect(wholeSteps(silent, [])).toEqual([]);
	});
});

describe('who may, and when', () => {
	const open = line(search(flat, { late: [thing('X-A', 2)] }).found[0]!);
	const signatory = { roles: ['client_signatory'], signs: true };
	const manager = { roles: ['client_manager'], signs: false };
	const lead = { roles: ['contractor_lead'], signs: false };
	const required = hearingOf('ccag-pi-2021');
	const unknown = hearingOf('cps');

	it('asks for the contractor’s comments first where the general conditions do', () => {
		expect([required.needed, required.days, unknown.needed, hearingOf('ccag-pi-2009').needed]).toEqual([
			...['required', 15, 'unknown', 'none']
		]);
		expect(notYet(open, required, '2023-01-20')).toBe('hearing');
		expect(notYet(open, unknown, '2023-01-20')).toBeNull();
	});
	it('waits until the day has passed once the contractor is invited, whatever the regime', () => {
		const invited = {
			...open,
			stage: 'invited' as const,
			notifiedOn: '2023-01-20',
			commentBy: '2023-02-04'
		};
		for (const hearing of [required, unknown]) {
			expect(mayDo(invited, signatory, hearing, '2023-02-04', false).decide).toBe(false);
			expect(mayDo(invited, signatory, hearing, '2023-02-05', false).decide).toBe(true);
			const commented = { ...invited, stage: 'commented' as const };
			expect(mayDo(commented, signatory, hearing, '2023-01-21', false).decide).toBe(true);
			expect(mayDo(commented, lead, hearing, '2023-01-21', false).comment).toBe(false);
		}
		expect(mayDo(invited, lead, required, '2023-03-01', false).comment).toBe(true);
	});
	it('gives each act to its side', () => {
		expect(mayDo(open, manager, unknown, '2023-01-20', false)).toMatchObject({
			invite: true,
			decide: false,
			charge: false
		});
		expect(mayDo(open, lead, unknown, '2023-01-20', false)).toMatchObject({
			invite: false,
			comment: false,
			decide: false
		});
		const waived = { ...open, stage: 'decided' as const, decision: 'waived' as const };
		expect(mayDo(waived, manager, unknown, '2023-01-20', false).charge).toBe(false);
		expect(mayDo(waived, signatory, unknown, '2023-01-20', false).correct).toBe(true);
	});
});

it('keeps steps through the store, their amounts exact', () => {
	const { steps } = search(flat, { late: [thing('X-A', 2)] }).found[0]!;
	expect(stepsFromJson(JSON.parse(JSON.stringify(stepsToJson(steps))))).toEqual(steps);
});

it('asks the store for the same hearing as core', () => {
	const sql = readFileSync('supabase/migrations/20261122001600_penalties.sql', 'utf8');
	for (const regime of regimeNames) {
		const { needed, days } = hearingOf(regime);
		expect(sql).toContain(`('${regime}', '${needed}', ${days ?? 'null'})`);
	}
});
