import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeCalendar } from '#core/calendar/calendar.ts';
import { nodesOf, replan, type PlanEdit } from '#core/schedule/network/index.ts';
import type { ScheduleItem } from '#core/schedule/types.ts';
import type { Context } from '#server/context.ts';
import { readMission, type MissionContext } from '#server/missions/read-mission.ts';
import { freezePlan, readBaselines } from '#server/schedule/baselines.ts';
import { editItem } from '#server/schedule/edit-item.ts';
import { importPlan, type PlanChanges } from '#server/schedule/import-plan.ts';
import { addLink, editLink, removeLink, type NewLink } from '#server/schedule/links.ts';
import { addTask, removeTask } from '#server/schedule/manage.ts';
import { applyPlan, undoPlan } from '#server/schedule/plan.ts';
import { readSchedule, type ScheduleView } from '#server/schedule/read-schedule.ts';
import { scheduleStamp } from '#server/schedule/stamp.ts';
import { makeStore, type TestStore } from '../fixtures/store.ts';
import { cast, missionId } from './matrix-world.ts';

let store: TestStore;
let manager: Context;
let second: Context;
let mission: MissionContext;
let view: ScheduleView;

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

const read = () => readSchedule(manager, mission);
beforeEach(async () => {
	view = await read();
});
const line = (code: string): ScheduleItem => {
	const found = view.items.find((item) => item.code === code);
	if (!found) throw new Error(`${code} is not on the plan`);
	return found;
};
const refusal = (work: Promise<unknown>) =>
	work.then(
		() => ({ code: 'done', detail: {} as Record<string, unknown> }),
		(error: { code?: string; detail?: Record<string, unknown> }) => ({
			code: error.code ?? String(error),
			detail: error.detail ?? {}
		})
	);
const code = async (work: Promise<unknown>) => (await refusal(work)).code;
const journal = async (event: string) =>
	store.sql`select subject, detail from public.journal where event = ${event} order by id desc limit 1`;

/** What the page would show, worked out as the page does. */
const previewed = (edits: PlanEdit[], mode: 'push' | 'follow' = 'push') =>
	replan(
		nodesOf(view.items),
		view.links,
		edits,
		makeCalendar(view.calendar.base, view.calendar.changes),
		mode
	);
const asked = (lines: [string, string, string][], mode: 'push' | 'follow' = 'push') => {
	const edits = lines.map(([name, startsOn, endsOn]) => {
		const { id, version } = line(name);
		return { id, version, startsOn, endsOn };
	});
	return { edits, mode, expected: previewed(edits, mode).moves };
};

