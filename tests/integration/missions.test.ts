import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contract } from '#core/contract/schema.ts';
import { readContract } from '#server/contract/read.ts';
import { importMission, type ImportOptions } from '#server/missions/import-mission.ts';
import { moveClock } from '#server/missions/move-clock.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { makeStore, type TestStore } from '../fixtures/store.ts';
import { cast, enrol } from './matrix-world.ts';

let store: TestStore;
let text: string;
let contract: Contract;
beforeAll(async () => {
	store = await makeStore();
	text = await readFile('templates/missions/eure-et-loir.yaml', 'utf8');
	const read = readContract(text);
	if (!read.ok) throw new Error('the contract file is not valid');
	contract = read.contract;
});
afterAll(() => store?.close());

const anchors = { notification: '2019-10-29' };
const bring = (slug: string, options: Partial<ImportOptions> = {}) =>
	importMission(store.backend.door!, { ...contract, slug }, text, { anchors, ...options });
const code = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(error: { code?: string }) => error.code ?? String(error)
	);
const filled = [
	'missions',
	'organisations',
	'phases',
	'committees',
	'milestones',
	'deliverables',
	'tasks',
	'journal',
	'report_weeks'
];
const counts = async () =>
	Promise.all(
		filled.map(
			async (t) =>
				(await store.sql`select count(*)::int as n from ${store.sql(`public.${t}`)}`)[0]!.n as number
		)
	);

/** What the verb hands to the store, so that one thing in it can be broken. */
async function payload(slug: string): Promise<Record<string, unknown>> {
	let given: Record<string, unknown> = {};
	const door = {
		...store.backend.door!,
		importMission: async (content: Record<string, unknown>) => {
			given = content;
			throw new Error('only looked at');
		}
	};
	await importMission(door, { ...contract, slug }, text, { anchors }).catch(() => {});
	expect(given.slug).toBe(slug);
	return given;
}
const first = (of: unknown, more: object) => [
	{ ...(of as object[])[0], ...more },
	...(of as object[]).slice(1)
];

describe('an import', () => {
	it('makes everything the contract names', async () => {
		const before = await counts();
		await bring('entiere');
		const made = (await counts()).map((n, i) => n - before[i]!);
		expect(made).toEqual([
			1,
			contract.parties.length,
			contract.phases.length,
			contract.committees.length,
			contract.milestones.length,
			contract.deliverables.length,
			expect.any(Number),
			// The import, and its obligations worked out.
			2,
			expect.any(Number)
		]);
		expect(made[6]).toBeGreaterThan(3);
		expect(made[8]).toBeGreaterThan(12);
	});

	it('of a mission that is there is refused, and changes nothing', async () => {
		const before = await counts();
		expect(await code(bring('eure-et-loir'))).toBe('mission_exists');
		expect(await counts()).toEqual(before);
	});

	it('twice at once makes one mission', async () => {
		const before = (await counts())[0]!;
		const answers = await Promise.all([code(bring('en-double')), code(bring('en-double'))]);
		expect(answers.sort()).toEqual(['done', 'mission_exists']);
		expect((await counts())[0]).toBe(before + 1);
	});

	it('without the day everything counts from is refused, and says which phases have none', async () => {
		await expect(
			importMission(store.backend.door!, { ...contract, slug: 'sans-date' }, text, { anchors: {} })
		).rejects.toMatchObject({
			code: 'date_out_of_range',
			detail: { phases: expect.arrayContaining([contract.phases[0]!.code]) }
		});
	});

	it('keeps what the contract leaves undated, to be set', async () => {
		const redal = await readFile('templates/missions/redal.yaml', 'utf8');
		const read = readContract(redal);
		if (!read.ok) throw new Error('the contract file is not valid');
		const id = await importMission(store.backend.door!, { ...read.contract, slug: 'sans-fin' }, redal, {
			anchors: { notification: '2022-11-15', start: '2022-11-30' }
		});
		expect(
			await store.sql`select starts_on::text, ends_on from public.phases where mission_id = ${id}`
		).toMatchObject([{ starts_on: '2022-11-30', ends_on: null }]);
		expect(await store.sql`select time_zone from public.missions where id = ${id}`).toMatchObject([
			{ time_zone: 'Africa/Casablanca' }
		]);
	});

	it.each<[string, (c: Record<string, unknown>) => object]>([
		[
			'a task that ends before it starts, the last thing written',
			(c) => ({ tasks: first(c.tasks, { starts_on: '2020-02-01', ends_on: '2020-01-01' }) })
		],
		[
			'a day that does not exist',
			(c) => ({ deliverables: first(c.deliverables, { due_on: '2019-02-30' }) })
		],
		[
			'two deliverables of one code',
			(c) => ({ deliverables: [...(c.deliverables as object[]), (c.deliverables as object[])[0]] })
		],
		['a committee of no kind', (c) => ({ committees: first(c.committees, { kind: 'jury' }) })],
		['a party on no side', (c) => ({ organisations: first(c.organisations, { side: 'both' }) })],
		['a phase without a title', (c) => ({ phases: first(c.phases, { title: null }) })],
		['a name that is no address of a page', () => ({ slug: '../etc' })],
		['a clock for a mission that is real', () => ({ plays_on: '2019-12-02', is_demo: false })],
		[
			'a week asked for twice',
			(c) => ({ report_weeks: [...(c.report_weeks as object[]), (c.report_weeks as object[])[0]] })
		],
		['no contract', () => ({ contract: null })]
	])('that breaks leaves nothing behind: %s', async (_what, broken) => {
		const before = await counts();
		const content = await payload('cassee');
		await expect(store.backend.door!.importMission({ ...content, ...broken(content) })).rejects.toThrow();
		expect(await counts()).toEqual(before);
	});

	it('that was refused can be tried again with the fault mended', async () => {
		expect(await code(bring('cassee'))).toBe('done');
	});
});

