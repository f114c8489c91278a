import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rangeOf } from '#core/indicators/periods.ts';
import { judgementsOf } from '#core/indicators/state.ts';
import type { Context } from '#server/context.ts';
import { loadDemo } from '#server/demo/load.ts';
import { demoMissions } from '#server/demo/missions.ts';
import { diskStore } from '#server/files/store.ts';
import { proposeExclusion, settleExclusion } from '#server/indicators/exclusions.ts';
import { indicatorOf, readIndicators } from '#server/indicators/read-indicators.ts';
import { importFile, previewFile, recordEntries, recordGrid, textOf } from '#server/indicators/record.ts';
import { freezeIndicators, readState } from '#server/indicators/states.ts';
import { readMission, type MissionContext } from '#server/missions/read-mission.ts';
import { makeStore, type TestStore } from '../fixtures/store.ts';
import { cast, raw } from './matrix-world.ts';

let store: TestStore;
interface Who {
	ctx: Context;
	mission: MissionContext;
}
const people = {} as Record<'manager' | 'lead' | 'consultant' | 'observer' | 'chair', Who>;
beforeAll(async () => {
	store = await makeStore('empty');
	await loadDemo(
		{
			backend: store.backend,
			files: diskStore(join(store.settings.dataDir, 'files')),
			settings: store.settings
		},
		demoMissions.filter((one) => one.slug === 'redal')
	);
	for (const who of ['manager', 'lead', 'consultant', 'observer', 'chair'] as const) {
		const ctx = await store.as(cast[who]);
		people[who] = { ctx, mission: await readMission(ctx, 'redal') };
	}
}, 120_000);
afterAll(() => store?.close());

const read = (code?: string, { ctx, mission }: Who = people.observer) =>
	readIndicators(ctx, mission, code === undefined ? {} : { code });
const judged = async (code: string) => {
	const { contract, facts } = await read(code);
	return judgementsOf(indicatorOf(contract, code), facts);
};
const code = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(error: { code?: string }) => error.code ?? String(error)
	);
const file = (text: string | Uint8Array<ArrayBuffer>) =>
	new File([text], 'valeurs.csv', { type: 'text/csv' });
const check = async (who: Who, about: string, text: string | Uint8Array<ArrayBuffer>) =>
	previewFile(who.ctx, who.mission, about, { quantity: '', file: file(text) });
const events = async (event: string) =>
	store.sql`select subject, detail, audience from public.journal where event = ${event} order by number`;

describe('Redal measured', () => {
	it('has months of values, a breach, hours without a contact, and a day left out that keeps its value', async () => {
		const [, days, months] = await judged('R-K5');
		expect(days!.points.length).toBeGreaterThan(90);
		expect(days!.counts.breach).toBeGreaterThan(0);
		expect(days!.counts.excluded).toBe(1);
		const storm = days!.points.find((one) => one.at === '2023-02-12');
		expect(storm).toMatchObject({ verdict: 'excluded', reason: expect.stringContaining('Intempéries') });
		expect(Number(storm!.shown)).toBeLessThan(60);
		expect(months!.points.map((one) => [one.at, one.verdict === 'open', one.without.length])).toEqual([
			['2022-11', false, 0],
			['2022-12', false, 0],
			['2023-01', false, 0],
			['2023-02', false, 1],
			['2023-03', true, 0]
		]);
		const [slots] = await judged('R-K7');
		expect(slots!.counts.not_applicable).toBeGreaterThan(0);
		const [duty, penalty] = await judged('R-K12');
		expect([duty!.counts, penalty!.counts]).toMatchObject([
			{ met: 1, breach: 2 },
			{ met: 2, breach: 1 }
		]);
	});

	it('was set down for the committee of 28 February, and stays as it was when a value changes afterwards', async () => {
		const { rows } = await read();
		expect(rows.states.map((one) => [one.meeting, one.from, one.to])).toEqual([
			['R-COPIL-01', '2022-11-30', '2023-02-28']
		]);
		const before = await readState(people.observer.ctx, 'redal', rows.states[0]!.id);
		expect(before.judged.find((one) => one.code === 'R-K5' && one.threshold === 1)!.counts.excluded).toBe(
			1
		);
		const kept = (await read('R-K5')).rows.values.find((one) => one.at === '2023-01-10')!;
		await recordEntries(people.lead.ctx, people.lead.mission, 'R-K5', {
			quantity: '',
			reason: 'Recomptage.',
			source: 'typed',
			entries: [{ ...kept, value: '1', over: '100', instead: kept.id, withdrawn: false }]
		});
		const after = await readState(people.observer.ctx, 'redal', before.id);
		expect(after).toEqual(before);
		const [row] =
			await store.sql`select encode(sha256(convert_to(facts::text, 'UTF8')), 'hex') = sha256 as whole
			from public.indicator_states where id = ${before.id}`;
		expect(row!.whole).toBe(true);
		const now = (await judged('R-K5'))[1]!.points.find((one) => one.at === '2023-01-10');
		expect(now!.verdict).toBe('breach');
		expect((await read('R-K5')).rows.corrections[0]).toMatchObject({
			at: '2023-01-10',
			wasValue: kept.value,
			value: '1',
			reason: 'Recomptage.'
		});
	});
});