describe('links', () => {
	const link = (from: string, to: string, more: Partial<NewLink> = {}): NewLink => ({
		...{ from: line(from).id, to: line(to).id, type: 'FS', lag: 0, lagUnit: 'working' },
		...more
	});

	it('of a contract file are there, and what each task follows is told by them', () => {
		const cartography = line('E-T114');
		const before = view.links.filter(({ to }) => to === cartography.id);
		expect(before.map(({ from }) => view.items.find(({ id }) => id === from)!.code).sort()).toEqual([
			...['E-T103', 'E-T104', 'E-T105', 'E-T106']
		]);
		expect(before.every(({ type, lag }) => type === 'FS' && lag === 0)).toBe(true);
		expect(cartography.dependsOn.toSorted()).toEqual(before.map(({ from }) => from).sort());
	});

	it('that would close a circle are refused, and the circle is named in order', async () => {
		const { code: why, detail } = await refusal(addLink(manager, mission.id, link('E-T117', 'E-T101')));
		expect(why).toBe('link_cycle');
		const path = detail.path as { id: string; title: string }[];
		const ids = path.map(({ id }) => id);
		for (const [i, id] of ids.entries()) {
			const next = ids[(i + 1) % ids.length];
			const isNew = id === line('E-T117').id && next === line('E-T101').id;
			expect(isNew || view.links.some((l) => l.from === id && l.to === next)).toBe(true);
		}
		expect(path.map(({ title }) => title)).toContain(line('E-T117').title);
		expect((await read()).links).toEqual(view.links);
	});

	it.each<[string, () => NewLink, string]>([
		['from a line to itself', () => link('E-T102', 'E-T102'), 'link_itself'],
		['to nowhere', () => link('E-T102', 'E-T113', { to: crypto.randomUUID() }), 'link_nowhere'],
		['from nowhere', () => link('E-T102', 'E-T113', { from: crypto.randomUUID() }), 'link_nowhere'],
		['to a phase', () => link('E-T102', 'E-P2'), 'link_phase'],
		['from a phase', () => link('E-P1', 'E-T102'), 'link_phase'],
		['to a meeting', () => link('E-T102', 'E-COTECH-02'), 'link_meeting'],
		['there is already', () => link('E-T108', 'E-T113', { type: 'SS' }), 'link_twice'],
		['that waits too long', () => link('E-T102', 'E-T113', { lag: 1001 }), 'lag_out_of_range'],
		['of no type', () => link('E-T102', 'E-T113', { type: 'XX' as 'FS' }), 'choice_missing']
	])('%s: refused', async (_what, made, expected) => {
		expect(await code(addLink(manager, mission.id, made()))).toBe(expected);
		expect((await read()).links).toEqual(view.links);
	});

	it('are made, changed from the version that was read, and taken away; each is told', async () => {
		const made = await addLink(
			manager,
			mission.id,
			link('E-COTECH-02', 'E-T113', { type: 'SS', lag: -2, lagUnit: 'calendar' })
		);
		expect((await read()).links).toContainEqual(made);
		expect(await code(editLink(second, made.id, { ...made, version: 7 }))).toBe('stale');
		const changed = await editLink(second, made.id, { ...made, type: 'FF', lag: 3 });
		expect(changed).toMatchObject({ type: 'FF', lag: 3, lagUnit: 'calendar', version: 2 });
		expect(await code(removeLink(manager, made.id, 1))).toBe('stale');
		await removeLink(manager, made.id, 2);
		expect((await read()).links).toEqual(view.links);
		expect((await journal('link_removed'))[0]!.detail).toMatchObject({
			link: made.id,
			type: 'FF',
			lag: 3
		});
		expect(await code(removeLink(manager, made.id, 2))).toBe('not_found');
	});

	it('and the list a task keeps of what it follows never say otherwise', async () => {
		const made = await addLink(manager, mission.id, link('E-T102', 'E-T113'));
		const listed = async () =>
			(await store.sql`select depends_on from public.tasks where id = ${line('E-T113').id}`)[0]!
				.depends_on;
		expect(await listed()).toContain(line('E-T102').id);
		await store.sql`update public.tasks set depends_on = array_remove(depends_on, ${line('E-T102').id}::uuid) where id = ${line('E-T113').id}`;
		expect((await read()).links.some(({ id }) => id === made.id)).toBe(false);
		await expect(
			store.sql`update public.tasks set depends_on = array[${line('E-T117').id}::uuid] where id = ${line('E-T101').id}`
		).rejects.toMatchObject({ detail: 'link_cycle' });
	});
});

