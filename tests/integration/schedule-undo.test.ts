import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ScheduleItem } from '#core/schedule/types.ts';
import type { Context } from '#server/context.ts';
import { readMission, type MissionContext } from '#server/missions/read-mission.ts';
import { editItem } from '#server/schedule/edit-item.ts';
import { importPlan, type PlanChanges } from '#server/schedule/import-plan.ts';
import { addLink, editLink } from '#server/schedule/links.ts';
import { addTask } from '#server/schedule/manage.ts';
import { applyPlan, undoPlan } from '#server/schedule/plan.ts';
import { readSchedule, type ScheduleView } from '#server/schedule/read-schedule.ts';
import { scheduleStamp } from '#server/schedule/stamp.ts';
import { makeStore, type TestStore } from '../fixtures/store.ts';
import { cast } from './matrix-world.ts';

/** What is taken back: an import whole, an act of this mission only; and what no calendar reaches. */
let store: TestStore;
let manager: Context;
let mission: MissionContext;
let view: ScheduleView;
beforeAll(async () => {
	store = await makeStore();
	manager = await store.as(cast.manager);
	mission = await readMission(manager, 'eure-et-loir');
	// A line of nobody's, that an import may take off.
	await addTask(manager, mission.id, {
		...{ title: 'Hors fichier', phase: null, startsOn: '2020-03-02', endsOn: '2020-03-06' }
	});
	view = await read();
	const link = { from: line('Hors fichier').id, to: line('E-T307').id };
	await addLink(manager, mission.id, { ...link, type: 'SS', lag: 2, lagUnit: 'calendar' });
});
afterAll(() => store?.close());
const read = () => readSchedule(manager, mission);
beforeEach(async () => {
	view = await read();
});

const line = (name: string): ScheduleItem =>
	view.items.find((item) => item.code === name || item.title === name)!;
const refusal = (work: Promise<unknown>) =>
	work.then(
		() => ({ code: 'done', detail: {} as Record<string, unknown> }),
		(error: { code?: string; detail?: Record<string, unknown> }) => ({
			code: error.code ?? String(error),
			detail: error.detail ?? {}
		})
	);
const code = async (work: Promise<unknown>) => (await refusal(work)).code;
const FS = { type: 'FS', lag: 0, lagUnit: 'working' } as const;

/** Lines brought, changed and taken off; links made, changed and taken away. */
async function imported(more: Partial<PlanChanges> = {}): Promise<string> {
	const changed = line('E-T204');
	const gone = line('Hors fichier');
	const links = view.links.filter(({ to }) => to === line('E-T210').id);
	const [cut, turned] = [links[0]!, view.links.find(({ to }) => to === line('E-T117').id)!];
	const { stamp } = await scheduleStamp(manager, mission.slug);
	const { act } = await importPlan(manager, mission.id, stamp, {
		fileName: 'plan.xlsx',
		added: [
			{
				...{ key: '1', kind: 'task', code: null },
				values: { title: 'Venue', startsOn: '2020-02-10', endsOn: '2020-02-14', progress: 20 }
			},
			{
				...{ key: '2', kind: 'milestone', code: null },
				values: { title: 'Point venu', startsOn: '2020-02-14', endsOn: '2020-02-14' }
			}
		],
		changed: [
			{
				...{ id: changed.id, version: changed.version },
				values: {
					title: 'Autrement',
					startsOn: '2020-06-01',
					endsOn: '2020-06-05',
					notes: 'Du fichier'
				}
			}
		],
		removed: [{ id: gone.id, version: gone.version }],
		links: [
			{ from: 'new:1', to: 'new:2', after: FS },
			{ from: line('E-COTECH-02').id, to: 'new:1', after: FS },
			{ from: cut.from, to: cut.to, after: null },
			{ from: turned.from, to: turned.to, after: { type: 'FF', lag: 4, lagUnit: 'calendar' } }
		],
		...more
	});
	return act;
}

/** What a person sees of a plan: everything but the versions. */
const seen = ({ items, links }: ScheduleView) => ({
	items: items.map(({ version: _, ...item }) => item),
	links: links
		.map(({ from, to, type, lag, lagUnit }) => JSON.stringify([from, to, type, lag, lagUnit]))
		.sort()
});

