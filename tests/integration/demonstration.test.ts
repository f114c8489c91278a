import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '#server/demo/load.ts';
import { demoPeople } from '#server/demo/people.ts';
import { readDeliverable } from '#server/deliverables/read-deliverable.ts';
import { readObservations } from '#server/deliverables/observations/read-observations.ts';
import { readFile } from '#server/deliverables/read-file.ts';
import { diskStore } from '#server/files/store.ts';
import { readCommittees } from '#server/meetings/read-committees.ts';
import { listMissions } from '#server/missions/list-missions.ts';
import { readDashboard } from '#server/missions/read-dashboard.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { readPenalties } from '#server/penalties/read-penalties.ts';
import { dueReports } from '#server/reports/due-reports.ts';
import { editItem } from '#server/schedule/edit-item.ts';
import { readSchedule } from '#server/schedule/read-schedule.ts';
import type { Context } from '#server/context.ts';
import { makeStore, type TestStore } from '../fixtures/store.ts';

/** The whole demonstration, in a store of its own: four missions, each on its own day. */
let store: TestStore;
let manager: Context;
beforeAll(async () => {
	store = await makeStore('empty');
	await loadDemo({
		backend: store.backend,
		files: diskStore(join(store.settings.dataDir, 'files')),
		settings: store.settings
	});
	manager = await store.as('chef-de-projet');
}, 120_000);
afterAll(() => store?.close());

const days = {
	'eure-et-loir': '2019-12-02',
	iltizam: '2012-06-04',
	redal: '2023-03-06',
	senagrosol: '1996-07-01'
};
const slugs = Object.keys(days);
const schedule = async (slug: string) => readSchedule(manager, await readMission(manager, slug));

it('plays four missions, each on its own day', async () => {
	const missions = await listMissions(manager);
	expect(Object.fromEntries(missions.map((m) => [m.slug, m.today]))).toEqual(days);
	expect(await store.sql`select name from private.marks order by name`).toMatchObject([
		{ name: 'demo_begun' },
		{ name: 'demo_done' }
	]);
});

it('gives its people the same role in all four, and the others none', async () => {
	for (const { email, place } of demoPeople) {
		const person = await store.as(email);
		const roles = await Promise.all(
			slugs.map((slug) =>
				readMission(person, slug).then(
					(m) => m.roles.join(),
					(error: { code: string }) => error.code
				)
			)
		);
		expect([email, ...new Set(roles)]).toEqual([email, place?.role ?? 'not_found']);
	}
});

it.each([
	['iltizam', 'L-D1', '2012-04-16', 3],
	['senagrosol', 'U-D1', '1996-06-06', 3]
])('%s: %s is admitted, with its paper, its votes and its decision', async (slug, code, on, votes) => {
	const { versions } = await readDeliverable(manager, slug, code);
	expect(versions).toHaveLength(1);
	expect(versions[0]).toMatchObject({
		state: 'admitted',
		endorsement: { outcome: 'endorsed' },
		decision: { kind: 'admit', decidedOn: on, notifiedTo: ['consultant-chef@demo.test'] }
	});
	expect(versions[0]!.votes).toHaveLength(votes);
	const { bytes, mediaType } = await readFile(manager, slug, code, versions[0]!.files[0]!.id);
	expect(mediaType).toContain('wordprocessingml');
	expect(bytes.byteLength).toBeGreaterThan(5000);
});

it('Redal: a paper without committee waits for the one who signs', async () => {
	const { versions, body } = await readDeliverable(manager, 'redal', 'R-S10');
	expect([body, versions[0]?.state]).toEqual([null, 'submitted']);
});

it('Senagrosol: observations on 1.0, answered in 1.1; the blocking reserve of the body still stands', async () => {
	const { versions } = await readDeliverable(manager, 'senagrosol', 'U-D2');
	expect(versions.map((v) => [v.number, v.state])).toEqual([
		['1.1', 'submitted'],
		['1.0', 'superseded']
	]);
	const list = await readObservations(manager, 'senagrosol', 'U-D2');
	expect(list.map((o) => [o.number, o.kind, o.severity, o.state, o.answerVersion])).toEqual([
		['OBS-U-D2-01', 'observation', 'major', 'lifted', '1.1'],
		['OBS-U-D2-02', 'observation', 'minor', 'answered', null],
		['OBS-U-D2-03', 'reserve', 'blocking', 'answered', '1.1']
	]);
	expect(list[2]).toMatchObject({ body: 'CCPP élargi', by: 'Hélène Marchais', version: '1.0' });
});

it.each(slugs)('%s has a meeting held, with its minutes, and one to come', async (slug) => {
	const mission = await readMission(manager, slug);
	const { bodies } = await readCommittees(manager, mission);
	const meetings = bodies.flatMap((b) => b.meetings);
	expect(meetings.some((m) => ['circulated', 'approved'].includes(m.state))).toBe(true);
	expect(meetings.some((m) => m.state === 'convened' && m.heldOn >= mission.today)).toBe(true);
});