describe('what a task carries', () => {
	const edit = (name: string, more: object) => {
		const { id, version, startsOn, endsOn } = line(name);
		return editItem(manager, id, { version, startsOn, endsOn, ...more });
	};

	it.each<[string, object, string]>([
		['a constraint of no kind', { constraint: { kind: 'some', day: '2020-01-02' } }, 'choice_missing'],
		[
			'a constraint in another age',
			{ constraint: { kind: 'not_before', day: '9999-01-01' } },
			'date_out_of_range'
		],
		['a real start to come', { actualStart: '2019-12-03' }, 'in_the_future'],
		['a real end to come', { actualEnd: '2020-01-10' }, 'in_the_future'],
		[
			'a real end before the real start',
			{ actualStart: '2019-11-20', actualEnd: '2019-11-19' },
			'end_before_start'
		],
		['an organisation nobody knows', { organisationId: crypto.randomUUID() }, 'unknown_organisation'],
		[
			'a deliverable nobody knows',
			{ refs: [{ kind: 'deliverable', id: crypto.randomUUID() }] },
			'unknown_ref'
		],
		['too long a note', { notes: 'x'.repeat(4001) }, 'too_long']
	])('%s: refused', async (_what, more, expected) => {
		expect(await code(edit('E-T109', more))).toBe(expected);
		expect((await read()).items.find((item) => item.code === 'E-T109')).toEqual(line('E-T109'));
	});

	it('is kept, read with its words, and told; null takes it away', async () => {
		const client = view.organisations[0]!;
		const report = view.referable.find(({ code: name }) => name === 'E-L11')!;
		const made = await edit('E-T109', {
			constraint: { kind: 'not_before', day: '2019-11-25' },
			...{ actualStart: '2019-11-26', notes: 'Deux sites par jour', assignee: 'Inès Lambert' },
			organisationId: client.id,
			refs: [{ kind: 'deliverable', id: report.id }]
		});
		expect(made).toMatchObject({
			constraint: { kind: 'not_before', day: '2019-11-25' },
			...{ actualStart: '2019-11-26', actualEnd: null, notes: 'Deux sites par jour' },
			...{ assignee: 'Inès Lambert', organisation: client.name, organisationId: client.id },
			refs: [{ kind: 'deliverable', code: 'E-L11', href: '/missions/eure-et-loir/deliverables/E-L11' }]
		});
		expect((await journal('task_edited'))[0]!.detail).toMatchObject({
			to: { actualStart: '2019-11-26', notes: 'Deux sites par jour' }
		});
		view = await read();
		expect(line('E-T109')).toEqual(made);
		const bare = await edit('E-T109', {
			...{
				constraint: null,
				actualStart: null,
				notes: null,
				assignee: null,
				organisationId: null,
				refs: []
			}
		});
		expect(bare).toMatchObject({
			constraint: null,
			actualStart: null,
			notes: null,
			organisation: null,
			refs: []
		});
	});

	it('that has ended is done', async () => {
		const made = await edit('E-T105', { actualStart: '2019-11-06', actualEnd: '2019-11-22' });
		expect(made).toMatchObject({ progress: 100, doneOn: '2019-11-22', actualEnd: '2019-11-22' });
	});

	it('that works for a deliverable somebody decided on stays on the plan', async () => {
		await addTask(manager, mission.id, {
			...{ title: 'Suites de la décision', phase: null, startsOn: '2020-01-06', endsOn: '2020-01-07' }
		});
		view = await read();
		const task = view.items.find(({ title }) => title === 'Suites de la décision')!;
		const [decided] =
			await store.sql`select d.id, d.code from public.decisions k join public.versions v on v.id = k.version_id
			join public.deliverables d on d.id = v.deliverable_id where d.mission_id = ${mission.id} limit 1`;
		let chosen = decided as { id: string; code: string } | undefined;
		if (!chosen) {
			const { endOneCircuit } = await import('./matrix-world.ts');
			const { deliverable } = await endOneCircuit(store);
			const [made] =
				await store.sql`select id, code from public.deliverables where id = ${deliverable}`;
			chosen = made as unknown as { id: string; code: string };
		}
		const { version, startsOn, endsOn } = task;
		const refs = [{ kind: 'deliverable' as const, id: chosen.id }];
		await editItem(manager, task.id, { version, startsOn, endsOn, refs });
		const { code: why, detail } = await refusal(removeTask(manager, task.id, true));
		expect([why, detail.codes]).toEqual(['task_has_decisions', [chosen.code]]);
		const plan = { ...nothing, removed: [{ id: task.id, version: version + 1 }] };
		const { stamp } = await scheduleStamp(manager, mission.slug);
		expect(await code(importPlan(manager, mission.id, stamp, plan))).toBe('task_has_decisions');
		expect((await read()).items.some(({ id }) => id === task.id)).toBe(true);
	});
});

