import { afterAll, beforeAll, expect, it } from 'vitest';
import { countWaiting } from '#server/home/count-waiting.ts';
import { myMissions } from '#server/home/my-missions.ts';
import { readWaiting } from '#server/home/read-waiting.ts';
import { dueReports } from '#server/reports/due-reports.ts';
import { moveMeeting } from '#server/meetings/move-meeting.ts';
import { readMeeting } from '#server/meetings/read-meeting.ts';
import { moveClock } from '#server/missions/move-clock.ts';
import { readDashboard } from '#server/missions/read-dashboard.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { makeStore, type TestStore } from '../fixtures/store.ts';
import { cast } from './matrix-world.ts';

/** What the contract asks for waits for whoever owes it: no page has to be opened to learn of it. */
let store: TestStore;
beforeAll(async () => {
	store = await makeStore();
});
afterAll(() => store?.close());

const slug = 'eure-et-loir';
const play = async (day: string) => {
	const ctx = await store.as(cast.manager);
	await moveClock(ctx, await readMission(ctx, slug), day);
};
const waits = async (who: string) => {
	const ctx = await store.as(who);
	const found = await readWaiting(ctx);
	expect(await countWaiting(ctx)).toBe(found.length);
	return found.map((w) => `${w.kind} ${w.subject}${w.dueOn ? ` ${w.dueOn}` : ''}`);
};
const dashboard = async (who: string) => {
	const ctx = await store.as(who);
	return readDashboard(ctx, await readMission(ctx, slug));
};

it('stores each week the contract asks for, due when the page of the reports says', async () => {
	await play('2020-02-28');
	const ctx = await store.as(cast.consultant);
	const asked = await dueReports(ctx, await readMission(ctx, slug));
	const weeks = await store.sql`select period, due_on::text as due from public.report_weeks
		where due_on <= ${asked.at(-1)!.due!} order by period`;
	expect(weeks.map((w) => [w.period, w.due])).toEqual(asked.map((a) => [a.period, a.due]));
	await play('2019-12-02');
});

it('asks the contractor for the reports of the weeks begun, late ones first, and nobody else', async () => {
	for (const who of [cast.consultant, cast.lead]) {
		const reports = (await waits(who)).filter((w) => w.startsWith('file_report'));
		expect(reports).toEqual(['file_report 2019-W48 2019-11-29', 'file_report 2019-W49 2019-12-06']);
	}
	for (const who of [cast.manager, cast.chair, cast.member, cast.signatory, cast.observer])
		expect((await waits(who)).join()).not.toContain('file_report');
});

it('does not ask for a week that has not begun, which could not be filed', async () => {
	await play('2019-12-08');
	expect((await waits(cast.lead)).join()).not.toContain('2019-W50');
	await play('2019-12-09');
	expect(await waits(cast.lead)).toContain('file_report 2019-W50 2019-12-13');
	await play('2019-12-02');
});

it('asks the project manager for the milestone whose day has come and the minutes that did not go out', async () => {
	expect(await waits(cast.manager)).toContain('circulate_minutes E-PT-01');
	const [next] = await store.sql`select code, due_on::text as day, (due_on - 1)::text as before
		from public.milestones where done_on is null and due_on > '2019-12-02' order by due_on limit 1`;
	await play(next!.before);
	expect((await waits(cast.manager)).join()).not.toContain(`reach_milestone ${next!.code}`);
	await play(next!.day);
	expect(await waits(cast.manager)).toContain(`reach_milestone ${next!.code} ${next!.day}`);
	for (const who of [cast.lead, cast.chair, cast.signatory])
		expect((await waits(who)).join()).not.toMatch(/reach_milestone|circulate_minutes|open_meeting/);
	await play('2019-12-02');
});

it('asks for a deliverable fourteen days before its day, until it is handed in', async () => {
	const [due] =
		await store.sql`select due_on::text as day, (due_on - 14)::text as first, (due_on - 15)::text as before
		from public.deliverables where code = 'E-L11'`;
	await play(due!.before);
	expect((await waits(cast.lead)).join()).not.toContain('hand_in E-L11');
	await play(due!.first);
	for (const who of [cast.lead, cast.consultant])
		expect(await waits(who)).toContain(`hand_in E-L11 ${due!.day}`);
	expect((await waits(cast.manager)).join()).not.toContain('hand_in');
	await play('2020-01-30');
	expect(await waits(cast.lead)).toContain(`hand_in E-L11 ${due!.day}`);
	// It has a version under examination: it is not the contractor's turn.
	expect((await waits(cast.lead)).join()).not.toContain('E-L13');
	await play('2019-12-02');
});

it('asks for meetings whose day came, and the dashboard says that they were not held', async () => {
	await play('2020-01-23');
	expect(await waits(cast.manager)).toContain('open_meeting E-COPIL-02 2020-01-23');
	await play('2020-01-30');
	const found = await waits(cast.manager);
	for (const meeting of ['E-COPIL-02 2020-01-23', 'E-COTECH-02 2019-12-10'])
		expect(found).toContain(`open_meeting ${meeting}`);
	// A draft that nobody was told of is no meeting that was missed.
	expect(found.join()).not.toContain('E-PT-02');
	for (const who of [cast.manager, cast.observer]) {
		const d = await dashboard(who);
		const late = d.late.filter((l) => l.kind === 'meeting');
		expect(late.map((l) => [l.code, l.dueOn, l.turn])).toEqual([
			['E-COTECH-02', '2019-12-10', 'client'],
			['E-COPIL-02', '2020-01-23', 'client']
		]);
		expect([d.committee, d.notHeld?.code, d.notHeld?.on]).toEqual([null, 'E-COPIL-02', '2020-01-23']);
	}
	await play('2019-12-02');
});

it('shows late actions with who owes them, and no move of the clock among the acts', async () => {
	const d = await dashboard(cast.manager);
	expect(d.late.filter((l) => l.kind === 'action')).toMatchObject([
		{ code: 'ACT-E-2019-003', owner: 'Camille Renaud', dueOn: '2019-11-29', place: 'E-COPIL-01' }
	]);
	expect(d.recent.map((r) => r.event)).not.toContain('clock_moved');
	expect(d.recent).toHaveLength(6);
	expect(d.phase!.progress).toBeGreaterThan(0);
});

it('keeps what a cancelled meeting had prepared out of both', async () => {
	const ctx = await store.as(cast.manager);
	const mission = await readMission(ctx, slug);
	const { id, version } = await readMeeting(ctx, mission, 'E-COTECH-02');
	await moveMeeting(ctx, id, version, 'cancelled', 'Reporté.');
	await play('2020-01-30');
	expect((await waits(cast.manager)).join()).not.toContain('E-COTECH-02');
	expect((await dashboard(cast.manager)).late.map((l) => l.code)).not.toContain('E-COTECH-02');
	await play('2019-12-02');
});

it('tells a stranger of nothing, and of no mission', async () => {
	for (const who of [cast.outsider, cast.admin]) {
		expect(await waits(who)).toEqual([]);
		expect(await myMissions(await store.as(who))).toEqual([]);
	}
	expect(await myMissions(await store.as(cast.observer))).toEqual([
		{ slug, shortTitle: expect.any(String), playsOn: '2019-12-02' }
	]);
});