it.each(slugs)('%s: each body has people, has met and will meet', async (slug) => {
	const mission = await readMission(manager, slug);
	const { bodies } = await readCommittees(manager, mission);
	for (const { code, seats, meetings } of bodies) {
		const past = meetings.some((m) => ['held', 'circulated', 'approved'].includes(m.state));
		const coming = meetings.some(
			(m) => ['draft', 'convened'].includes(m.state) && m.heldOn >= mission.today
		);
		expect([code, seats.length > 0, past, coming]).toEqual([code, true, true, true]);
	}
});

it.each(slugs)('%s: the chain of its journal holds', async (slug) => {
	const { id } = await readMission(manager, slug);
	const [chain] = await store.sql`select * from private.verify_chain(${id})`;
	expect(chain!.broken_at).toBeNull();
	expect(chain!.lines).toBeGreaterThan(20);
});

describe('the schedule', () => {
	it('Senagrosol: the seventeen lines of the work plan, one of them without a date, in its place', async () => {
		const { items, undated } = await schedule('senagrosol');
		const tasks = items.filter((i) => i.kind === 'task');
		expect(tasks).toHaveLength(16);
		expect(tasks.find((t) => t.code === 'U-T4')).toMatchObject({
			startsOn: '1996-06-05',
			endsOn: '1996-06-05',
			objective: 'Validation du plan de travail',
			progress: 100
		});
		// The 15th of September 1996 is a Sunday: the contract's own line keeps its day.
		expect(tasks.find((t) => t.code === 'U-T17')?.endsOn).toBe('1996-09-15');
		expect(undated.map((l) => l.code)).toEqual(['U-T16', 'U-M4']);
		expect(undated[0]).toMatchObject({
			why: { text: '« A déterminer » dans le plan.' },
			after: tasks.find((t) => t.code === 'U-T15')!.id
		});
	});

	it('Iltizam: the twelve lines of the calendar, none dated, the first one done', async () => {
		const { items, undated } = await schedule('iltizam');
		expect(items.filter((i) => i.kind === 'task')).toEqual([]);
		const lines = undated.filter((l) => l.kind === 'task');
		expect(lines.map((l) => l.code)).toEqual(Array.from({ length: 12 }, (_, i) => `L-T${i + 1}`));
		expect(lines.map((l) => l.done)).toEqual([true, ...Array<boolean>(11).fill(false)]);
		expect(undated.filter((l) => l.kind === 'milestone').map((l) => l.code)).toEqual(
			Array.from({ length: 10 }, (_, i) => `L-M${i + 2}`)
		);
		expect(undated.find((l) => l.code === 'L-M2')?.why).toEqual({
			event: 'L-M7 Forum de restitution 1 (Contact Client)'
		});
	});

	it('a line without a date gets one from the project manager, and from nobody else', async () => {
		const line = (await schedule('iltizam')).undated.find((l) => l.code === 'L-T6')!;
		const edit = { version: line.version, startsOn: '2012-06-11', endsOn: '2012-06-13' };
		await expect(editItem(await store.as('consultant'), line.id, edit)).rejects.toMatchObject({
			code: 'not_allowed'
		});
		await expect(editItem(manager, line.id, { ...edit, endsOn: '2012-06-01' })).rejects.toMatchObject({
			code: 'end_before_start'
		});
		expect(await editItem(manager, line.id, edit)).toMatchObject({ code: 'L-T6', ...edit, version: 2 });
		const now = await schedule('iltizam');
		expect(now.items.find((i) => i.code === 'L-T6')).toMatchObject({ startsOn: '2012-06-11' });
		expect(now.undated.some((l) => l.code === 'L-T6')).toBe(false);
	});
});

it('says where each mission stands, and asks for a weekly report only where its contract does', async () => {
	for (const slug of slugs) {
		const mission = await readMission(manager, slug);
		const { phase, day, of } = await readDashboard(manager, mission);
		expect(phase).not.toBeNull();
		expect(day).toBeGreaterThan(20);
		expect(of).toBeGreaterThan(day!);
		expect((await dueReports(manager, mission)).length > 0).toBe(slug === 'eure-et-loir');
	}
});

it('plays article 6 of Redal up to the charge, and says elsewhere that nobody knows', async () => {
	const stages = async (slug: string, who: Context) => {
		const { lines } = await readPenalties(who, await readMission(who, slug));
		return lines.map((one) => [one.code, one.stage, one.amount, one.decided]);
	};
	const lead = await store.as('consultant-chef');
	const told = [
		['R-P2', 'charged', 500_000n, 300_000n],
		['R-M2', 'invited', 100_000n, null]
	];
	const all = await stages('redal', manager);
	expect(all).toEqual(expect.arrayContaining([...told, ['R-P1', 'computed', 200_000n, null]]));
	expect(await stages('redal', lead)).toEqual(told);
	expect(await stages('eure-et-loir', manager)).toEqual([['E-S4', 'detected', null, null]]);
	expect(await stages('eure-et-loir', lead)).toEqual([]);
});