describe('a re-plan', () => {
	it('of the demonstration as it stands moves nothing: its links hold', () => {
		expect(previewed([])).toEqual({ moves: [], broken: [], mended: [] });
	});

	it('is kept as one act, told once, and taken back as one', async () => {
		const wanted = asked([['E-T108', '2019-11-18', '2020-01-10']]);
		expect(wanted.expected.length).toBeGreaterThan(2);
		const { act, items } = await applyPlan(manager, mission, wanted);
		expect(items.map(({ id }) => id).sort()).toEqual(wanted.expected.map(({ id }) => id).sort());
		for (const { id, to } of wanted.expected)
			expect(items.find((item) => item.id === id)).toMatchObject(to);
		const [told] = await journal('schedule_replanned');
		expect(told!.detail).toMatchObject({
			act,
			tasks: items.filter(({ kind }) => kind === 'task').length
		});
		const back = await undoPlan(manager, mission, act);
		for (const { id, from } of wanted.expected)
			expect(back.items.find((item) => item.id === id)).toMatchObject(from);
		expect(await code(undoPlan(manager, mission, act))).toBe('already_undone');
		// Taking that back does it again.
		const again = await undoPlan(manager, mission, back.act);
		for (const { id, to } of wanted.expected)
			expect(again.items.find((item) => item.id === id)).toMatchObject(to);
		await undoPlan(manager, mission, again.act);
	});

	it('that is not what the person saw is not kept: what it now brings about is told', async () => {
		const wanted = asked([['E-T108', '2019-11-18', '2020-01-10']]);
		const less = { ...wanted, expected: wanted.expected.slice(1) };
		const { code: why, detail } = await refusal(applyPlan(manager, mission, less));
		expect(why).toBe('preview_changed');
		expect((detail.preview as { moves: unknown }).moves).toEqual(wanted.expected);
		const { id, version, startsOn } = line('E-T113');
		await editItem(second, id, { version, startsOn, endsOn: '2020-01-17' });
		expect(await code(applyPlan(manager, mission, wanted))).toBe('preview_changed');
		expect(line('E-T108')).toEqual((await read()).items.find((item) => item.code === 'E-T108'));
	});

	it('from another version is refused with both values of each line, and who changed it', async () => {
		const wanted = asked([['E-T109', '2019-11-25', '2020-01-03']]);
		const { id, version, startsOn, endsOn } = line('E-T109');
		const theirs = await editItem(second, id, { version, startsOn, endsOn, progress: 35 });
		const { code: why, detail } = await refusal(applyPlan(manager, mission, wanted));
		expect(why).toBe('stale');
		expect(detail.conflicts).toMatchObject([
			{
				id,
				current: theirs,
				wanted: { startsOn: '2019-11-25', endsOn: '2020-01-03' },
				changedBy: 'Alix Moreau'
			}
		]);
	});

	it('moves what follows a task that is done without its day, when its days are written right', async () => {
		const { id, version, startsOn, endsOn } = line('E-T107');
		expect(line('E-T107')).toMatchObject({ progress: 100, actualEnd: null });
		const before = line('E-T109');
		const { act } = await applyPlan(manager, mission, asked([['E-T107', startsOn, '2019-12-04']]));
		view = await read();
		expect(line('E-T109').startsOn).toBe('2019-12-05');
		await undoPlan(manager, mission, act);
		view = await read();
		expect(line('E-T109').startsOn).toBe(before.startsOn);
		expect(line('E-T107')).toMatchObject({ id, endsOn, version: version + 2 });
	});

	it('is not taken back once one of its lines has changed: nothing of it moves', async () => {
		const { act, items } = await applyPlan(
			manager,
			mission,
			asked([['E-T110', '2019-12-09', '2020-01-20']])
		);
		const changed = items[0]!;
		const { version, startsOn, endsOn } = changed;
		await editItem(second, changed.id, { version, startsOn, endsOn, title: 'Autre intitulé' });
		view = await read();
		const { code: why, detail } = await refusal(undoPlan(manager, mission, act));
		expect(why).toBe('stale');
		expect(detail.conflicts).toMatchObject([{ id: changed.id, current: { title: 'Autre intitulé' } }]);
		expect((await read()).items).toEqual(view.items);
	});

	it.each<[string, () => Parameters<typeof applyPlan>[2], string]>([
		['moves nothing', () => ({ edits: [], mode: 'push', expected: [] }), 'plan_unchanged'],
		[
			'moves what the contract fixes',
			() => ({
				...asked([]),
				edits: [{ ...line('E-M1'), startsOn: '2020-02-03', endsOn: '2020-02-03' }]
			}),
			'line_pinned'
		],
		[
			'moves what is done',
			() => ({
				...asked([]),
				edits: [{ ...line('E-T101'), startsOn: '2019-12-03', endsOn: '2019-12-04' }]
			}),
			'line_pinned'
		],
		[
			'ends before it starts',
			() => ({
				...asked([]),
				edits: [{ ...line('E-T110'), startsOn: '2020-02-04', endsOn: '2020-02-03' }]
			}),
			'end_before_start'
		],
		[
			'goes to the year 9999',
			() => ({
				...asked([]),
				edits: [{ ...line('E-T110'), startsOn: '9999-01-01', endsOn: '9999-12-31' }]
			}),
			'date_out_of_range'
		],
		[
			'pushes what follows out of the calendar',
			() => ({
				...asked([]),
				edits: [{ ...line('E-T307'), startsOn: '2199-12-30', endsOn: '2199-12-31' }]
			}),
			'date_out_of_range'
		]
	])('that %s is refused', async (_what, input, expected) => {
		expect(await code(applyPlan(manager, mission, input()))).toBe(expected);
		expect((await read()).items).toEqual(view.items);
	});

	it('is checked by the store too, whoever worked it out', async () => {
		const lines = async (more: object[]) =>
			manager.client.rpc('apply_plan', {
				mission: mission.id,
				read_stamp: view.stamp,
				mode: 'push',
				lines: more as never
			});
		const fixed = line('E-M1');
		const free = line('E-T110');
		const to = { startsOn: '2020-02-03', endsOn: '2020-02-07' };
		const details = async (more: object[]) => (await lines(more)).error?.details;
		expect(
			await details([
				{ id: fixed.id, version: fixed.version, startsOn: to.startsOn, endsOn: to.startsOn }
			])
		).toBe('line_pinned');
		expect(
			await details([
				{ id: free.id, version: free.version, startsOn: '9999-01-01', endsOn: '9999-01-02' }
			])
		).toBe('date_out_of_range');
		expect(await details([{ id: free.id, version: free.version - 1, ...to }])).toBe('stale');
		expect(await details([{ id: crypto.randomUUID(), version: 1, ...to }])).toBe('stale');
		expect(
			await details([
				{ id: free.id, version: free.version, ...to },
				{ id: free.id, version: free.version, ...to }
			])
		).toBe('bad_input');
		expect(await details([])).toBe('bad_input');
		expect((await read()).items).toEqual(view.items);
	});
});

