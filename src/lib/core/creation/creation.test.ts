import { describe, expect, it } from 'vitest';
import { minimalContract } from '../contract/minimal.fixture.ts';
import { contractSchema } from '../contract/schema.ts';
import { contractOfSteps } from './steps-to-contract.ts';
import { outlookOf } from './outlook.ts';
import { slugOf } from './slug.ts';
import { stepsInput } from './steps.ts';

const fields = {
	title: 'Étude d’accessibilité des collèges',
	short: '',
	client: 'Département',
	contractor: 'Cabinet',
	regime: 'simple',
	calendar: 'FR',
	startOn: '2026-12-01',
	phase_title_0: 'Diagnostic',
	phase_count_0: '2',
	phase_unit_0: 'month',
	phase_title_1: '',
	phase_title_2: 'Préconisations',
	phase_count_2: '1',
	phase_unit_2: 'month',
	committee_title: 'Comité de pilotage',
	committee_chair: 'Directrice générale des services',
	committee_cadence: 'monthly',
	deliverable_title_0: 'Rapport de diagnostic',
	deliverable_phase_0: '0',
	deliverable_due_0: '',
	deliverable_title_1: 'Plan d’action',
	deliverable_phase_1: '2',
	deliverable_due_1: '2027-02-20',
	weekly: 'friday'
};
const faults = (more: Record<string, string>) => {
	const read = stepsInput.safeParse({ ...fields, ...more });
	return read.success ? [] : read.error.issues.map((one) => `${one.path.join('.')} ${one.message}`);
};

describe('an address made of a title', () => {
	it('is plain, short and never empty', () => {
		expect(slugOf('Étude d’accès, lot n° 2')).toBe('etude-d-acces-lot-n-2');
		expect(slugOf('Œuvre')).toBe('oeuvre');
		expect(slugOf('« … »')).toBe('mission-1');
		expect(slugOf('a'.repeat(200))).toHaveLength(48);
		expect(slugOf(`${'mot '.repeat(30)}`).length).toBeLessThanOrEqual(48);
	});
});

describe('the step by step form', () => {
	it('says what is wrong field by field, with what is missing', () => {
		expect(faults({})).toEqual([]);
		expect(
			faults({
				title: ' ',
				phase_count_0: '1,5',
				committee_chair: '',
				startOn: '2026-02-30',
				regime: 'x'
			})
		).toEqual([
			'phase_count_0 count_missing',
			'regime choice_missing',
			'title field_missing',
			'startOn date_out_of_range',
			'committee_chair field_missing'
		]);
		expect(faults({ deliverable_phase_1: '1' })).toEqual(['deliverable_phase_1 unknown_phase']);
		expect(
			faults({ phase_title_0: '', phase_title_2: '', deliverable_title_0: '', deliverable_title_1: '' })
		).toEqual(['phase_title_0 field_missing']);
	});

	it('makes a contract that the file format accepts', () => {
		const contract = contractSchema.parse(contractOfSteps(stepsInput.parse(fields)));
		expect(contract.phases.map((one) => one.code)).toEqual(['M-P1', 'M-P2']);
		expect(contract.deliverables.map((one) => [one.phase, one.rule])).toEqual([
			['M-P1', { on: 'end:M-P1' }],
			['M-P2', { by: '2027-02-20' }]
		]);
		expect(contract.penalties).toMatchObject({ undetermined: true });
		const bare = { ...fields, committee_title: '', weekly: '', startOn: '' };
		const open = contractSchema.parse(contractOfSteps(stepsInput.parse(bare)));
		expect([open.committees, open.obligations, open.milestones]).toEqual([[], [], []]);
		expect(open.anchors[0]?.tbd).toBeDefined();
		const ends = contractSchema.parse(
			contractOfSteps(stepsInput.parse({ ...fields, committee_cadence: 'phase_end' }))
		);
		expect(ends.milestones).toHaveLength(2);
	});
});

describe('the outlook', () => {
	it('gives phases, counts by kind and the first twelve deadlines in order, in words', () => {
		const contract = contractSchema.parse(contractOfSteps(stepsInput.parse(fields)));
		const seen = outlookOf(contract, {});
		expect(seen.phases.map((one) => [one.startsOn, one.endsOn])).toEqual([
			['2026-12-01', '2027-02-01'],
			['2027-02-02', '2027-03-01']
		]);
		expect(seen.first).toHaveLength(12);
		const days = seen.first.map((one) => one.due);
		expect(days.toSorted()).toEqual(days);
		expect(seen.first.every((one) => one.words.length > 5)).toBe(true);
		expect(seen.kinds).toEqual([
			{ kind: 'meeting', duties: 1, dated: 3, undated: 0 },
			{ kind: 'report', duties: 1, dated: 14, undated: 0 },
			{ kind: 'deliverable', duties: 2, dated: 2, undated: 0 }
		]);
		expect(seen.total).toEqual({ duties: 4, dated: 19, undated: 0 });
		expect(seen.warnings).toEqual([]);
	});

	it('guesses nothing for an anchor without a day, and uses the one it is given', () => {
		const contract = contractSchema.parse(minimalContract());
		const open = outlookOf(contract, {});
		expect(open.toSet).toEqual([
			{ name: 'notification', label: 'Notification', why: 'à venir', day: null, awaitedBy: 2 }
		]);
		expect(open.phases[0]).toMatchObject({ startsOn: null, endsOn: null });
		expect(open.first).toEqual([]);
		const set = outlookOf(contract, { notification: '2026-12-01' });
		expect(set.phases[0]).toMatchObject({
			startsOn: '2026-12-01',
			endsOn: '2027-01-01'.replace('01-01', '01-04')
		});
		expect(set.toSet[0]?.day).toBe('2026-12-01');
	});

	it('warns once for each year whose feasts nobody confirmed', () => {
		const contract = contractSchema.parse({
			...minimalContract(),
			calendar: 'MA-public',
			obligations: [
				{
					code: 'X-R1',
					title: 'Point',
					kind: 'report',
					owner: 'contractor',
					rule: { weekly: 'friday' }
				}
			]
		});
		const late = outlookOf(contract, { notification: '2028-12-15' });
		expect(late.warnings).toEqual([expect.stringContaining('2028'), expect.stringContaining('2029')]);
		expect(late.first.length).toBeGreaterThan(2);
		expect(outlookOf(contract, { notification: '2023-03-15' }).warnings).toEqual([]);
	});
});