describe('values', () => {
	const entry = { at: '2023-03-06', label: '', value: '99', over: '100', instead: null, withdrawn: false };
	const record = (who: Who, more = {}, about = 'R-K4', reason = '') =>
		recordEntries(who.ctx, who.mission, about, {
			quantity: '',
			reason,
			source: 'typed',
			entries: [{ ...entry, ...more }]
		});

	it('are measured by the contractor and the project manager, and by nobody else', async () => {
		for (const who of ['observer', 'chair'] as const)
			expect(await code(record(people[who]))).toBe('not_allowed');
		expect(await code(record(people.manager, {}, 'R-K99'))).toBe('not_found');
		expect(await code(record(people.consultant, { at: '2023-03-07' }))).toBe('in_the_future');
		for (const at of ['2023-02-31', '2023-02-06T11:00/10:00', '2023-13', 'hier', '2023-W60'])
			expect(await code(record(people.consultant, { at })), at).toBe('bad_input');
		expect(await code(record(people.consultant, { value: '-1' }))).toBe('bad_input');
		expect(await code(record(people.consultant, { value: null, over: '3' }))).toBe('bad_input');
		expect(await record(people.consultant)).toEqual({ added: 1, changed: 0, same: 0 });
		expect(await code(record(people.consultant))).toBe('stale');
	});

	it('are corrected with a reason by whoever read the last one; taken back, their place is empty', async () => {
		const last = async () => (await read('R-K4')).rows.values.find((one) => one.at === '2023-03-06')!;
		const { id } = await last();
		expect(await code(record(people.lead, { value: '3', instead: id }))).toBe('reason_missing');
		await record(people.lead, { value: '3', instead: id }, 'R-K4', 'Chiffre inversé.');
		expect(await code(record(people.manager, { value: '4', instead: id }, 'R-K4', 'Encore.'))).toBe(
			'stale'
		);
		expect(await record(people.manager, { value: '3.0', instead: (await last()).id })).toMatchObject({
			same: 1
		});
		await record(
			people.manager,
			{ value: null, over: null, withdrawn: true, instead: (await last()).id },
			'R-K4',
			'Autre jour.'
		);
		expect((await last()).withdrawn).toBe(true);
		expect((await judged('R-K4'))[0]!.points.some((one) => one.at === '2023-03-06')).toBe(false);
		const told = (await events('indicator_corrected')).at(-2);
		expect(told).toMatchObject({ subject: 'R-K4', detail: { count: 1, reason: 'Chiffre inversé.' } });
		expect(told!.detail.values).toEqual([
			{ period: '2023-03-06', wasValue: 99, wasOver: 100, value: 3, over: 100 }
		]);
	});

	it('are never rewritten, not even by the owner of the store', async () => {
		await expect(store.sql`update public.indicator_values set value = 1`).rejects.toThrow('append_only');
		await expect(store.sql`delete from public.indicator_states`).rejects.toThrow('append_only');
		await expect(store.sql`update public.indicator_judgements set judged = '[]'`).rejects.toThrow(
			'append_only'
		);
		await expect(store.sql`update public.indicator_exclusions set kind = 'lifted'`).rejects.toThrow(
			'append_only'
		);
		await expect(store.sql`truncate public.indicator_values cascade`).rejects.toThrow('append_only');
		const client = await raw(store, cast.manager);
		const written = await client.from('indicator_values').update({ value: 1 }).eq('code', 'R-K4');
		expect(written.error?.code).toBe('42501');
		expect((await client.rpc('keep_judgement', { state: 'x', judged: [] })).error).not.toBeNull();
	});

	it('typed in a table say what is wrong at each field and record nothing then', async () => {
		const { ctx, mission } = people.consultant;
		const fields = { quantity: '', reason: '', 'at.0': '2023-03-06', 'value.0': '12', 'over.0': '700' };
		const wrong = await recordGrid(ctx, mission, 'R-K2', {
			...fields,
			'at.1': '06/03/2024',
			'value.1': 'x'
		});
		expect(wrong).toEqual({ faults: { 'value.1': 'value_unread' } });
		expect(await recordGrid(ctx, mission, 'R-K2', fields)).toEqual({
			recorded: { added: 1, changed: 0, same: 0 }
		});
	});
});