const nothing: PlanChanges = { fileName: 'plan.xlsx', added: [], changed: [], removed: [], links: [] };

describe('a plan that comes in a file', () => {
	const stamp = async () => (await scheduleStamp(manager, mission.slug)).stamp;
	const added = (key: string, more: object = {}) => ({
		...{ key, kind: 'task' as const, code: null },
		values: { title: `Importée ${key}`, startsOn: '2020-02-10', endsOn: '2020-02-14', ...more }
	});

	it('is kept whole, with its links, and told once', async () => {
		const plan: PlanChanges = {
			...nothing,
			added: [
				added('1'),
				added('2', { progress: 20, notes: 'Du fichier' }),
				{ ...added('3', { startsOn: '2020-02-14' }), kind: 'milestone' }
			],
			changed: [
				{
					id: line('E-T204').id,
					version: line('E-T204').version,
					values: { title: 'Instruire les interfaces' }
				}
			],
			links: [
				{ from: 'new:1', to: 'new:2', after: { type: 'SS', lag: 2, lagUnit: 'calendar' } },
				{ from: 'new:2', to: 'new:3', after: { type: 'FS', lag: 0, lagUnit: 'working' } },
				{ from: line('E-T204').id, to: 'new:1', after: { type: 'FF', lag: -1, lagUnit: 'working' } },
				{ from: line('E-T203').id, to: line('E-T210').id, after: null }
			]
		};
		expect(await importPlan(manager, mission.id, await stamp(), plan)).toMatchObject({
			added: 3,
			changed: 1,
			removed: 0,
			links: 4
		});
		const before = view;
		view = await read();
		const [one, two, three] = ['1', '2', '3'].map((key) =>
			view.items.find(({ title }) => title === `Importée ${key}`)!
		);
		expect(two).toMatchObject({ progress: 20, notes: 'Du fichier', dependsOn: [one!.id] });
		expect(three).toMatchObject({ kind: 'milestone', endsOn: '2020-02-14', fixedByContract: false });
		expect(line('E-T204').title).toBe('Instruire les interfaces');
		expect(view.links).toHaveLength(before.links.length + 2);
		expect((await journal('plan_imported'))[0]).toMatchObject({
			subject: 'plan.xlsx',
			detail: { added: 3 }
		});
	});

	it.each<[string, () => Partial<PlanChanges>, string]>([
		[
			'closes a circle',
			() => ({
				added: [added('1'), added('2')],
				links: [
					{ from: 'new:1', to: 'new:2', after: { type: 'FS', lag: 0, lagUnit: 'working' } },
					{ from: 'new:2', to: 'new:1', after: { type: 'FS', lag: 0, lagUnit: 'working' } }
				]
			}),
			'link_cycle'
		],
		[
			'links to nowhere',
			() => ({
				added: [added('1')],
				links: [{ from: 'new:1', to: 'new:9', after: { type: 'FS', lag: 0, lagUnit: 'working' } }]
			}),
			'link_nowhere'
		],
		[
			'ends before it starts',
			() => ({ added: [added('1'), added('2', { endsOn: '2020-02-01' })] }),
			'end_before_start'
		],
		[
			'goes to the year 9999',
			() => ({ added: [added('1'), added('2', { endsOn: '9999-02-01' })] }),
			'date_out_of_range'
		],
		[
			'moves what the contract fixes',
			() => ({
				added: [added('1')],
				changed: [
					{
						id: line('E-M1').id,
						version: line('E-M1').version,
						values: { startsOn: '2020-02-01', endsOn: '2020-02-01' }
					}
				]
			}),
			'fixed_by_contract'
		],
		[
			'changes a line from another version',
			() => ({
				added: [added('1')],
				changed: [{ id: line('E-T204').id, version: 99, values: { title: 'x' } }]
			}),
			'stale'
		],
		[
			'has ten thousand lines',
			() => ({ added: Array.from({ length: 10_000 }, (_, i) => added(String(i))) }),
			'too_many_tasks'
		]
	])('that %s is refused, and nothing is half done', async (_what, plan, expected) => {
		expect(await code(importPlan(manager, mission.id, await stamp(), { ...nothing, ...plan() }))).toBe(
			expected
		);
		const after = await read();
		expect([after.items, after.links]).toEqual([view.items, view.links]);
	});

	it('compared with another state of the plan is refused', async () => {
		expect(
			await code(importPlan(manager, mission.id, 'autre', { ...nothing, added: [added('1')] }))
		).toBe('preview_changed');
	});
});