describe('the clock', () => {
	it('of a demonstration is its project manager’s alone', async () => {
		for (const who of [cast.consultant, cast.lead, cast.observer, cast.chair, cast.signatory]) {
			const ctx = await store.as(who);
			expect(await code(moveClock(ctx, await readMission(ctx, 'eure-et-loir'), '2020-01-01'))).toBe(
				'not_allowed'
			);
		}
		const manager = await store.as(cast.manager);
		const mission = await readMission(manager, 'eure-et-loir');
		expect(mission.today).toBe('2019-12-02');
		expect(await code(moveClock(await store.as(cast.outsider), mission, '2020-01-01'))).toBe('not_found');
		await moveClock(manager, mission, '2020-01-15');
		expect((await readMission(await store.as(cast.consultant), 'eure-et-loir')).today).toBe('2020-01-15');
		await moveClock(manager, mission, '2019-12-02');
	});

	it('goes to no day that a calendar does not have', async () => {
		const manager = await store.as(cast.manager);
		const mission = await readMission(manager, 'eure-et-loir');
		for (const [day, expected] of [
			['1900-01-01', 'date_out_of_range'],
			['9999-12-31', 'date_out_of_range'],
			['2019-02-30', 'bad_input'],
			[null, 'date_out_of_range']
		] as const)
			expect(await code(moveClock(manager, mission, day as string))).toBe(expected);
		expect((await readMission(manager, 'eure-et-loir')).today).toBe('2019-12-02');
	});

	it('of a real mission is the world’s: where the mission is, and nobody moves it', async () => {
		const id = await bring('reelle');
		await enrol(store, id, 'vraie-cheffe', 'client', 'client_manager');
		const ctx = await store.as('vraie-cheffe');
		const mission = await readMission(ctx, 'reelle');
		expect(mission).toMatchObject({ isDemo: false, playsOn: null });
		const paris = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date());
		expect([paris(), mission.today]).toContain(mission.today);
		expect(await code(moveClock(ctx, mission, '2020-01-01'))).toBe('clock_is_real');
		const lines =
			await store.sql`select 1 from public.journal where mission_id = ${id} and event = 'clock_moved'`;
		expect(lines).toHaveLength(0);
	});
});
