import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ScheduleItem } from '#core/schedule/types.ts';
import type { Context } from '#server/context.ts';
import { readMission, type MissionContext } from '#server/missions/read-mission.ts';
import { editItem, type ScheduleEditInput } from '#server/schedule/edit-item.ts';
import { addTask, reachMilestone, removeTask } from '#server/schedule/manage.ts';
import { readSchedule } from '#server/schedule/read-schedule.ts';
import { makeStore, type TestStore } from '../fixtures/store.ts';
import { cast, missionId, raw } from './matrix-world.ts';

let store: TestStore;
let manager: Context;
let second: Context;
let mission: MissionContext;
let task: ScheduleItem;
beforeAll(async () => {
	store = await makeStore();
	await store.backend.door!.enrol(await missionId(store), {
		email: 'admin@demo.test',
		fullName: 'Alix Moreau',
		organisation: 'client',
		role: 'client_manager',
		functionTitle: null,
		startsOn: '2019-10-29'
	});
	manager = await store.as(cast.manager);
	second = await store.as(cast.admin);
	mission = await readMission(manager, 'eure-et-loir');
});
afterAll(() => store?.close());

const items = async () => (await readSchedule(manager, mission)).items;
beforeEach(async () => {
	task = (await items()).find((i) => i.code === 'E-T102')!;
});
const edit = (more: Partial<ScheduleEditInput> = {}): ScheduleEditInput => ({
	version: task.version,
	startsOn: task.startsOn,
	endsOn: task.endsOn,
	...more
});
const code = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(error: { code?: string }) => error.code ?? String(error)
	);

describe('a task', () => {
	it('moves, and keeps what the edit does not speak of', async () => {
		const made = await editItem(manager, task.id, edit({ startsOn: '2019-12-03', endsOn: '2019-12-20' }));
		expect(made).toEqual({
			...task,
			startsOn: '2019-12-03',
			endsOn: '2019-12-20',
			version: task.version + 1
		});
		expect((await items()).find((i) => i.id === task.id)).toEqual(made);
	});

	it('moves back: an undo is an edit like another', async () => {
		const made = await editItem(manager, task.id, edit({ endsOn: '2020-01-31', progress: 95 }));
		const back = await editItem(
			manager,
			task.id,
			edit({ version: made.version, progress: task.progress })
		);
		expect(back).toEqual({ ...task, version: task.version + 2 });
	});

	it('that somebody else moved meanwhile: refused, with what stands now and who did it', async () => {
		const theirs = await editItem(
			second,
			task.id,
			edit({ endsOn: '2020-02-14', title: 'Autre intitulé' })
		);
		const late = editItem(manager, task.id, edit({ endsOn: '2020-01-10' }));
		await expect(late).rejects.toMatchObject({
			code: 'stale',
			detail: { changedBy: 'Alix Moreau', current: theirs }
		});
		expect((await items()).find((i) => i.id === task.id)).toEqual(theirs);
	});

	it('that two people move at once: one does', async () => {
		const answers = await Promise.all([
			code(editItem(manager, task.id, edit({ progress: 31 }))),
			code(editItem(second, task.id, edit({ progress: 32 })))
		]);
		expect(answers.sort()).toEqual(['done', 'stale']);
	});

	it('is not moved by somebody who does not say what they read', async () => {
		const client = await raw(store, cast.manager);
		const args = { task: task.id, new_starts_on: '2019-12-02', new_ends_on: '2019-12-03' };
		for (const read_version of [null, 0, -1])
			expect((await client.rpc('edit_task', { ...args, read_version })).error?.details).toBe('stale');
	});

	it.each<[string, Partial<ScheduleEditInput>, string]>([
		['ends before it starts', { startsOn: '2019-12-10', endsOn: '2019-12-09' }, 'end_before_start'],
		['ends in another age', { endsOn: '9999-12-31' }, 'date_out_of_range'],
		['starts before there were schedules', { startsOn: '0001-01-01' }, 'date_out_of_range'],
		['is done more than wholly', { progress: 101 }, 'progress_out_of_range'],
		['is done less than nothing', { progress: -1 }, 'progress_out_of_range'],
		['has no name', { title: '   ' }, 'title_length'],
		['has too long a name', { title: 'x'.repeat(201) }, 'title_length'],
		['starts on a day that does not exist', { startsOn: '2019-02-30' }, 'bad_input']
	])('that %s is refused, and stays as it was', async (_what, more, expected) => {
		expect(await code(editItem(manager, task.id, edit(more)))).toBe(expected);
		expect((await items()).find((i) => i.id === task.id)).toEqual(task);
	});

	it('of a single day is a task', async () => {
		const made = await editItem(manager, task.id, edit({ startsOn: '2019-12-10', endsOn: '2019-12-10' }));
		expect(made.startsOn).toBe(made.endsOn);
	});

	it('is taken off, is there no more for anybody, and comes back as it was', async () => {
		await removeTask(manager, task.id, true);
		expect((await items()).some((i) => i.id === task.id)).toBe(false);
		expect(await code(editItem(manager, task.id, edit()))).toBe('not_found');
		await removeTask(manager, task.id, false);
		expect((await items()).find((i) => i.id === task.id)).toEqual({ ...task, version: task.version + 2 });
		const lines =
			await store.sql`select event from public.journal where detail ->> 'task' = ${task.id} order by number desc limit 2`;
		expect(lines.map((l) => l.event)).toEqual(['task_restored', 'task_removed']);
	});

	it('is added by the project manager, in a phase of the mission', async () => {
		const phase = (await items()).find((i) => i.kind === 'phase')!.id;
		const made = { title: 'Atelier de restitution', phase, startsOn: '2019-12-11', endsOn: '2019-12-12' };
		await addTask(manager, mission.id, made);
		expect((await items()).find((i) => i.title === made.title)).toMatchObject({
			kind: 'task',
			phaseId: phase,
			startsOn: '2019-12-11'
		});
		expect(await code(addTask(manager, mission.id, { ...made, phase: crypto.randomUUID() }))).toBe(
			'unknown_phase'
		);
		expect(await code(addTask(manager, mission.id, { ...made, endsOn: '2019-12-10' }))).toBe(
			'end_before_start'
		);
		expect(await code(addTask(manager, mission.id, { ...made, title: ' ' }))).toBe('title_length');
	});
});

