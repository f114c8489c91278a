import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvOf } from '#core/obligations/follow/csv.ts';
import { parseXml } from '#core/schedule/exchange/mspdi/parse.ts';
import { readMspdi } from '#core/schedule/exchange/mspdi/read.ts';
import { writeMspdi } from '#core/schedule/exchange/mspdi/write.ts';
import { words } from '#core/schedule/exchange/exchange.fixture.ts';
import { writeTable } from '#core/schedule/exchange/table/write.ts';
import type { Context } from '#server/context.ts';
import { readMission, type MissionContext } from '#server/missions/read-mission.ts';
import { applyImport, previewImport } from '#server/schedule/exchange/bring-in.ts';
import { leavingSchedule } from '#server/schedule/exchange/leaving.ts';
import { readFile, readText } from '#server/schedule/exchange/read-file.ts';
import { xlsxOf } from '#server/spreadsheet/write-xlsx.ts';
import { editItem } from '#server/schedule/edit-item.ts';
import { readSchedule } from '#server/schedule/read-schedule.ts';
import { makeStore, type TestStore } from '../fixtures/store.ts';
import { cast } from './matrix-world.ts';

let store: TestStore;
let manager: Context;
let mission: MissionContext;
beforeAll(async () => {
	store = await makeStore();
	manager = await store.as(cast.manager);
	mission = await readMission(manager, 'eure-et-loir');
});
afterAll(() => store?.close());

const code = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(error: { code?: string }) => error.code ?? String(error)
	);
const bytes = (text: string) => new TextEncoder().encode(text);
const plan = async () => (await leavingSchedule(manager, mission)).plan;
const events = async () =>
	Number((await store.sql`select count(*) from public.journal where mission_id = ${mission.id}`)[0]!.count);
const lines = async () => (await readSchedule(manager, mission)).items;

async function take(text: string, removals: string[] = []) {
	const reading = readText(text);
	const { seen } = await previewImport(manager, mission, reading, {});
	return applyImport(manager, mission, reading, { places: {}, removals, seen, fileName: 'plan.csv' });
}

describe('a schedule that leaves and comes back', () => {
	it('changes nothing, in any of the three formats, whatever is linked and frozen', async () => {
		const leaving = await plan();
		expect(leaving.rows.length).toBeGreaterThan(10);
		const table = writeTable(leaving, words);
		for (const file of [
			{ name: 'p.csv', bytes: bytes(csvOf(table)) },
			{ name: 'p.xlsx', bytes: xlsxOf('Planning', table) },
			{ name: 'p.xml', bytes: bytes(writeMspdi(leaving)) }
		]) {
			const { comparison } = await previewImport(manager, mission, await readFile(file), {});
			expect([file.name, comparison.faults]).toEqual([file.name, []]);
			expect(comparison).toMatchObject({ added: [], changed: [], links: [], absent: [], unplaced: [] });
		}
	});

	it('shows an observer the same lines, and nobody outside', async () => {
		const observer = await store.as(cast.observer);
		const seen = await leavingSchedule(observer, await readMission(observer, 'eure-et-loir'));
		expect(seen.plan.rows.filter(({ kind }) => kind === 'task').length).toBe(
			(await plan()).rows.filter(({ kind }) => kind === 'task').length
		);
		const outsider = await store.as(cast.outsider);
		expect(await code(readMission(outsider, 'eure-et-loir'))).toBe('not_found');
		expect(await code(leavingSchedule(outsider, mission))).not.toBe('done');
	});
});

