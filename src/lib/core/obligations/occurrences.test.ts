import { describe, expect, it } from 'vitest';
import { calendarOf } from '../calendar/calendar.ts';
import type { Rule } from '../calendar/rules/schema.ts';
import { occurrences, type Context } from './occurrences.ts';

const context: Context = {
	anchors: { notification: '2019-10-29', end: null, start: '2019-11-30' },
	meetings: [
		{ committee: 'E-COTECH', day: '2020-04-14', code: 'COTECH-03' },
		{ committee: 'E-COPIL', day: '2019-11-05', code: 'COPIL-01' },
		{ committee: 'E-COTECH', day: '2019-11-20', code: 'COTECH-01' }
	],
	from: '2019-10-29',
	to: '2019-12-02',
	calendar: calendarOf('FR')
};
const of = (rule: Rule, each?: string, changes: Partial<Context> = {}) =>
	occurrences({ code: 'E-S1', rule, each }, { ...context, ...changes });

describe('occurrences', () => {
	it('one per week the span touches, the holiday week included', () => {
		const weeks = of({ weekly: 'friday' });
		expect(weeks.map((one) => one.period)).toEqual([
			'2019-W44',
			'2019-W45',
			'2019-W46',
			'2019-W47',
			'2019-W48',
			'2019-W49'
		]);
		expect(weeks[0]).toMatchObject({
			key: 'E-S1/2019-W44',
			nominal: '2019-11-01',
			due: '2019-10-31',
			state: 'dated'
		});
	});
	it('one per week over the turn of a year', () => {
		const weeks = of({ weekly: 'friday' }, undefined, { from: '2019-12-23', to: '2020-01-05' });
		expect(weeks.map((one) => one.period)).toEqual(['2019-W52', '2020-W01']);
	});
	it('one per month, one per year', () => {
		expect(of({ day_of_month: 31 }).map((one) => [one.period, one.due])).toEqual([
			['2019-10', '2019-10-31'],
			['2019-11', '2019-11-30'],
			['2019-12', '2019-12-31']
		]);
		const years = of({ end_of_month: 1, year_offset: 1 }, undefined, { to: '2020-01-01' });
		expect(years.map((one) => [one.key, one.due])).toEqual([
			['E-S1/2019', '2020-01-31'],
			['E-S1/2020', '2021-01-31']
		]);
	});
	it('one per meeting of the committee in the span, whether the meeting or its paper falls in it', () => {
		const rule: Rule = { before: 'meeting:cotech', count: 3, unit: 'day' };
		expect(of(rule).map((one) => [one.key, one.due])).toEqual([['E-S1/COTECH-01', '2019-11-17']]);
		const spring = of(rule, undefined, { from: '2020-04-10', to: '2020-04-12' });
		expect(spring).toMatchObject([
			{ key: 'E-S1/COTECH-03', nominal: '2020-04-11', advised: '2020-04-10' }
		]);
	});
	it('waits for a meeting that is not set', () => {
		expect(of({ before: 'meeting:panel', count: 5, unit: 'day' })).toMatchObject([
			{ key: 'E-S1/awaiting-panel', state: 'awaiting', event: 'meeting:panel', due: null }
		]);
	});
	it('one per meeting of any kind, with no date while the contract gives no delay', () => {
		const minutes = of({ tbd: true, why: 'aucun délai' }, 'meeting:*');
		expect(minutes.map((one) => [one.meeting, one.state, one.due])).toEqual([
			['COPIL-01', 'undetermined', null],
			['COTECH-01', 'undetermined', null]
		]);
	});
	it('repetitions from the anchor, in the span', () => {
		const found = of({ every: 3, unit: 'month', from: 'start' }, undefined, {
			from: '2020-03-01',
			to: '2020-12-31'
		});
		expect(found.map((one) => [one.key, one.due])).toEqual([
			['E-S1/2', '2020-05-30'],
			['E-S1/3', '2020-08-30'],
			['E-S1/4', '2020-11-30']
		]);
	});
	it('a single one, or one that waits with the name of what it waits for', () => {
		expect(of({ after: 'notification', count: 7, unit: 'day' })).toMatchObject([
			{ key: 'E-S1', due: '2019-11-05' }
		]);
		expect(of({ from: 'notification', to: 'end' })).toMatchObject([
			{ state: 'awaiting', event: 'end', due: null }
		]);
		expect(of({ after: 'signature', count: 1, unit: 'month' })).toMatchObject([
			{ state: 'awaiting', event: 'signature' }
		]);
	});
	it('gives every occurrence its own key', () => {
		const keys = [
			of({ weekly: 'friday' }),
			of({ day_of_month: 31 }),
			of({ tbd: true, why: 'x' }, 'meeting:*')
		].flat();
		expect(new Set(keys.map((one) => one.key)).size).toBe(keys.length);
	});
});