describe('a frozen plan', () => {
	it('says who froze it, when and why, and is what lines are compared with', async () => {
		const number = await freezePlan(manager, mission.id, { name: 'Recalé', reason: 'Après le comité' });
		const { id, version } = line('E-T304');
		await editItem(manager, id, { version, startsOn: '2021-03-01', endsOn: '2021-03-12' });
		const after = await read();
		expect(after.baselines.at(-1)).toMatchObject({
			number,
			name: 'Recalé',
			reason: 'Après le comité',
			frozenBy: 'Camille Renaud',
			frozenOn: mission.today
		});
		expect(after.baseline![id]).toEqual({
			startsOn: line('E-T304').startsOn,
			endsOn: line('E-T304').endsOn
		});
		const all = await readBaselines(manager, mission, number);
		expect(all.at(-1)!.lines.find((one) => one.id === id)).toMatchObject({
			kind: 'task',
			code: 'E-T304'
		});
		expect(all[0]).toMatchObject({ number: 1, name: 'Planning accepté' });
		expect(all[0]!.lines.some(({ kind }) => kind === 'task')).toBe(false);
		expect(all[0]!.lines.some(({ code: name }) => name === 'E-M1')).toBe(true);
	});

	it.each<[string, { name: string; reason: string }, string]>([
		['no name', { name: '  ', reason: 'x' }, 'title_length'],
		['no reason', { name: 'x', reason: ' ' }, 'reason_missing']
	])('with %s is refused', async (_what, given, expected) => {
		expect(await code(freezePlan(manager, mission.id, given))).toBe(expected);
	});

	it('does not tell of a meeting that is being prepared', async () => {
		const [draft] =
			await store.sql`select id from public.meetings where mission_id = ${mission.id} and state = 'draft' limit 1`;
		const [row] =
			await store.sql`select days from public.baselines where mission_id = ${mission.id} order by number desc limit 1`;
		expect(draft!.id in row!.days).toBe(false);
	});

	it('is frozen by each act of the contract, once it is in force', async () => {
		const before = (await read()).baselines.length;
		const [m] = await store.sql`select contract, anchors from public.missions where id = ${mission.id}`;
		const contract = { ...m!.contract, title: 'Mission prolongée' };
		const prepared = await manager.client.rpc('prepare_amendment', {
			mission: mission.id,
			read_number: 1,
			act: {
				...{ kind: 'decision', number: 'D-9', on: '2019-11-20' },
				...{ signedBy: 'Dominique Vasseur', purpose: 'Délai prolongé' }
			},
			proposal: { contract, anchors: m!.anchors, sha256: '0'.repeat(64), changes: {} }
		});
		expect((await read()).baselines).toHaveLength(before);
		const signatory = await store.as(cast.signatory);
		const { id } = prepared.data as { id: string };
		const signed = { amendment: id, read_version: 1, effects: {}, moved: {} };
		expect((await signatory.client.rpc('sign_amendment', signed)).error).toBeNull();
		expect((await read()).baselines.slice(before)).toMatchObject([
			{ name: 'D-9', reason: 'Délai prolongé', frozenBy: null }
		]);
	});
});

