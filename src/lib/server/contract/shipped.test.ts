import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { calendarOf } from '#core/calendar/calendar.ts';
import { eventsIn } from '#core/calendar/rules/schema.ts';
import { planOf } from '#core/contract/plan.ts';
import { rulesOf } from '#core/contract/rules-of.ts';
import { contractSchema, type Contract } from '#core/contract/schema.ts';
import { storedContract } from '#core/contract/stored.ts';
import { readContract } from './read.ts';

const folder = new URL('../../../../templates/missions/', import.meta.url);

function shipped(slug: string): Contract {
	const read = readContract(readFileSync(new URL(`${slug}.yaml`, folder), 'utf8'));
	if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 1));
	return read.contract;
}

const contracts = {
	'eure-et-loir': shipped('eure-et-loir'),
	iltizam: shipped('iltizam'),
	redal: shipped('redal'),
	senagrosol: shipped('senagrosol')
};
const all = Object.values(contracts);
const codes = (list: readonly { code: string }[]) => list.map((one) => one.code).join(' ');
const numbered = (prefix: string, from: number, to: number) =>
	Array.from({ length: to - from + 1 }, (_, i) => `${prefix}${from + i}`).join(' ');

describe('what the four documents ask for, counted in the documents', () => {
	// Twelve months; launch, five committees before the forums, five forums, closing; seven « livrables attendus »;
	// twelve lines of the calendar; two bodies; four things LYDEC brings plus two designations, five tasks of the firm.
	it('Iltizam', () => {
		const { phases, milestones, committees, deliverables, obligations, tasks, ...rest } =
			contracts.iltizam;
		expect(codes(phases)).toBe('L-DUR');
		expect(codes(milestones)).toBe(numbered('L-M', 1, 12));
		expect(codes(committees)).toBe('L-COPIL L-EQP');
		expect(committees[0]?.composition).toHaveLength(11);
		expect(codes(deliverables)).toBe(numbered('L-D', 1, 7));
		expect(deliverables.every((one) => one.validators.join() === 'L-COPIL,client_manager')).toBe(true);
		expect(codes(obligations)).toBe(`${numbered('L-C', 1, 6)} ${numbered('L-S', 1, 5)}`);
		expect(codes(tasks)).toBe(numbered('L-T', 1, 12));
		expect(rest.ambiguities).toHaveLength(11);
		expect([rest.regime, rest.penalties.undetermined, rest.indicators.length]).toEqual([
			'unknown',
			true,
			0
		]);
	});
	// Articles 3 to 11: fifteen start-up duties of which three are papers Redal validates, three daily, ten monthly, one
	// quarterly, four yearly, one at the end, twelve on a fact; twelve indicators; three amounts in article 6.
	it('Redal', () => {
		const { phases, committees, deliverables, obligations, indicators, penalties, ...rest } =
			contracts.redal;
		expect(codes(phases)).toBe('R-DUR');
		expect(codes(committees)).toBe('R-COPIL R-CSP R-REU');
		expect(codes(deliverables)).toBe('R-S08 R-S10 R-S12');
		expect(codes(obligations)).toBe(
			[
				'R-S01 R-S02 R-S03 R-S04 R-S05 R-S06 R-S07 R-S09 R-S11 R-S13 R-S14 R-S15',
				numbered('R-D', 1, 3),
				numbered('R-M', 1, 10),
				'R-Q1',
				numbered('R-A', 1, 4),
				'R-E1',
				numbered('R-V', 1, 12)
			].join(' ')
		);
		expect(codes(indicators)).toBe(numbered('R-K', 1, 12));
		expect(codes(penalties.items)).toBe('R-P1 R-P2 R-P3');
		expect(penalties.items.map((one) => one.amount)).toEqual([2000, 5000, 1000]);
		expect([rest.regime, rest.currency, rest.ambiguities.length]).toEqual(['cps', 'MAD', 21]);
		const register = (key: string) => rest.registers.find((one) => one.key === key);
		// Thirteen bullets of article 9, eight profiles of article 3.2.
		expect(register('types-d-anomalie')?.rows).toHaveLength(13);
		expect(register('profils')?.rows).toHaveLength(8);
	});
	it('Redal, contents of the reports', () => {
		const { obligations } = contracts.redal;
		const lines = (code: string) => obligations.find((one) => one.code === code)?.checklist.length;
		// Bullets of article 5.7 (daily, monthly), of article 10 and of article 11.
		expect([lines('R-D1'), lines('R-M1'), lines('R-A4'), lines('R-A1')]).toEqual([9, 14, 7, 4]);
	});
	// Seventeen lines of the « programmation des activités ».
	it('Senagrosol', () => {
		const { committees, deliverables, tasks, penalties, indicators, regime } = contracts.senagrosol;
		expect(codes(committees)).toBe('U-CCPP U-CCPPE U-SOT U-CSP');
		expect(codes(deliverables)).toBe(numbered('U-D', 1, 5));
		expect(codes(tasks)).toBe(numbered('U-T', 1, 17));
		expect(tasks.filter((one) => one.owner === 'client').map((one) => one.code)).toEqual(['U-T14']);
		// Six points of the plan, norms among them, and three kinds of information.
		expect(deliverables.slice(3).map((one) => one.checklist.length)).toEqual([9, 9]);
		expect([regime, penalties.undetermined, indicators.length]).toEqual(['simple', true, 0]);
	});
	it('Eure-et-Loir: eighteen open points, staged dates for the tender file', () => {
		const { ambiguities, deliverables } = contracts['eure-et-loir'];
		expect(ambiguities).toHaveLength(18);
		const tender = deliverables.find((one) => one.code === 'E-L25');
		expect(tender?.steps.map((one) => one.rule)).toEqual([
			{ strictly_before: '2020-06-15' },
			{ strictly_before: '2020-06-30' }
		]);
	});
});

