import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ScheduleItem } from '#core/schedule/types.ts';
import type { Context } from '#server/context.ts';
import { readMission, type MissionContext } from '#server/missions/read-mission.ts';
import { editLink, setLinks, type LineLinks } from '#server/schedule/links.ts';
import { removeTask } from '#server/schedule/manage.ts';
import { readSchedule, type ScheduleView } from '#server/schedule/read-schedule.ts';
import { makeStore, type TestStore } from '../fixtures/store.ts';
import { cast } from './matrix-world.ts';

/** All that a line follows is one act: every link of it, or none. */
let store: TestStore;
let manager: Context;
let mission: MissionContext;
let view: ScheduleView;
beforeAll(async () => {
	store = await makeStore();
	manager = await store.as(cast.manager);
	mission = await readMission(manager, 'eure-et-loir');
});
afterAll(() => store?.close());
const read = () => readSchedule(manager, mission);
beforeEach(async () => {
	view = await read();
});

const line = (code: string): ScheduleItem => view.items.find((item) => item.code === code)!;
const linksTo = (code: string) => view.links.filter(({ to }) => to === line(code).id);
const shown = (code: string) => linksTo(code).map(({ id, version }) => ({ id, version }));
const tie = (from: string, more: object = {}): LineLinks['links'][number] => ({
	...{ from: line(from).id, type: 'FS', lag: 0, lagUnit: 'working' },
	...more
});
const set = (code: string, links: LineLinks['links'], as = manager) =>
	setLinks(as, line(code).id, { links, read: shown(code) });
const refusal = (work: Promise<unknown>) =>
	work.then(
		() => ({ code: 'done', detail: {} as Record<string, unknown> }),
		(error: { code?: string; detail?: Record<string, unknown> }) => ({
			code: error.code ?? String(error),
			detail: error.detail ?? {}
		})
	);
const told = () =>
	store.sql`select number, subject, detail, audience from public.journal
		where mission_id = ${mission.id} and event = 'links_set' order by number`;

