import { describe, expect, it } from 'vitest';
import { calendarOf } from '../calendar/calendar.ts';
import { eventsOf } from './events.ts';
import { minimalContract } from './minimal.fixture.ts';
import { planOf } from './plan.ts';
import { contractSchema } from './schema.ts';

const fr = calendarOf('FR');

function contract() {
	const draft = minimalContract();
	return contractSchema.parse({
		...draft,
		phases: [
			{ ...draft.phases[0], limit: { strictly_before: '2019-11-29' }, duration: '1 mois' },
			{
				code: 'X-P2',
				title: 'Suite',
				start: { after: 'end:X-P1', count: 1, unit: 'day', roll: 'none' },
				end: { after: 'X-M1', count: 2, unit: 'week' }
			}
		],
		milestones: [
			{
				code: 'X-M1',
				title: 'Comité',
				kind: 'floating',
				rule: { on: 'end:X-P1' },
				committee: 'X-COPIL'
			}
		],
		deliverables: [
			{
				code: 'X-L1',
				title: 'Rapport',
				validators: ['X-COPIL'],
				rule: { before: 'X-M1', count: 5, unit: 'day' }
			},
			{ code: 'X-L2', title: 'Note', validators: ['X-COPIL'], rule: { tbd: true, why: 'non datée' } },
			{
				code: 'X-L3',
				title: 'Réponse',
				validators: ['X-COPIL'],
				rule: { after: 'decided:X-L1', count: 10, unit: 'day' }
			}
		],
		tasks: [
			{
				code: 'T1',
				title: 'Écrire',
				start: { on: 'notification' },
				end: { by: '2019-11-03' },
				origin: 'project'
			},
			{
				code: 'T2',
				title: 'Relire',
				start: { on: 'end:X-P1' },
				end: { by: '2019-11-15' },
				origin: 'project'
			}
		]
	});
}

describe('a plan', () => {
	const plan = planOf(contract(), { notification: '2019-10-29' }, fr);

	it('dates phases, milestones and deliverables from one anchor', () => {
		expect(plan.phases.map((one) => [one.startsOn, one.endsOn, one.limitOn])).toEqual([
			['2019-10-29', '2019-11-29', '2019-11-28'],
			['2019-11-30', '2019-12-13', null]
		]);
		expect(plan.milestones[0]).toMatchObject({
			code: 'X-M1',
			day: '2019-11-29',
			committee: 'X-COPIL',
			state: 'dated'
		});
		expect(plan.deliverables[0]).toMatchObject({
			nominal: '2019-11-24',
			due: '2019-11-24',
			advised: '2019-11-22'
		});
	});
	it('leaves open what the contract leaves open, and what waits', () => {
		expect(plan.deliverables[1]).toMatchObject({ due: null, state: 'undetermined', awaiting: null });
		expect(plan.deliverables[2]).toMatchObject({
			due: null,
			state: 'awaiting',
			awaiting: 'decided:X-L1'
		});
	});
	it('says that a duration runs past a fixed date', () => {
		expect(plan.alerts[0]).toMatchObject({ code: 'phase_past_limit', subject: 'X-P1' });
	});
	it('ends tasks on a working day, and never before they start', () => {
		expect(plan.tasks.map((one) => [one.startsOn, one.endsOn])).toEqual([
			['2019-10-29', '2019-10-31'],
			['2019-11-29', '2019-11-29']
		]);
		expect(plan.alerts[1]).toMatchObject({ code: 'task_past_end', subject: 'T2' });
	});
	it('waits for everything before the notification', () => {
		const early = planOf(contract(), {}, fr);
		expect(early.phases[1]).toMatchObject({ startsOn: null, endsOn: null });
		expect(early.milestones[0]).toMatchObject({ day: null, state: 'awaiting', awaiting: 'end:X-P1' });
		expect(early.tasks[0]).toMatchObject({ startsOn: null, endsOn: '2019-10-31' });
		expect(early.alerts).toEqual([]);
	});
	it('lets what happened win over the file', () => {
		const held = planOf(
			contract(),
			{ notification: '2019-10-29', 'X-M1': '2019-12-05', 'decided:X-L1': '2019-12-10' },
			fr
		);
		expect(held.milestones[0]?.day).toBe('2019-12-05');
		expect(held.phases[1]?.endsOn).toBe('2019-12-19');
		expect(held.deliverables[2]?.due).toBe('2019-12-20');
	});
	it('lists every event that has a day', () => {
		const days = eventsOf(contract(), { notification: '2019-10-29' }, fr);
		expect(days).toMatchObject({
			notification: '2019-10-29',
			'end:X-P1': '2019-11-29',
			'X-M1': '2019-11-29'
		});
	});
});