describe('an import', () => {
	it('is the project manager’s alone', async () => {
		for (const one of [cast.observer, cast.lead]) {
			const ctx = await store.as(one);
			const theirs = await readMission(ctx, 'eure-et-loir');
			expect(
				await code(
					previewImport(ctx, theirs, readText('Intitulé;Début;Fin\nA;2020-01-06;2020-01-07'), {})
				)
			).toBe('not_allowed');
			const { error } = await ctx.client.rpc('import_plan', {
				mission: mission.id,
				read_stamp: '',
				plan: {}
			});
			expect(error?.code).toBe('PT403');
		}
	});

	it('keeps lines, changes and links as one act with one line in the journal', async () => {
		const before = await events();
		const task = (await lines()).find((one) => one.code === 'E-T102')!;
		const made = await take(
			`N°;Code;Nature;Intitulé;Début;Fin;Avancement;Prédécesseurs;Notes\n1;E-T102;;${task.title};${task.startsOn};2019-12-27;${task.progress};;Revu\n2;;Tâche;Ligne importée;2020-01-06;2020-01-10;0;1FS+2j;\n3;;Jalon;Point importé;2020-01-31;;;2FF;`
		);
		expect(made).toMatchObject({ added: 2, changed: 1, removed: 0, links: 2 });
		expect(await events()).toBe(before + 1);
		const { items, links } = await readSchedule(manager, mission);
		const [changed, task2, point] = ['E-T102', 'Ligne importée', 'Point importé'].map((name) =>
			items.find((one) => one.code === name || one.title === name)!
		);
		expect(changed).toMatchObject({ endsOn: '2019-12-27', notes: 'Revu', version: task.version + 1 });
		expect(point).toMatchObject({ kind: 'milestone', startsOn: '2020-01-31', fixedByContract: false });
		const kept = links.filter(({ to }) => to === task2!.id || to === point!.id);
		expect(kept.toSorted((a, b) => (a.type < b.type ? 1 : -1))).toMatchObject([
			{ from: changed!.id, to: task2!.id, type: 'FS', lag: 2, lagUnit: 'working' },
			{ from: task2!.id, to: point!.id, type: 'FF', lag: 0 }
		]);
	});

	it('takes off the lines that were ticked, and no other', async () => {
		const line = (await lines()).find(({ title }) => title === 'Ligne importée')!;
		await take('Intitulé;Début;Fin\nAutre ligne;2020-02-03;2020-02-04', [line.id]);
		const now = await lines();
		expect(now.some(({ id }) => id === line.id)).toBe(false);
		expect(now.some(({ title }) => title === 'Autre ligne')).toBe(true);
		expect(now.some(({ code: known }) => known === 'E-T102')).toBe(true);
	});

	it('refuses to take off what carries something, and then keeps nothing of the rest', async () => {
		const before = await lines();
		const kept = before.find(({ code: known }) => known === 'E-T102')!;
		expect(await code(take('Intitulé;Début;Fin\nJamais;2020-02-03;2020-02-04', [kept.id]))).toBe(
			'task_stays'
		);
		expect((await lines()).length).toBe(before.length);
	});

	it('refuses a file with a fault, whatever the rest says', async () => {
		const before = await events();
		const text =
			'N°;Intitulé;Début;Fin;Prédécesseurs\n1;Bonne;2020-02-03;2020-02-04;2\n2;Ronde;2020-02-03;2020-02-04;1\n3;Fausse;2020-02-04;2020-02-03;';
		const reading = readText(text);
		const { comparison, seen } = await previewImport(manager, mission, reading, {});
		expect(comparison.faults.map(({ line, code: why }) => [line, why])).toEqual([
			[3, 'link_cycle'],
			[4, 'end_before_start']
		]);
		const applied = applyImport(manager, mission, reading, {
			places: {},
			removals: [],
			seen,
			fileName: ''
		});
		expect(await code(applied)).toBe('import_faulty');
		expect(await events()).toBe(before);
	});

	it('refuses what was looked at before somebody changed the schedule, and shows it anew', async () => {
		const reading = readText('Intitulé;Début;Fin\nTardive;2020-02-03;2020-02-04');
		const { seen } = await previewImport(manager, mission, reading, {});
		const task = (await lines()).find(({ code: known }) => known === 'E-T102')!;
		await editItem(manager, task.id, {
			version: task.version,
			startsOn: task.startsOn,
			endsOn: '2019-12-30'
		});
		const applied = applyImport(manager, mission, reading, {
			places: {},
			removals: [],
			seen,
			fileName: ''
		});
		await expect(applied).rejects.toMatchObject({
			code: 'preview_changed',
			detail: { shown: { counts: { added: 1 } } }
		});
		expect((await lines()).some(({ title }) => title === 'Tardive')).toBe(false);
	});

	it('of a file that changes nothing is no act', async () => {
		const before = await events();
		expect(await code(take(csvOf(writeTable(await plan(), words))))).toBe('import_nothing');
		expect(await events()).toBe(before);
	});

	it('takes over a plan that TaskJuggler wrote, once its phases are placed', async () => {
		const xml = readFileSync(new URL('../fixtures/schedule/schedule.xml', import.meta.url), 'utf8');
		const parsed = parseXml(xml);
		if (!parsed.ok) throw new Error(parsed.fault.code);
		const here = await readMission(manager, 'eure-et-loir');
		const reading = readMspdi(parsed.root);
		// It is a plan of 2024, and the mission plays in 2019: nothing of it has really happened yet.
		for (const row of reading.rows)
			Object.assign(row, { actualStart: null, actualEnd: null, progress: 0 });
		const first = await previewImport(manager, here, reading, {});
		expect(first.comparison.unplaced.map(({ name, count }) => [name, count])).toEqual([
			['Diagnostic & état des lieux', 7],
			['Options', 3]
		]);
		const places = { 'Diagnostic & état des lieux': null, Options: null };
		const { comparison, seen } = await previewImport(manager, here, reading, places);
		expect(comparison.faults).toEqual([]);
		const made = await applyImport(manager, here, reading, {
			places,
			removals: [],
			seen,
			fileName: 'schedule.xml'
		});
		expect(made).toMatchObject({ added: 10, changed: 0, removed: 0, links: 10 });
		const { items, links } = await readSchedule(manager, here);
		const title = (id: string) => items.find((one) => one.id === id)!.title;
		expect(links.map(({ from, to, type }) => `${title(from)} ${type} ${title(to)}`)).toContain(
			'Relecture FF Rapport de diagnostic'
		);
	});
});