describe('the stamp', () => {
	it('changes with anything of the plan, and says who changed it last', async () => {
		const first = await scheduleStamp(manager, mission.slug);
		expect(await scheduleStamp(second, mission.slug)).toEqual(first);
		const { id, version, startsOn, endsOn } = line('E-T306');
		await editItem(second, id, { version, startsOn, endsOn, progress: 1 });
		const then = await scheduleStamp(manager, mission.slug);
		expect(then.stamp).not.toBe(first.stamp);
		expect(then.by).toBe('Alix Moreau');
		expect(await code(scheduleStamp(await store.as(cast.outsider), mission.slug))).toBe('not_found');
	});
});

describe('lines of another mission', () => {
	it('are neither moved, named nor taken off, whoever manages both', async () => {
		const content = {
			...{ slug: 'ailleurs', title: 'Ailleurs', short_title: 'Ailleurs', calendar: 'FR', contract: {} },
			...{
				contract_sha256: '0'.repeat(64),
				organisations: [],
				phases: [],
				committees: [],
				milestones: []
			},
			deliverables: [],
			tasks: [
				{ code: 'Z-T1', title: 'Secret', position: 1, starts_on: '2019-12-02', ends_on: '2019-12-06' }
			]
		};
		await store.sql`select private.import_mission(${store.sql.json(content)})`;
		const [other] = await store.sql`select id, title, version from public.tasks where code = 'Z-T1'`;
		const { stamp } = await read();
		const moved = (line: object) =>
			manager.client.rpc('apply_plan', {
				...{ mission: mission.id, read_stamp: stamp, mode: 'push' },
				lines: [{ id: other!.id, startsOn: '2020-01-06', endsOn: '2020-01-07', ...line }] as never
			});
		const removed = (line: object) =>
			manager.client.rpc('import_plan', {
				...{ mission: mission.id, read_stamp: stamp },
				plan: { removed: [{ id: other!.id, ...line }] } as never
			});
		for (const act of [moved, removed]) {
			const without = await act({});
			expect(without.error).toMatchObject({ code: 'PT422' });
			const named = await act({ version: other!.version });
			expect(named.error).toMatchObject({ code: 'PT409' });
			for (const { error } of [without, named])
				expect(JSON.stringify(error)).not.toContain(other!.title);
		}
		const acts = await store.sql`select moves::text from public.plan_acts`;
		for (const { moves } of acts) expect(moves).not.toContain(other!.id);
	});
});

it('the stamp of a plan says nothing of a meeting that is being prepared', async () => {
	const lead = await store.as(cast.lead);
	const stampOf = async (who: Context) => {
		const { data } = await who.client.rpc('schedule_stamp', { mission_slug: mission.slug });
		return (data as { stamp: string }).stamp;
	};
	const before = [await stampOf(manager), await stampOf(lead)];
	const [copil] =
		await store.sql`select id from public.committees where code = 'E-COPIL' and mission_id = ${mission.id}`;
	const { error } = await manager.client.rpc('plan_meeting', {
		...{ committee: copil!.id as string, title: 'Préparé', held_on: '2020-04-02' }
	});
	expect(error).toBeNull();
	const after = [await stampOf(manager), await stampOf(lead)];
	expect(after[0]).not.toBe(before[0]);
	expect(after[1]).toBe(before[1]);
});
