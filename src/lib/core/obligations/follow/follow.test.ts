import { describe, expect, it } from 'vitest';
import { plan, plannedOf } from '../plan.ts';
import { serviceContract, serviceFacts } from '../mission.fixture.ts';
import { proofOf } from './fulfil.ts';
import { gridsOf } from './grid.ts';
import { linesOf, type FollowPage, type OccurrenceRow } from './line.ts';
import { mayDo } from './may.ts';
import { monthGrid, shiftMonth } from './month.ts';
import { addressOf, countsOf, filtered, inSpan, readQuery } from './query.ts';
import { contractAsRead, readingsOf } from './readings.ts';
import { rework } from './rework.ts';
import type { FollowAct, World } from './world.ts';

const contract = serviceContract();
const { meetings, events } = serviceFacts();
const world: World = {
	meetings: meetings.map(({ code, committee, day }) => ({
		code,
		committee,
		title: code,
		day,
		state: 'convened',
		told: true,
		circulatedOn: null
	})),
	milestones: [],
	versions: [],
	reports: [],
	acts: []
};
const facts = { contract, anchors: events, world };
const rows = (): OccurrenceRow[] =>
	rework(facts, []).planned.map((one) => ({
		...one,
		id: one.key,
		duty: one.duty.key,
		source: one.duty.source,
		kind: one.duty.kind,
		title: one.duty.title,
		owner: one.duty.owner,
		proof: proofOf(one.duty),
		recipients: [],
		happening: one.meeting,
		eventOn: one.eventDay,
		countsFrom: one.from,
		rule: one.duty.rule,
		ended: false,
		version: 1
	}));
const page: FollowPage = { ...world, rows: rows() };
const today = '2023-03-15';
const lines = linesOf(contract, page, today);
const done = (key: string, kind: FollowAct['kind'], on = '2023-03-01', reason = ''): FollowAct => ({
	id: `${kind}-${key}`,
	key,
	duty: key.split('/')[0]!,
	kind,
	on,
	reason,
	days: kind === 'extended' ? 10 : null,
	fileName: kind === 'sent' ? 'rapport.pdf' : null,
	missionDay: on
});

describe('rework', () => {
	it('writes everything the first time, and nothing the second', () => {
		const first = rework(facts, []);
		expect(first.write.length).toBe(first.planned.length);
		const second = rework(facts, rows());
		expect(second.write).toEqual([]);
		expect(second.changes).toMatchObject({ added: [], moved: [], ended: [], kept: [] });
	});

	it('moves what a postponed meeting moves, and keeps what was sent', () => {
		const later = world.meetings.map((one) =>
			one.code === 'X-COPIL-2' ? { ...one, day: '2023-06-07' } : one
		);
		const moved = (acts: FollowAct[]) =>
			rework({ ...facts, world: { ...world, meetings: later, acts } }, rows()).changes;
		expect(moved([]).moved.map(({ before, after }) => [after.key, before.due, after.due])).toEqual([
			['X-S1/X-COPIL-2', '2023-05-25', '2023-06-02']
		]);
		const kept = moved([done('X-S1/X-COPIL-2', 'sent')]);
		expect([kept.moved, kept.kept.map(({ before }) => before.due)]).toEqual([[], ['2023-05-25']]);
	});

	it('ends what a cancelled meeting asked for', () => {
		const less = world.meetings.map((one) =>
			one.code === 'X-COPIL-2' ? { ...one, state: 'cancelled' } : one
		);
		const { ended } = rework({ ...facts, world: { ...world, meetings: less } }, rows()).changes;
		expect(ended.map((one) => one.key).sort()).toEqual(['X-S1/X-COPIL-2', 'X-S2/X-COPIL-2']);
	});

	it('writes again what is read another way, with an extension on top', () => {
		const acts = [
			{ ...done('', 'reading', today, 'Jours ouvrés'), key: null, duty: 'X-S1' },
			done('X-A1/2023', 'extended')
		];
		const { changes } = rework({ ...facts, world: { ...world, acts } }, rows());
		expect(changes.moved.map(({ after }) => after.code)).toContain('X-S1');
		const extended = changes.moved.find(({ after }) => after.key === 'X-A1/2023')!;
		expect([extended.after.initial?.due, extended.after.due]).toEqual(['2024-01-31', '2024-02-12']);
	});
});

it('a reading takes the place of the file’s rule, and only that', () => {
	const acts = [{ ...done('', 'reading', today, 'Jours ouvrés'), key: null, duty: 'X-S1' }];
	const read = contractAsRead(contract, readingsOf(acts));
	expect(read.obligations.find((one) => one.code === 'X-S1')?.rule).toMatchObject({ unit: 'working_day' });
	expect(contractAsRead(contract, readingsOf(acts))).toBe(read);
	expect(contractAsRead(contract, readingsOf([...acts, { ...acts[0]!, reason: '' }]))).toBe(contract);
});

