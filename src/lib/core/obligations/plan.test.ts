import { describe, expect, it } from 'vitest';
import { makeCalendar } from '../calendar/calendar.ts';
import { serviceContract, serviceFacts } from './mission.fixture.ts';
import { plan, planAgain, plannedOf } from './plan.ts';
import { missionSpan } from './span.ts';

const contract = serviceContract();
const facts = serviceFacts();
const whole = plan(contract, facts);
const all = plannedOf(whole);
const of = (code: string, from = all) =>
	from.filter((one) => one.key === code || one.key.startsWith(`${code}/`));

describe('plan', () => {
	it('lays out three years of daily and monthly duties, each with its own key', () => {
		expect(all.length).toBeGreaterThan(3700);
		expect(new Set(all.map((one) => one.key)).size).toBe(all.length);
	});
	it('names a daily statement by its day and a monthly one by its month', () => {
		const daily = of('X-D1');
		expect([daily[0]?.key, daily[0]?.due, daily.at(-1)?.due]).toEqual([
			'X-D1/2022-12-01',
			'2022-12-01',
			'2025-11-30'
		]);
		expect(of('X-W1')[3]).toMatchObject({ key: 'X-W1/2023-02', period: '2023-02', due: '2023-03-07' });
	});
	it('counts a quarterly duty from its anchor, day kept', () => {
		expect(
			of('X-Q1')
				.slice(0, 3)
				.map((one) => one.nominal)
		).toEqual(['2023-02-28', '2023-05-30', '2023-08-30']);
	});
	it('gives staged dates instead of the date they repeat', () => {
		expect(of('X-L1').map((one) => [one.key, one.due, one.duty.label])).toEqual([
			['X-L1/step-1', '2023-06-14', 'Première version'],
			['X-L1/step-2', '2023-06-29', 'Version amendée']
		]);
	});
	it('keeps a rhythm without a day as one undetermined occurrence per period', () => {
		const checks = of('X-C1');
		expect([checks[0]?.key, checks[0]?.state, checks[0]?.due]).toEqual([
			'X-C1/2022-11',
			'undetermined',
			null
		]);
	});
	it('gives one duty per fact, to the minute, and one that waits while there is none', () => {
		expect(of('X-V9')).toMatchObject([
			{ key: 'X-V9/INT-1', due: '2022-12-05T14:30', duty: { owner: 'client' } }
		]);
		const quiet = plannedOf(plan(contract, { ...facts, happenings: {} }));
		expect(of('X-V9', quiet)).toMatchObject([{ key: 'X-V9/awaiting-interruption', state: 'awaiting' }]);
	});
	it('carries owner, clause, alternatives, and waits for what has no day', () => {
		const [first] = of('X-S1');
		expect(first?.duty).toMatchObject({ owner: 'contractor', clause: { ref: 'art. 5' } });
		expect(first?.duty.alternatives).toHaveLength(1);
		const early = plannedOf(plan(contract, { ...facts, events: {} }));
		expect(of('X-S3', early)).toMatchObject([{ state: 'awaiting', event: 'notification', due: null }]);
		expect(of('X-D1', early)).toMatchObject([{ key: 'X-D1', state: 'awaiting', event: 'start' }]);
	});
	it('extends one occurrence and keeps its old dates', () => {
		const extension = { key: 'X-L1/step-2', days: 10, on: '2023-06-20', act: 'ordre de service n° 3' };
		const longer = planAgain(whole, { ...facts, extensions: [extension] });
		expect(longer.groups.get('X-D1')).toBe(whole.groups.get('X-D1'));
		expect(of('X-L1/step-2', plannedOf(longer))).toMatchObject([
			{
				initial: { nominal: '2023-06-29', due: '2023-06-29' },
				nominal: '2023-07-09',
				due: '2023-07-10'
			}
		]);
	});
	it('puts a milestone to be set on its day once somebody gave it', () => {
		expect(of('X-M2')).toMatchObject([{ state: 'undetermined', due: null }]);
		const told = planAgain(whole, { ...facts, events: { ...facts.events, 'X-M2': '2023-06-12' } });
		expect(of('X-M2', plannedOf(told))).toMatchObject([{ state: 'dated', due: '2023-06-12' }]);
	});
	it('works everything out again when the calendar changes', () => {
		const calendar = makeCalendar('MA-public', [{ day: '2023-03-07', label: 'Pont', working: false }]);
		const moved = planAgain(whole, { ...facts, calendar });
		expect(of('X-W1', plannedOf(moved))[3]?.due).toBe('2023-03-08');
	});
});

describe('the span of a mission', () => {
	it('runs from the start of the service to its end', () => {
		expect(missionSpan(contract, facts.events, facts.calendar)).toEqual({
			from: '2022-11-30',
			to: '2025-11-30',
			openEnded: false
		});
	});
	it('is unknown before anything is dated, and one year while the end is', () => {
		expect(missionSpan(contract, {}, facts.calendar)).toBeNull();
		expect(missionSpan(contract, { notification: '2022-11-15' }, facts.calendar)).toEqual({
			from: '2022-11-15',
			to: '2023-11-15',
			openEnded: true
		});
	});
});