describe('dates of the documents', () => {
	const by = (list: readonly { code: string }[], code: string) => list.find((one) => one.code === code);

	it('Senagrosol keeps its plan line by line, Sundays and feasts included', () => {
		const { tasks } = planOf(contracts.senagrosol, {}, calendarOf('SN'));
		expect(tasks.map((one) => `${one.code} ${one.startsOn ?? '?'} ${one.endsOn ?? '?'}`)).toEqual([
			'U-T1 1996-05-20 1996-05-28',
			'U-T2 1996-05-29 1996-05-29',
			'U-T3 1996-05-29 1996-06-04',
			'U-T4 1996-06-05 1996-06-05',
			'U-T5 1996-06-05 1996-06-12',
			'U-T6 1996-06-12 1996-06-19',
			'U-T7 1996-06-20 1996-06-20',
			'U-T8 1996-06-24 1996-06-27',
			'U-T9 1996-06-28 1996-06-28',
			'U-T10 1996-06-29 1996-07-14',
			'U-T11 1996-07-01 1996-07-05',
			'U-T12 1996-07-08 1996-07-19',
			'U-T13 1996-07-19 1996-07-31',
			'U-T14 1996-08-01 1996-08-30',
			'U-T15 1996-08-30 1996-08-30',
			'U-T16 ? ?',
			'U-T17 1996-09-01 1996-09-15'
		]);
	});
	it('Iltizam runs twelve months from its signature, and dates no deliverable', () => {
		const plan = planOf(contracts.iltizam, { signature: '2012-03-15' }, calendarOf('MA-public'));
		expect(plan.phases[0]).toMatchObject({ startsOn: '2012-03-15', endsOn: '2013-03-15' });
		expect(plan.deliverables.every((one) => one.state === 'undetermined')).toBe(true);
		expect(by(plan.milestones, 'L-M1')).toMatchObject({ day: '2012-01-31' });
		expect(by(plan.milestones, 'L-M2')).toMatchObject({ day: null, awaiting: 'L-M7' });
		const set = planOf(
			contracts.iltizam,
			{ signature: '2012-03-15', 'L-M7': '2012-06-12' },
			calendarOf('MA-public')
		);
		expect(by(set.milestones, 'L-M2')).toMatchObject({ day: '2012-06-11' });
	});
});

describe('every shipped file', () => {
	it('cites a clause, with a few words of it, for each thing the contract asks', () => {
		for (const contract of all) {
			const asked = [
				...contract.milestones,
				...contract.committees,
				...contract.deliverables,
				...contract.obligations,
				...contract.penalties.items
			];
			expect(asked.filter((one) => !one.clause?.quote).map((one) => one.code)).toEqual([]);
		}
	});
	it('says why wherever it gives no date, no chair, no address and no validator', () => {
		for (const { committees, recipients, deliverables } of all) {
			for (const { chair } of committees) expect(typeof chair === 'string' || chair.why).toBeTruthy();
			for (const one of recipients) expect(one.email ?? one.email_unknown).toBeTruthy();
			for (const one of deliverables)
				expect(one.validators.length > 0 || one.validators_unknown).toBeTruthy();
		}
	});
	it('never decides in silence: a rule with another reading says which one was chosen, or leaves it open', () => {
		for (const contract of all) {
			const silent = [...contract.milestones, ...contract.obligations, ...contract.deliverables].filter(
				(one) => one.alternatives.length > 0 && !('tbd' in one.rule) && !one.interpretation
			);
			expect(silent.map((one) => one.code)).toEqual([]);
		}
	});
	it('uses every event it declares, and fits what the store accepts', () => {
		for (const contract of all) {
			const used = new Set([
				...rulesOf(contract).flatMap(({ rule }) => eventsIn(rule)),
				...contract.obligations.map((one) => one.each)
			]);
			expect(contract.events.filter((one) => !used.has(one.name)).map((one) => one.name)).toEqual([]);
			const titled = [contract.tasks, contract.milestones, contract.deliverables, contract.obligations];
			for (const { code, title } of titled.flat()) expect(title.length, code).toBeLessThanOrEqual(200);
			expect(contract.short.length).toBeLessThanOrEqual(60);
		}
	});
	it('is the same once read again, as a store gives it back', () => {
		for (const contract of all) {
			const stored: unknown = JSON.parse(JSON.stringify(contract));
			expect(contractSchema.parse(stored)).toEqual(contract);
			expect(storedContract(stored)).toEqual(contract);
		}
	});
	it('points editors to the schema beside it', () => {
		for (const slug of Object.keys(contracts)) {
			const [first] = readFileSync(new URL(`${slug}.yaml`, folder), 'utf8').split('\n');
			expect(first).toBe('# yaml-language-server: $schema=./contract.schema.json');
		}
	});
});
