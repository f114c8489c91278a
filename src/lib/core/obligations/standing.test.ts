import { describe, expect, it } from 'vitest';
import { doneStates, occurrenceStates, standingOf, type OccurrenceFacts } from './standing.ts';

const dated = { state: 'dated', due: '2020-03-02' } as const;
const on = (today: string, facts: OccurrenceFacts = {}, ahead = 7) => standingOf(dated, facts, today, ahead);
const sent = { on: '2020-03-02', proof: 'accusé de réception' };

describe('how an occurrence stands', () => {
	it('comes, is to produce, then late from the day after its due day', () => {
		expect(on('2020-02-20').state).toBe('to_come');
		expect(on('2020-02-24')).toMatchObject({ state: 'to_produce', inDays: 7 });
		expect(on('2020-03-02')).toMatchObject({ state: 'to_produce', daysLate: 0, inDays: 0 });
		expect(on('2020-03-03')).toMatchObject({ state: 'late', daysLate: 1, inDays: -1, late: true });
		expect(on('2020-02-24', {}, 3).state).toBe('to_come');
	});
	it('is neither late nor dropped while it waits or has no day', () => {
		expect(standingOf({ state: 'awaiting', due: null }, {}, '2030-01-01').state).toBe('awaiting');
		expect(standingOf({ state: 'undetermined', due: null }, {}, '2030-01-01')).toMatchObject({
			state: 'to_be_set',
			late: false
		});
		expect(standingOf({ state: 'undetermined', due: null }, { sent }, '2030-01-01').state).toBe('sent');
	});
	it('counts a sending only with its proof, and keeps how late it was', () => {
		expect(on('2020-04-01', { sent })).toMatchObject({ state: 'sent', daysLate: 0, late: false });
		expect(on('2020-04-01', { sent: { ...sent, on: '2020-03-05' } })).toMatchObject({
			state: 'sent',
			daysLate: 3
		});
		expect(on('2020-02-01', { sent: { ...sent, proof: ' ' } }).state).toBe('to_come');
		expect(on('2020-04-01', { sent: { ...sent, proof: ' ' } }).state).toBe('late');
	});
	it('keeps the last word: contested, sent again, accepted', () => {
		const contested = { on: '2020-03-04', why: 'incomplet' };
		expect(on('2020-03-10', { sent, contested }).state).toBe('contested');
		expect(on('2020-03-10', { sent: { ...sent, on: '2020-03-06' }, contested }).state).toBe('sent');
		expect(on('2020-03-10', { sent, contested, accepted: { on: '2020-03-09' } }).state).toBe('accepted');
	});
	it('is waived only with a reason, and recorded as never sent', () => {
		const waived = { on: '2020-03-04', why: 'semaine sans activité', by: 'cheffe de projet' };
		expect(on('2020-03-10', { waived })).toMatchObject({ state: 'waived', daysLate: 0 });
		expect(on('2020-03-10', { waived: { ...waived, why: ' ' } }).state).toBe('late');
		expect(on('2020-03-20', { notSent: { on: '2020-03-12' } })).toMatchObject({
			state: 'not_sent',
			daysLate: 10
		});
	});
	it('is late on its own day when it is due to the minute', () => {
		const quick = { state: 'dated', due: '2022-12-05T14:30' } as const;
		const late = standingOf(quick, { sent: { ...sent, on: '2022-12-05T14:31' } }, '2022-12-06');
		expect(late).toMatchObject({ state: 'sent', daysLate: 0, late: true });
		expect(standingOf(quick, { sent: { ...sent, on: '2022-12-05T14:30' } }, '2022-12-06').late).toBe(
			false
		);
	});
	it('knows which states a change of events leaves alone', () => {
		expect(occurrenceStates.filter((state) => !doneStates.has(state))).toEqual([
			'to_be_set',
			'awaiting',
			'to_come',
			'to_produce',
			'late'
		]);
	});
});