describe('a milestone', () => {
	const some = async (fixed: boolean) =>
		(await items()).find((i) => i.kind === 'milestone' && i.fixedByContract === fixed && !i.doneOn)!;

	it('fixed by the contract keeps its day and its words, also for the project manager', async () => {
		const m = await some(true);
		const same = { version: m.version, startsOn: m.startsOn, endsOn: m.endsOn };
		expect(
			await code(editItem(manager, m.id, { ...same, startsOn: '2020-06-01', endsOn: '2020-06-01' }))
		).toBe('fixed_by_contract');
		expect(await code(editItem(manager, m.id, { ...same, title: 'Autre' }))).toBe('fixed_by_contract');
		expect(await some(true)).toEqual(m);
	});

	it('that floats moves, and a stale move is shown what stands', async () => {
		const m = await some(false);
		const to = (day: string) => ({ version: m.version, startsOn: day, endsOn: day });
		const made = await editItem(manager, m.id, to('2020-01-20'));
		expect(made).toMatchObject({ startsOn: '2020-01-20', endsOn: '2020-01-20', version: m.version + 1 });
		await expect(editItem(second, m.id, to('2020-01-21'))).rejects.toMatchObject({
			code: 'stale',
			detail: { changedBy: 'Camille Renaud', current: made }
		});
		expect(await code(editItem(manager, m.id, { ...to('9999-12-31'), version: made.version }))).toBe(
			'date_out_of_range'
		);
	});

	it('is reached on a day that has come, and the day can be taken back', async () => {
		const m = await some(true);
		expect(await code(reachMilestone(manager, m.id, m.version, '2019-12-03'))).toBe('in_the_future');
		await reachMilestone(manager, m.id, m.version, '2019-12-02');
		expect(await code(reachMilestone(manager, m.id, m.version, null))).toBe('stale');
		expect((await items()).find((i) => i.id === m.id)).toMatchObject({
			doneOn: '2019-12-02',
			progress: 100
		});
		await reachMilestone(manager, m.id, m.version + 1, null);
		expect((await items()).find((i) => i.id === m.id)).toMatchObject({ doneOn: null });
	});

	it('is a phase to nobody: what the contract gives is not edited', async () => {
		const phase = (await items()).find((i) => i.kind === 'phase')!;
		expect(
			await code(
				editItem(manager, phase.id, { version: 1, startsOn: '2019-12-01', endsOn: '2019-12-02' })
			)
		).toBe('not_found');
	});
});

describe('anybody but the project manager', () => {
	it.each([
		[cast.observer, 'not_allowed'],
		[cast.consultant, 'not_allowed'],
		[cast.lead, 'not_allowed'],
		[cast.member, 'not_allowed'],
		[cast.chair, 'not_allowed'],
		[cast.signatory, 'not_allowed'],
		[cast.outsider, 'not_found']
	])('%s changes nothing', async (who, expected) => {
		const ctx = await store.as(who);
		const before = await items();
		const floating = before.find((i) => i.kind === 'milestone' && !i.fixedByContract)!;
		expect([
			await code(editItem(ctx, task.id, edit())),
			await code(
				editItem(ctx, floating.id, {
					version: floating.version,
					startsOn: '2020-02-02',
					endsOn: '2020-02-02'
				})
			),
			await code(reachMilestone(ctx, floating.id, floating.version, '2019-12-02')),
			await code(removeTask(ctx, task.id, true)),
			await code(
				addTask(ctx, mission.id, {
					title: 'x',
					phase: null,
					startsOn: '2019-12-02',
					endsOn: '2019-12-02'
				})
			)
		]).toEqual(Array(5).fill(expected));
		expect(await items()).toEqual(before);
	});
});