describe('a file', () => {
	it('tells every fault by line and column, and imports nothing', async () => {
		const before = (await read('R-K6')).rows.values.length;
		const told = await check(
			people.consultant,
			'R-K6',
			'jour;valeur;sur\n06/03/2023;9;10\n31/02/2023;9;10\n07/02/2023;x;1'
		);
		expect(told).toMatchObject({
			count: 2,
			faults: [
				{ line: 3, column: 'jour', code: 'period_unread', given: '31/02/2023' },
				{ line: 4, column: 'valeur', code: 'value_unread', given: 'x' }
			]
		});
		expect((await read('R-K6')).rows.values.length).toBe(before);
	});

	it('shows old and new before it is imported, and is refused when the store has changed since', async () => {
		const { ctx, mission } = people.consultant;
		// As Excel writes it in France: Windows-1252.
		const bytes = Uint8Array.from('Jour;Libellé;Valeur;Sur\r\n06/03/2023;;9;10\r\n05/03/2023;;1;2', (c) =>
			c.charCodeAt(0)
		);
		expect(textOf(bytes)).toContain('Libellé');
		const told = await check(people.consultant, 'R-K6', bytes);
		if (!('preview' in told)) throw new Error(JSON.stringify(told));
		const { preview } = told;
		expect([preview.added, preview.changes, preview.changed[0]!.before.at]).toEqual([1, 1, '2023-03-05']);
		const given = { quantity: '', text: preview.text, seen: preview.seen };
		expect(await code(importFile(ctx, mission, 'R-K6', { ...given, reason: '' }))).toBe('reason_missing');
		const done = await importFile(ctx, mission, 'R-K6', { ...given, reason: 'Nouveau relevé.' });
		expect(done).toEqual({ added: 1, changed: 1, same: 0 });
		expect(await code(importFile(ctx, mission, 'R-K6', { ...given, reason: 'Encore.' }))).toBe('stale');
	});

	it('of 10 000 lines goes in whole', async () => {
		const lines = Array.from(
			{ length: 10_000 },
			(_, i) => `Coupure ${i};2023-02-${String((i % 28) + 1).padStart(2, '0')};${i % 15}`
		);
		const told = await check(people.lead, 'R-K12', ['fait;jour;valeur', ...lines].join('\n'));
		if (!('preview' in told)) throw new Error(JSON.stringify(told));
		const done = await importFile(people.lead.ctx, people.lead.mission, 'R-K12', {
			reason: '',
			...told.preview
		});
		expect(done.added).toBe(10_000);
	});
});