describe('an import', () => {
	it('is taken back as one act: the plan reads as before, and it is told once', async () => {
		const act = await imported();
		expect(seen(await read())).not.toEqual(seen(view));
		const count = async () =>
			Number(
				(await store.sql`select count(*) from public.journal where mission_id = ${mission.id}`)[0]!
					.count
			);
		const lines = await count();
		const back = await undoPlan(manager, mission, act);
		expect(seen(await read())).toEqual(seen(view));
		expect(await count()).toBe(lines + 1);
		const [last] =
			await store.sql`select event, subject, detail from public.journal order by id desc limit 1`;
		expect(last).toMatchObject({
			event: 'import_undone',
			subject: 'plan.xlsx',
			detail: { lines: 4, links: 4 }
		});
		expect(back.items.map(({ title }) => title).sort()).toEqual(
			[line('E-T204').title, 'Hors fichier'].sort()
		);
		expect(await code(undoPlan(manager, mission, act))).toBe('already_undone');
		// The file is brought in again instead.
		expect(await code(undoPlan(manager, mission, back.act))).toBe('not_from_here');
		expect((await scheduleStamp(manager, mission.slug)).by).toBe('Camille Renaud');
	});

	it.each<[string, () => Promise<string>]>([
		[
			'a line it changed',
			async () => {
				const { id, version, startsOn, endsOn } = line('Autrement');
				await editItem(manager, id, { version, startsOn, endsOn, progress: 5 });
				return 'Autrement';
			}
		],
		[
			'a line it brought',
			async () => {
				const { id, version, startsOn, endsOn } = line('Venue');
				await editItem(manager, id, { version, startsOn, endsOn, notes: 'À garder' });
				return 'Venue';
			}
		],
		[
			'a link it made',
			async () => {
				const link = view.links.find(({ to }) => to === line('Point venu').id)!;
				await editLink(manager, link.id, {
					type: 'SS',
					lag: 1,
					lagUnit: 'working',
					version: link.version
				});
				return 'Point venu';
			}
		]
	])('is not taken back once %s has changed: it is named, and nothing moves', async (_what, change) => {
		const act = await imported();
		view = await read();
		const title = await change();
		const before = await read();
		const found = await refusal(undoPlan(manager, mission, act));
		expect(found.code).toBe('stale');
		const conflicts = found.detail.conflicts as { title: string; changedBy: string }[];
		expect(conflicts).toHaveLength(1);
		expect(conflicts[0]!.title).toContain(title);
		expect(await read()).toEqual(before);
		// The plan as it was, for the next of these: by hand, and by the store's owner.
		await store.sql`update public.tasks t set version = (x ->> 'version')::int from public.plan_acts a, jsonb_array_elements(a.moves) x
			where a.id = ${act} and t.id::text = x ->> 'id'`;
		await store.sql`update public.task_links l set type = x #>> '{to,type}', lag = (x #>> '{to,lag}')::int, version = (x #>> '{to,version}')::int
			from public.plan_acts a, jsonb_array_elements(a.moves) x where a.id = ${act} and l.id::text = x #>> '{to,link}'`;
		await undoPlan(manager, mission, act);
	});

	it('is not taken back while something else hangs on a line it brought', async () => {
		const act = await imported();
		view = await read();
		const link = await addLink(manager, mission.id, {
			from: line('Venue').id,
			to: line('E-T307').id,
			...FS
		});
		const before = await read();
		const found = await refusal(undoPlan(manager, mission, act));
		expect(found).toMatchObject({ code: 'line_in_use', detail: { title: 'Venue' } });
		expect(await read()).toEqual(before);
		await store.sql`delete from public.task_links where id = ${link.id}`;
		await undoPlan(manager, mission, act);
	});

	it('of before all of it was kept is not taken back by halves', async () => {
		const [old] =
			await store.sql`insert into public.plan_acts (mission_id, mode, moves, person_id, mission_day)
			values (${mission.id}, 'import', '[]', (select person_id from public.plan_acts limit 1), '2019-12-01') returning id`;
		expect(await code(undoPlan(manager, mission, old!.id as string))).toBe('not_from_here');
	});

	it('says nothing of meetings that are being prepared to those who may not know of them', async () => {
		const [draft] =
			await store.sql`select id from public.meetings where mission_id = ${mission.id} and state = 'draft' limit 1`;
		const links = [{ from: draft!.id as string, to: 'new:1', after: FS }];
		const act = await imported({ links });
		const [row] = await store.sql`select moves::text from public.plan_acts where id = ${act}`;
		expect(row!.moves).not.toContain(draft!.id);
		await undoPlan(manager, mission, act);
		expect(seen(await read())).toEqual(seen(view));
	});

	it('is taken back by the project manager alone', async () => {
		const act = await imported();
		for (const who of [cast.observer, cast.lead]) {
			const ctx = await store.as(who);
			expect(await code(undoPlan(ctx, await readMission(ctx, 'eure-et-loir'), act))).toBe(
				'not_allowed'
			);
		}
		const outsider = await store.as(cast.outsider);
		expect(await code(undoPlan(outsider, mission, act))).toBe('not_found');
		await undoPlan(manager, mission, act);
	});
});