describe('lines', () => {
	it('are fulfilled by what people recorded, the last word counting', () => {
		const of = (...acts: FollowAct[]) =>
			linesOf(contract, { ...page, acts }, today).find((one) => one.key === 'X-M01/2023-01')!.standing;
		const key = 'X-M01/2023-01';
		expect(of().state).toBe('late');
		expect(of(done(key, 'sent', '2023-02-12'))).toMatchObject({ state: 'sent', daysLate: 2 });
		expect(of(done(key, 'sent'), done(key, 'contested', '2023-03-02', 'vide')).state).toBe('contested');
		expect(of(done(key, 'sent'), done(key, 'contested'), done(key, 'sent')).state).toBe('sent');
		expect(of(done(key, 'sent'), done(key, 'accepted')).state).toBe('accepted');
		expect(of(done(key, 'waived', today, 'inutile')).state).toBe('waived');
		expect(of(done(key, 'not_sent', today, 'jamais venu')).state).toBe('not_sent');
		expect(of(done(key, 'waived', today, 'inutile'), done(key, 'restored')).state).toBe('late');
	});

	it('of a milestone and a deliverable follow the schedule and the register', () => {
		const now: FollowPage = {
			...page,
			milestones: [{ code: 'X-M1', dueOn: null, doneOn: '2023-03-10', fixed: true }],
			versions: [{ code: 'X-L1', number: '1.0', state: 'submitted', on: '2023-03-09' }]
		};
		const state = (key: string) =>
			linesOf(contract, now, today).find((one) => one.key === key)?.standing.state;
		expect(['X-M1', 'X-L1/step-1', 'X-L1/step-2'].map(state)).toEqual(['sent', 'sent', 'to_come']);
	});
});

describe('the address', () => {
	it('says what is shown, and forgets what it does not know', () => {
		const query = readQuery(new URLSearchParams('span=month&owner=client&state=bogus&page=-3'), today);
		expect(query).toMatchObject({
			span: 'month',
			owner: 'client',
			state: null,
			page: 1,
			month: '2023-03'
		});
		expect(addressOf(query)).toBe('?span=month&owner=client');
		expect(addressOf(query, { view: 'calendar', month: '2023-04' })).toBe(
			'?span=month&view=calendar&owner=client&month=2023-04'
		);
		expect(readQuery(new URLSearchParams('month=2023-13'), today).month).toBe('2023-03');
	});

	it('counts a week, a month, the contract; what is late stays in view', () => {
		const counts = countsOf(lines, today);
		expect(counts.contract).toBe(lines.length);
		expect(counts.week).toBeLessThan(counts.month);
		expect(inSpan(lines, 'week', today).some((one) => one.standing.state === 'late')).toBe(true);
		const query = readQuery(new URLSearchParams('code=X-S1&owner=contractor'), today);
		expect(new Set(filtered(lines, query).map((one) => one.code))).toEqual(new Set(['X-S1']));
	});
});

it('a month is whole weeks, with what is due on each day', () => {
	const days = monthGrid('2023-02', lines);
	expect([days.length, days[0]?.day, days.at(-1)?.day]).toEqual([35, '2023-01-30', '2023-03-05']);
	const tenth = days.find((one) => one.day === '2023-02-10');
	expect(tenth?.lines.filter((one) => one.code.startsWith('X-M0')).length).toBe(6);
	expect([shiftMonth('2022-12', 1), shiftMonth('2023-01', -1)]).toEqual(['2023-01', '2022-12']);
});

it('the grid has periods down and reports across, daily ones of one month', () => {
	const grids = gridsOf(lines, '2023-02', '2023-03-31');
	const of = (rhythm: string) => grids.find((one) => one.rhythm === rhythm)!;
	expect(of('day').rows.length).toBe(28);
	expect(of('day').duties.map((one) => one.code)).toEqual(['X-D1', 'X-D2', 'X-D3']);
	const months = of('month').rows.map((one) => one.name);
	expect(months).toEqual(months.toSorted().reverse());
	expect(months[0]).toBe('2023-03');
	expect(of('meeting').duties.map((one) => one.code)).toContain('X-S1');
});

it('offers each act to whom it belongs', () => {
	const report = lines.find((one) => one.key === 'X-M01/2023-01')!;
	const nothing = { send: false, answer: false, close: false, restore: false, extend: false, read: false };
	expect(mayDo(report, 0, ['observer'])).toEqual(nothing);
	expect(mayDo(report, 0, ['consultant'])).toEqual({ ...nothing, send: true });
	expect(mayDo(report, 2, ['client_manager'])).toEqual({
		...nothing,
		close: true,
		extend: true,
		read: true
	});
});

it('a plan of its own agrees with what is stored', () => {
	const planned = plannedOf(plan(contract, serviceFacts()));
	expect(planned.length).toBeGreaterThan(3500);
});