describe('an exceptional day', () => {
	const register = 'jours-exceptionnels';
	const day = '2023-01-16';
	const last = async () => (await read()).rows.exclusions.findLast((one) => one.day === day)!;
	const settle = async (who: Who, verdict: 'accepted' | 'refused' | 'lifted', reason = '') =>
		settleExclusion(who.ctx, who.mission, {
			register,
			day,
			number: (await last()).number,
			verdict,
			reason
		});
	const verdict = async () => (await judged('R-K5'))[1]!.points.find((one) => one.at === day)!.verdict;

	it('is proposed by the contractor and counts for nothing until the client accepts it', async () => {
		const propose = (who: Who, more = {}) =>
			proposeExclusion(who.ctx, who.mission, {
				register,
				day,
				reason: 'Grève des transports.',
				...more
			});
		expect(await code(propose(people.observer))).toBe('not_allowed');
		expect(await code(propose(people.lead, { reason: ' ' }))).toBe('reason_missing');
		expect(await code(propose(people.lead, { day: '2023-04-01' }))).toBe('in_the_future');
		expect(await code(propose(people.lead, { register: 'absences' }))).toBe('not_found');
		await propose(people.lead);
		expect(await code(propose(people.consultant))).toBe('not_from_here');
		expect(await verdict()).not.toBe('excluded');
		for (const who of ['lead', 'consultant', 'observer', 'chair'] as const)
			expect(await code(settle(people[who], 'accepted'))).toBe('not_allowed');
		await settle(people.manager, 'accepted');
		expect(await verdict()).toBe('excluded');
	});

	it('counts again for a reason, with the whole story kept', async () => {
		expect(await code(settle(people.manager, 'accepted'))).toBe('not_from_here');
		expect(await code(settle(people.manager, 'lifted'))).toBe('reason_missing');
		await settle(people.manager, 'lifted', 'La grève n’a pas touché le site.');
		expect(await verdict()).not.toBe('excluded');
		const acts = (await read()).rows.exclusions.filter((one) => one.day === day).map((one) => one.kind);
		expect(acts).toEqual(['proposed', 'accepted', 'lifted']);
	});
});

it('sets down for a meeting in the project manager’s name alone, and for a draft says so to the client alone', async () => {
	for (const who of ['lead', 'observer', 'chair'] as const)
		expect(await code(freezeIndicators(people[who].ctx, people[who].mission, 'R-CSP-02'))).toBe(
			'not_allowed'
		);
	const { ctx, mission } = people.manager;
	expect(await code(freezeIndicators(ctx, mission, 'R-CSP-99'))).toBe('not_found');
	const id = await freezeIndicators(ctx, mission, 'R-COPIL-02');
	const state = await readState(ctx, 'redal', id);
	expect([state.from, state.to]).toEqual(['2023-03-01', '2023-03-06']);
	expect(state.judged.every((one) => one.points.every((p) => rangeOf(p.at).to >= state.from))).toBe(true);
	const [kept] = await store.sql`select judged from public.indicator_judgements where state_id = ${id}`;
	expect(kept!.judged).toEqual(JSON.parse(JSON.stringify(state.judged)));
	expect((await events('indicators_frozen')).at(-1)).toMatchObject({
		audience: 'client',
		subject: 'R-COPIL-02'
	});
	expect(await code(readState(people.lead.ctx, 'redal', id))).toBe('not_found');
	expect((await read(undefined, people.lead)).rows.states).toHaveLength(1);
});