describe('the predecessors of a line', () => {
	it('are removed, changed and added at once, told in one line, and put back as one', async () => {
		const before = linksTo('E-T114');
		expect(before.length).toBeGreaterThan(2);
		const lines = (await told()).length;
		const kept = view.items.find(({ id }) => id === before[0]!.from)!;
		const made = await set('E-T114', [
			tie(kept.code!, { type: 'SS', lag: 3, lagUnit: 'calendar' }),
			tie('E-T102'),
			tie('E-COTECH-02', { lag: -1 })
		]);
		view = await read();
		const sorted = (links: { id: string }[]) => links.toSorted((a, b) => (a.id < b.id ? -1 : 1));
		expect(sorted(made)).toEqual(sorted(linksTo('E-T114')));
		expect(made.find(({ from }) => from === kept.id)).toMatchObject({
			...{ id: before[0]!.id, type: 'SS', lag: 3, lagUnit: 'calendar', version: 2 }
		});
		expect(made).toHaveLength(3);
		const after = await told();
		expect(after).toHaveLength(lines + 1);
		expect(after.at(-1)).toMatchObject({ subject: line('E-T114').title, audience: 'all' });
		expect(after.at(-1)!.detail.to).toHaveLength(3);
		const back = await set(
			'E-T114',
			before.map(({ from, type, lag, lagUnit }) => ({ from, type, lag, lagUnit }))
		);
		const bare = (links: typeof before) =>
			links.map(({ from, type, lag }) => `${from} ${type} ${lag}`).sort();
		expect(bare(back)).toEqual(bare(before));
	});

	it('as they are change nothing and are told to nobody', async () => {
		const lines = (await told()).length;
		const same = linksTo('E-T114').map(({ from, type, lag, lagUnit }) => ({ from, type, lag, lagUnit }));
		const made = await set('E-T114', same);
		expect(made.map(({ version }) => version)).toEqual(
			made.map(({ id }) => linksTo('E-T114').find((link) => link.id === id)!.version)
		);
		expect(await told()).toHaveLength(lines);
	});

	it.each<[string, () => LineLinks['links'], string, string | null]>([
		['the line itself', () => [tie('E-T102'), tie('E-T114')], 'link_itself', 'E-T114'],
		['a phase', () => [tie('E-T102'), tie('E-P1')], 'link_phase', 'E-P1'],
		[
			'a line nobody knows',
			() => [tie('E-T102'), { ...tie('E-T102'), from: crypto.randomUUID() }],
			'link_nowhere',
			null
		],
		['the same line twice', () => [tie('E-T102'), tie('E-T102', { lag: 1 })], 'link_twice', 'E-T102'],
		[
			'too long a wait',
			() => [tie('E-T103'), tie('E-T102', { lag: 1001 })],
			'lag_out_of_range',
			'E-T102'
		],
		['no type', () => [tie('E-T103'), tie('E-T102', { type: 'XX' })], 'choice_missing', 'E-T102']
	])('with %s among them are refused whole, and it is named', async (_what, links, code, wrong) => {
		const found = await refusal(set('E-T114', links()));
		expect([found.code, found.detail.at]).toEqual([code, 2]);
		if (wrong) expect(found.detail).toMatchObject({ from: line(wrong).id });
		if (wrong) expect(String(found.detail.title)).toContain(line(wrong).title);
		else expect(found.detail.title).toBeUndefined();
		expect((await read()).links).toEqual(view.links);
	});

	it('that would close a circle are refused whole, and the circle is named', async () => {
		const found = await refusal(set('E-T101', [tie('E-COTECH-02'), tie('E-T117')]));
		expect(found.code).toBe('link_cycle');
		const path = found.detail.path as { title: string }[];
		expect(path.map(({ title }) => title)).toContain(line('E-T117').title);
		expect((await read()).links).toEqual(view.links);
	});

	it('may take the place of those they would close a circle with', async () => {
		const [old] = linksTo('E-T303');
		expect(old!.from).toBe(line('E-T302').id);
		// Turned round: the old link goes in the same act as the new one comes.
		await set('E-T303', []);
		view = await read();
		await set('E-T302', [tie('E-T303')]);
		view = await read();
		expect(view.links.some(({ id }) => id === old!.id)).toBe(false);
		expect(linksTo('E-T302').map(({ from }) => from)).toEqual([line('E-T303').id]);
	});

	it('of a phase or a meeting are none', async () => {
		expect((await refusal(set('E-P1', [tie('E-T102')]))).code).toBe('link_phase');
		expect((await refusal(set('E-P1', []))).code).toBe('link_phase');
		expect((await refusal(set('E-COTECH-02', [tie('E-T102')]))).code).toBe('link_meeting');
	});

	it('that somebody changed since they were read are not run over', async () => {
		const seen = shown('E-T114');
		const [first] = linksTo('E-T114');
		await editLink(manager, first!.id, {
			type: 'FF',
			lag: 2,
			lagUnit: 'working',
			version: first!.version
		});
		const now = (await read()).links.filter(({ to }) => to === line('E-T114').id);
		const found = await refusal(setLinks(manager, line('E-T114').id, { links: [], read: seen }));
		expect(found).toMatchObject({ code: 'stale', detail: { changedBy: 'Camille Renaud' } });
		expect(found.detail.current).toHaveLength(now.length);
		// Nor one that was added since.
		expect((await refusal(setLinks(manager, line('E-T114').id, { links: [], read: [] }))).code).toBe(
			'stale'
		);
		expect((await read()).links.filter(({ to }) => to === line('E-T114').id)).toEqual(now);
	});

	it('keep the link of a line that is off the plan, which nobody saw', async () => {
		await set('E-T306', [tie('E-T304'), tie('E-T305')]);
		await removeTask(manager, line('E-T305').id, true);
		const gone = line('E-T305');
		view = await read();
		expect(linksTo('E-T306')).toHaveLength(1);
		await set('E-T306', []);
		await removeTask(manager, gone.id, false);
		view = await read();
		expect(linksTo('E-T306').map(({ from }) => from)).toEqual([gone.id]);
	});

	it('from a meeting that is being prepared are told to the client alone', async () => {
		const [draft] =
			await store.sql`select id, code from public.meetings where mission_id = ${mission.id} and state = 'draft' limit 1`;
		await setLinks(manager, line('E-T307').id, {
			links: [{ ...tie('E-T302'), from: draft!.id as string }, tie('E-T302')],
			read: shown('E-T307')
		});
		const lines = (await told()).slice(-2);
		expect(lines.map(({ audience }) => audience).sort()).toEqual(['all', 'client']);
		const open = lines.find(({ audience }) => audience === 'all')!;
		expect(JSON.stringify(open)).not.toContain(draft!.id);
		const lead = await store.as(cast.lead);
		const theirs = await readSchedule(lead, await readMission(lead, 'eure-et-loir'));
		expect(theirs.links.some(({ from }) => from === draft!.id)).toBe(false);
	});

	it.each<[string, unknown, unknown]>([
		['no list', {}, []],
		['a list of nothing known', [], [{ id: 'x', version: 1 }]],
		['a read without versions', [], [{ id: crypto.randomUUID() }]]
	])('given as %s are refused', async (_what, links, seen) => {
		const { error } = await manager.client.rpc('set_links', {
			...{ line: line('E-T114').id, links: links as never, read_links: seen as never }
		});
		expect(error).toMatchObject({ code: 'PT422' });
	});
});
