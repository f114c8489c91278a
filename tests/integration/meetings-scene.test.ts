import { afterAll, beforeAll, expect, it } from 'vitest';
import { manager } from '#server/demo/stage.ts';
import { readCommittees } from '#server/meetings/read-committees.ts';
import { readMeeting } from '#server/meetings/read-meeting.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { makeStore, type TestStore } from '../fixtures/store.ts';

let store: TestStore;
beforeAll(async () => {
	store = await makeStore();
});
afterAll(() => store?.close());

const asManager = async () => {
	const ctx = await store.as(manager);
	return { ctx, mission: await readMission(ctx, 'eure-et-loir') };
};

it('leaves each meeting in the state its day gives', async () => {
	const { ctx, mission } = await asManager();
	const { bodies } = await readCommittees(ctx, mission);
	const states = bodies.flatMap((b) => b.meetings.map((m) => [m.code, m.heldOn, m.state]));
	expect(states).toEqual([
		['E-COPIL-01', '2019-11-05', 'approved'],
		['E-COPIL-02', '2020-01-23', 'convened'],
		['E-COTECH-01', '2019-11-19', 'circulated'],
		['E-COTECH-02', '2019-12-10', 'convened'],
		['E-PT-01', '2019-11-28', 'held'],
		['E-PT-02', '2019-12-18', 'draft'],
		['E-PANEL-01', '2019-11-26', 'circulated'],
		['E-PANEL-02', '2019-12-17', 'draft']
	]);
});

it('dates the papers of the committees to come as the contract counts', async () => {
	const { ctx, mission } = await asManager();
	const { bodies } = await readCommittees(ctx, mission);
	const before = (code: string) => bodies.find((b) => b.code === code)!.papers.before[0]!;
	expect(before('E-COTECH')).toMatchObject({
		obligation: 'E-S1',
		meeting: 'E-COTECH-02',
		due: '2019-12-07',
		advised: '2019-12-06'
	});
	expect(before('E-COPIL')).toMatchObject({ obligation: 'E-S3', meeting: 'E-COPIL-02', due: '2020-01-18' });
	expect(bodies[0]!.papers.after[0]).toMatchObject({
		obligation: 'E-S2',
		due: null,
		state: 'undetermined'
	});
});

it('keeps three decisions and three actions of the kick-off, of which one is done and one is late', async () => {
	const { ctx, mission } = await asManager();
	const kickOff = await readMeeting(ctx, mission, 'E-COPIL-01');
	expect(kickOff.resolutions.map((r) => r.number)).toEqual([
		'RD-E-2019-001',
		'RD-E-2019-002',
		'RD-E-2019-003'
	]);
	expect(kickOff.actions.map((a) => [a.owner, a.dueOn, a.doneOn])).toEqual([
		['Camille Renaud', '2019-11-15', '2019-11-14'],
		['Julien Carpentier', '2019-12-06', null],
		['Camille Renaud', '2019-11-29', null]
	]);
	expect(kickOff.attendance.find((a) => a.status === 'represented')).toMatchObject({
		representedBy: 'Hélène Marchais'
	});
	const next = await readMeeting(ctx, mission, 'E-COPIL-02');
	expect(next.carriedOver.map((a) => a.number)).toEqual(['ACT-E-2019-002', 'ACT-E-2019-003']);
	expect(next.previous?.code).toBe('E-COPIL-01');
});