describe('an act', () => {
	it('is taken back from its own mission’s address only', async () => {
		const { id, version } = line('E-T307');
		const edit = { id, version, startsOn: '2021-05-03', endsOn: '2021-05-14' };
		const { expected } = await applyPlan(manager, mission, {
			edits: [edit],
			mode: 'push',
			expected: []
		}).then(
			() => ({ expected: [] }),
			(refused) => ({ expected: refused.detail.preview.moves })
		);
		const { act } = await applyPlan(manager, mission, { edits: [edit], mode: 'push', expected });
		const elsewhere = { ...mission, id: crypto.randomUUID(), slug: 'ailleurs' };
		const before = await read();
		expect(await code(undoPlan(manager, elsewhere, act))).toBe('not_found');
		expect(await code(undoPlan(manager, mission, 'nimporte'))).toBe('not_found');
		expect(await code(undoPlan(manager, mission, crypto.randomUUID()))).toBe('not_found');
		expect(await read()).toEqual(before);
		await undoPlan(manager, mission, act);
	});
});

describe('a day after the last of the calendars', () => {
	const late = '2200-01-04';
	const rpc = async (name: string, args: object) => {
		const { error } = await manager.client.rpc(name as 'add_task', args as never);
		return [error?.code, error?.details, error?.hint && JSON.parse(error.hint).field];
	};

	it('is refused by every act that dates a line, whatever way it comes', async () => {
		const task = line('E-T307');
		const point = view.items.find(
			(i) => i.kind === 'milestone' && !i.fixedByContract && i.doneOn === null
		);
		const [meeting] =
			await store.sql`select id, sections from public.meetings where mission_id = ${mission.id} and state = 'draft' limit 1`;
		const [copil] =
			await store.sql`select id from public.committees where code = 'E-COPIL' and mission_id = ${mission.id}`;
		const { stamp } = await scheduleStamp(manager, mission.slug);
		const outside = ['PT422', 'date_out_of_range'];
		const span = { starts_on: '2199-12-30', ends_on: late };
		expect(await rpc('add_task', { mission: mission.id, phase: null, title: 'Loin', ...span })).toEqual([
			...outside,
			'endsOn'
		]);
		const edit = { task: task.id, read_version: task.version };
		expect(await rpc('edit_task', { ...edit, new_starts_on: late, new_ends_on: late })).toEqual([
			...outside,
			'startsOn'
		]);
		const content = { startsOn: '2199-12-30', endsOn: late };
		expect(await rpc('set_task', { ...edit, content })).toEqual([...outside, 'endsOn']);
		if (point) {
			const moved = { milestone: point.id, read_version: point.version, new_due_on: late };
			expect(await rpc('edit_milestone', moved)).toEqual([...outside, 'dueOn']);
		}
		const planned = { committee: copil!.id, title: 'Loin', held_on: late };
		expect(await rpc('plan_meeting', planned)).toEqual([...outside, 'heldOn']);
		const version = meeting!.sections?.details?.version ?? 1;
		const held = { meeting: meeting!.id, read_version: version, content: { held_on: late } };
		expect(await rpc('edit_meeting', held)).toEqual([...outside, 'heldOn']);
		const values = { title: 'Loin', startsOn: late, endsOn: late };
		const plan = { added: [{ key: '1', kind: 'task', code: null, values }] };
		expect(
			(await rpc('import_plan', { mission: mission.id, read_stamp: stamp, plan })).slice(0, 2)
		).toEqual(outside);
		expect((await read()).items).toEqual(view.items);
	});

	it('is refused of milestones and phases too, and the last day is not', async () => {
		await expect(
			store.sql`update public.milestones set due_on = ${late} where mission_id = ${mission.id}`
		).rejects.toMatchObject({ detail: 'date_out_of_range' });
		await expect(
			store.sql`update public.phases set ends_on = ${late} where mission_id = ${mission.id}`
		).rejects.toMatchObject({ detail: 'date_out_of_range' });
		expect(
			await rpc('add_task', {
				...{ mission: mission.id, phase: null, title: 'Dernier jour' },
				...{ starts_on: '2199-12-31', ends_on: '2199-12-31' }
			})
		).toEqual([undefined, undefined, undefined]);
	});

	it('that a line already has leaves the plan readable, and is named by a re-plan and by nothing else', async () => {
		const task = line('E-T306');
		const { id, title, version, startsOn } = task;
		await store.sql`alter table public.tasks disable trigger tasks_within_calendars`;
		await store.sql`update public.tasks set ends_on = ${late} where id = ${id}`;
		await store.sql`alter table public.tasks enable trigger tasks_within_calendars`;
		view = await read();
		expect(view.undated).toContainEqual(
			expect.objectContaining({ id, title, startsOn: task.startsOn, endsOn: null })
		);
		const other = line('E-T307');
		const edit = { id: other.id, version: other.version, startsOn: '2021-05-03', endsOn: '2021-05-14' };
		const found = await refusal(
			applyPlan(manager, mission, { edits: [edit], mode: 'push', expected: [] })
		);
		expect(found).toMatchObject({ code: 'line_out_of_range', detail: { id, title } });
		// What does not touch its days is still kept, and a day of the calendars puts it right.
		await store.sql`update public.tasks set notes = 'Vue' where id = ${id}`;
		expect(await editItem(manager, id, { version, startsOn, endsOn: '2021-04-30' })).toMatchObject({
			endsOn: '2021-04-30'
		});
	});
});
