import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Line } from '#core/obligations/follow/line.ts';
import type { Context } from '#server/context.ts';
import { diskStore } from '#server/files/store.ts';
import { moveMeeting } from '#server/meetings/move-meeting.ts';
import { readMeeting } from '#server/meetings/read-meeting.ts';
import { saveDetails } from '#server/meetings/save-details.ts';
import { readDashboard } from '#server/missions/read-dashboard.ts';
import { readMission, type MissionContext } from '#server/missions/read-mission.ts';
import {
	answerObligation,
	chooseReading,
	extendObligation,
	sendObligation,
	closeObligation
} from '#server/obligations/act-on.ts';
import { previewMove } from '#server/obligations/preview-move.ts';
import { readObligations } from '#server/obligations/read-obligations.ts';
import { readProof } from '#server/obligations/read-proof.ts';
import { replanMission } from '#server/obligations/replan.ts';
import { makeStore, type TestStore } from '../fixtures/store.ts';
import { act, cast, raw } from './matrix-world.ts';

let store: TestStore;
interface Who {
	ctx: Context;
	mission: MissionContext;
}
const people = {} as Record<'consultant' | 'manager' | 'observer' | 'chair', Who>;
const bytesKept = async () =>
	(
		await readdir(join(store.dir, 'files'), { recursive: true, withFileTypes: true }).catch(() => [])
	).filter((f) => f.isFile()).length;

beforeAll(async () => {
	store = await makeStore();
	for (const who of ['consultant', 'manager', 'observer', 'chair'] as const) {
		// Bytes of these tests go where they can be counted.
		const ctx = { ...(await store.as(cast[who])), files: diskStore(join(store.dir, 'files')) };
		people[who] = { ctx, mission: await readMission(ctx, 'eure-et-loir') };
	}
});
afterAll(() => store?.close());

const all = async ({ ctx, mission }: Who) => readObligations(ctx, mission, 'fr');
const line = async (key: string, who: Who = people.manager): Promise<Line> => {
	const found = (await all(who)).lines.find((one) => one.key === key);
	if (!found) throw new Error(`no ${key}`);
	return found;
};
const code = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(error: { code?: string }) => error.code ?? String(error)
	);
const send = async (who: Who, key: string, text: string | null = 'Support', more = {}) => {
	const { id, version } = await line(key);
	return sendObligation(who.ctx, who.mission, {
		id,
		version,
		sentOn: '2019-12-02',
		sentTo: ['client@exemple.test'],
		note: '',
		file: text === null ? null : new File([text], 'support.txt', { type: 'text/plain' }),
		...more
	});
};
const moveTo = async (meeting: string, heldOn: string) => {
	const { ctx, mission } = people.manager;
	const m = await readMeeting(ctx, mission, meeting);
	await saveDetails(ctx, m.id, m.sections.details, { heldOn });
};

describe('what the contract asks for', () => {
	it('is there from the import on, with its dates, and fulfilled by the real acts', async () => {
		const of = async (key: string) => {
			const { due, standing, act: by } = await line(key);
			return [due, standing.state, by?.by ?? null, by?.on ?? null];
		};
		expect(await of('E-S4/2019-W44')).toEqual(['2019-10-31', 'accepted', 'weekly_report', '2019-10-31']);
		expect(await of('E-S4/2019-W48')).toEqual(['2019-11-29', 'late', null, null]);
		expect(await of('E-S2/E-COPIL-01')).toEqual([null, 'sent', 'minutes', '2019-11-08']);
		expect(await of('E-S5/2019-11')).toEqual(['2019-11-30', 'sent', 'meeting', '2019-11-28']);
		expect(await of('E-L13')).toEqual(['2020-01-28', 'sent', 'version', '2019-11-28']);
		expect(await of('E-L25/step-2')).toEqual(['2020-06-29', 'to_come', null, null]);
		expect((await of('E-S5/2019-10'))[1]).toBe('waived');
		expect((await of('E-S3/E-COPIL-01'))[1]).toBe('accepted');
	});

	it('hides from the contractor what a meeting nobody was told of asks for', async () => {
		const keys = async (who: Who) => (await all(who)).lines.map((one) => one.key);
		expect(await keys(people.manager)).toContain('E-S2/E-PT-02');
		expect(await keys(people.chair)).toContain('E-S2/E-PT-02');
		expect(await keys(people.consultant)).not.toContain('E-S2/E-PT-02');
		expect(await keys(people.observer)).not.toContain('E-S2/E-PT-02');
	});

	it('explains its date in words, with the other readings of its clause', async () => {
		const { detail } = await all(people.observer);
		const told = detail(await line('E-S3/E-COPIL-02'));
		expect(told.clause?.quote).toMatch(
			/^Le titulaire fournira .* au plus tard 5 jours avant chacun des événements$/
		);
		expect(told.wanted).toMatchObject({ code: 'E-M1', by: '2020-01-28' });
		expect(told.safe).toBe('2020-01-16');
		expect(told.from).toMatchObject({ on: '2020-01-23', label: expect.stringContaining('E-COPIL-02') });
		expect(told.words).toContain('23 janv. − 5 jours = sam. 18 janv. 2020');
		expect(told.readings.map((one) => [one.due, one.chosen])).toEqual([
			['2020-01-18', true],
			['2020-01-16', false],
			['2020-01-17', false]
		]);
		expect(told.chosenBy).toBeNull();
		expect(detail(await line('E-L24')).from).toMatchObject({ edge: 'end', on: '2020-06-29' });
	});

	it('takes its dates from the server’s own door alone', async () => {
		for (const who of [cast.manager, cast.consultant, cast.admin]) {
			const client = await raw(store, who);
			const args = { mission: people.manager.mission.id, stamp: '', rows: [], ended: [], told: [] };
			expect((await client.rpc('store_obligations', args)).error).not.toBeNull();
			const written = await client.from('obligations').update({ due: '2030-01-01' }).eq('code', 'E-S3');
			expect(written.error?.code).toBe('42501');
		}
		const mission = people.manager.mission.id;
		const stored = await store.backend.door!.storeObligations(mission, {
			stamp: 'worked out from something else',
			rows: [],
			ended: ['E-S3/E-COPIL-02'],
			told: []
		});
		expect(stored).toBe(false);
		expect((await line('E-S3/E-COPIL-02')).ended).toBe(false);
	});

	it('is told once on the dashboard when it is late', async () => {
		const { ctx, mission } = people.manager;
		await act(await raw(store, cast.manager), 'move_clock', {
			mission: mission.id,
			to_day: '2019-12-10'
		});
		const later = await readMission(ctx, 'eure-et-loir');
		const { late } = await readDashboard(ctx, later);
		const about = (text: string) => late.filter((one) => one.code === text);
		expect(about('E-S1')).toMatchObject([
			{ kind: 'obligation', turn: 'contractor', dueOn: '2019-12-07' }
		]);
		expect(about('2019-W48')).toMatchObject([{ kind: 'report' }]);
		await act(await raw(store, cast.manager), 'move_clock', {
			mission: mission.id,
			to_day: '2019-12-02'
		});
	});
});

describe('a sending', () => {
	const key = 'E-S1/E-COTECH-02';

	it('is refused to who does not owe it, without proof, in the future, and leaves no bytes', async () => {
		for (const who of ['manager', 'observer', 'chair'] as const)
			expect(await code(send(people[who], key))).toBe('not_allowed');
		const { consultant } = people;
		expect(await code(send(consultant, key, null))).toBe('no_file');
		expect(await code(send(consultant, key, 'x', { sentTo: [] }))).toBe('choice_missing');
		expect(await code(send(consultant, key, 'x', { sentOn: '2019-12-03' }))).toBe('in_the_future');
		expect(await code(send(consultant, key, 'x', { version: 7 }))).toBe('stale');
		expect(await code(send(consultant, 'E-S4/2019-W49'))).toBe('not_from_here');
		expect(await code(send(consultant, 'E-L12'))).toBe('not_from_here');
		expect(await bytesKept()).toBe(0);
		expect((await line(key)).standing.state).toBe('to_produce');
	});

	it('fulfils it with the bytes that were sent, and stands in the journal', async () => {
		await send(people.consultant, key, 'Grille');
		expect(await line(key)).toMatchObject({
			standing: { state: 'sent', daysLate: 0 },
			act: { by: 'sending', on: '2019-12-02' }
		});
		const { act: sent } = await line(key);
		const file = await readProof(people.observer.ctx, 'eure-et-loir', sent!.ref);
		expect(new TextDecoder().decode(file.bytes)).toBe('Grille');
		const sha256 = createHash('sha256').update('Grille').digest('hex');
		const [told] =
			await store.sql`select detail from public.journal where event = 'obligation_sent' and subject = ${key}`;
		expect(told!.detail).toMatchObject({ sha256, sentOn: '2019-12-02' });
		expect(await code(send(people.consultant, key))).toBe('not_from_here');
		expect(await bytesKept()).toBe(1);
	});

	it('is answered by the project manager, with a reason to contest; a new sending answers back', async () => {
		const of = async () => {
			const { id, version } = await line(key);
			return { id, version };
		};
		const answer = async (who: Who, input: { answer: 'accept' | 'contest'; reason: string }) =>
			answerObligation(who.ctx, { ...(await of()), ...input });
		for (const who of ['consultant', 'observer', 'chair'] as const)
			expect(await code(answer(people[who], { answer: 'accept', reason: '' }))).toBe('not_allowed');
		expect(await code(answer(people.manager, { answer: 'contest', reason: ' ' }))).toBe('reason_missing');
		await answer(people.manager, { answer: 'contest', reason: 'La page 2 manque.' });
		expect(await line(key)).toMatchObject({
			standing: { state: 'contested' },
			facts: { contested: { why: 'La page 2 manque.' } }
		});
		await send(people.consultant, key, 'Grille entière');
		expect((await line(key)).standing.state).toBe('sent');
		await answer(people.manager, { answer: 'accept', reason: '' });
		expect((await line(key)).standing.state).toBe('accepted');
		expect(await code(answer(people.manager, { answer: 'accept', reason: '' }))).toBe('not_from_here');
		const { detail } = await all(people.observer);
		expect(detail(await line(key)).acts.map((one) => one.kind)).toEqual([
			...['sent', 'contested', 'sent', 'accepted']
		]);
	});
});

describe('a committee that is postponed', () => {
	it('shows what moves before it is saved, to the project manager alone', async () => {
		const { manager, consultant } = people;
		expect(await code(previewMove(consultant.ctx, consultant.mission, 'E-COPIL-02', '2020-01-30'))).toBe(
			'not_allowed'
		);
		const preview = await previewMove(manager.ctx, manager.mission, 'E-COPIL-02', '2020-01-30');
		expect(preview.moved).toMatchObject([
			{ key: 'E-S3/E-COPIL-02', from: '2020-01-18', to: '2020-01-25' }
		]);
		expect((await line('E-S3/E-COPIL-02')).due).toBe('2020-01-18');
	});

	it('moves its J-5, tells the journal the old date and the new, and nothing else', async () => {
		const before = (await all(people.manager)).lines.map((one) => [one.key, one.due]);
		await moveTo('E-COPIL-02', '2020-01-30');
		const after = (await all(people.manager)).lines.map((one) => [one.key, one.due]);
		const moved = after.filter((one) => !before.some((was) => String(was) === String(one)));
		expect(moved).toEqual([['E-S3/E-COPIL-02', '2020-01-25']]);
		const [told] =
			await store.sql`select detail, audience from public.journal where event = 'obligations_moved' order by id desc limit 1`;
		expect(told).toMatchObject({
			audience: 'all',
			detail: { moved: [{ key: 'E-S3/E-COPIL-02', from: '2020-01-18', to: '2020-01-25' }] }
		});
	});

	it('moves nothing that was sent', async () => {
		await send(people.consultant, 'E-S3/E-COPIL-02');
		const { manager } = people;
		const preview = await previewMove(manager.ctx, manager.mission, 'E-COPIL-02', '2020-02-06');
		expect([preview.moved, preview.kept.map((one) => one.key)]).toEqual([[], ['E-S3/E-COPIL-02']]);
		await moveTo('E-COPIL-02', '2020-02-06');
		expect(await line('E-S3/E-COPIL-02')).toMatchObject({
			due: '2020-01-25',
			standing: { state: 'sent' }
		});
	});

	it('cancelled, keeps what was sent and no longer asks for the rest', async () => {
		const { ctx, mission } = people.manager;
		const m = await readMeeting(ctx, mission, 'E-COPIL-02');
		await moveMeeting(ctx, m.id, m.version, 'cancelled', 'Reporté sans date.');
		const keys = (await all(people.manager)).lines.map((one) => one.key);
		expect(keys).toContain('E-S3/E-COPIL-02');
		expect(keys).not.toContain('E-S2/E-COPIL-02');
	});
});

describe('the project manager', () => {
	it('waives with a reason and takes it back; nobody else may', async () => {
		const key = 'E-S5/2020-02';
		const close = async (who: Who, closing: 'waived' | 'not_sent' | 'restored', reason: string) => {
			const { id, version } = await line(key);
			return closeObligation(who.ctx, { id, version, closing, reason });
		};
		for (const who of ['consultant', 'observer', 'chair'] as const)
			expect(await code(close(people[who], 'waived', 'Parce que'))).toBe('not_allowed');
		expect(await code(close(people.manager, 'waived', ' '))).toBe('reason_missing');
		await close(people.manager, 'waived', 'Mois sans activité.');
		expect((await line(key)).standing.state).toBe('waived');
		expect(await code(close(people.manager, 'waived', 'Encore.'))).toBe('not_from_here');
		await close(people.manager, 'restored', 'Réunion demandée.');
		expect((await line(key)).standing.state).toBe('to_come');
		expect(await code(close(people.manager, 'restored', 'Encore.'))).toBe('not_from_here');
		// What is still to come cannot have been missed.
		expect(await code(close(people.manager, 'not_sent', 'Jamais venu.'))).toBe('not_from_here');
	});

	it('records what never came, once its day is past', async () => {
		const { ctx } = people.manager;
		const key = 'E-S1/E-COTECH-01';
		const sent = await line(key);
		expect(sent.standing.state).toBe('sent');
		const seen = { id: sent.id, version: sent.version };
		await answerObligation(ctx, { ...seen, answer: 'contest', reason: 'Fichier vide.' });
		await closeObligation(ctx, {
			id: sent.id,
			version: sent.version + 1,
			closing: 'not_sent',
			reason: 'Jamais remis.'
		});
		expect((await line(key)).standing).toMatchObject({ state: 'not_sent', daysLate: 16 });
		await closeObligation(ctx, {
			id: sent.id,
			version: sent.version + 2,
			closing: 'restored',
			reason: 'Retrouvé.'
		});
		expect((await line(key)).standing.state).toBe('contested');
	});

	it('extends by an act, the old date kept', async () => {
		const { ctx, mission } = people.manager;
		const { id, version } = await line('E-L11');
		const extension = { id, version, days: 10, act: 'Décision n° 3', actOn: '2019-12-02' };
		expect(
			await code(extendObligation(people.consultant.ctx, people.consultant.mission, extension))
		).toBe('not_allowed');
		expect(await code(extendObligation(ctx, mission, { ...extension, actOn: '2019-12-03' }))).toBe(
			'in_the_future'
		);
		await extendObligation(ctx, mission, extension);
		await readObligations(ctx, mission, 'fr');
		const [own] = await store.sql`select due_on::text from public.deliverables where code = 'E-L11'`;
		expect(own!.due_on).toBe((await line('E-L11')).due);
		const found = await line('E-L11');
		expect(found).toMatchObject({ due: '2020-02-07', initial: { due: '2020-01-28' } });
		const { detail } = await all(people.manager);
		expect(detail(found).extensions[0]).toContain('Décision n° 3');
	});

	it('chooses a reading, which moves what is not done', async () => {
		const { ctx, mission } = people.manager;
		const choose = (who: Who, reading: string) =>
			chooseReading(who.ctx, who.mission, { code: 'E-S1', reading });
		for (const who of ['consultant', 'observer', 'chair'] as const)
			expect(await code(choose(people[who], 'Trois jours ouvrés.'))).toBe('not_allowed');
		expect(await code(choose(people.manager, 'Quand on veut.'))).toBe('choice_missing');
		await moveTo('E-COTECH-02', '2019-12-11');
		await chooseReading(ctx, mission, {
			code: 'E-S4',
			reading: 'Le jeudi, pour être lu avant la fin de la semaine.'
		});
		expect((await line('E-S4/2019-W49')).due).toBe('2019-12-05');
		expect((await line('E-S4/2019-W44')).due).toBe('2019-10-31');
		expect((await line('E-S4/2019-W45')).due).toBe('2019-11-08');
		const { detail } = await all(people.observer);
		expect(detail(await line('E-S4/2019-W49')).chosenBy).toEqual({
			by: 'Camille Renaud',
			on: '2019-12-02'
		});
	});

	it('leaves a rhythm open until a day is agreed, and dates it again', async () => {
		const { ctx, mission } = people.manager;
		const monthly = async () => (await all(people.observer)).lines.filter((one) => one.code === 'E-S5');
		const before = (await monthly()).map(({ key, due }) => [key, due]);
		expect(before.length).toBeGreaterThan(5);
		const [open] = (await all(people.manager)).contract.obligations.find(
			(one) => one.code === 'E-S5'
		)!.alternatives;
		await chooseReading(ctx, mission, { code: 'E-S5', reading: open!.reading });
		expect((await monthly()).filter((one) => one.due !== null && one.standing.state === 'late')).toEqual(
			[]
		);
		expect((await monthly()).some((one) => one.due === null)).toBe(true);
		await chooseReading(ctx, mission, { code: 'E-S5', reading: '' });
		expect((await monthly()).map(({ key, due }) => [key, due])).toEqual(before);
	});

	it('reads a stage that repeats the deliverable’s own date as the deliverable is read', async () => {
		const { ctx, mission } = people.manager;
		const { detail } = await all(people.observer);
		expect(detail(await line('E-L25/step-1')).readings).toEqual([]);
		expect(detail(await line('E-L25/step-2')).readings.map((one) => one.due)).toEqual([
			'2020-06-29',
			'2020-06-30'
		]);
		const reading = 'Le 30 juin 2020 est encore dans le délai.';
		await chooseReading(ctx, mission, { code: 'E-L25', reading });
		const staged = async () =>
			(await all(people.observer)).lines
				.filter((one) => one.code.startsWith('E-L25'))
				.map(({ key, due }) => [key, due]);
		expect(await staged()).toEqual([
			['E-L25/step-1', '2020-06-14'],
			['E-L25/step-2', '2020-06-30']
		]);
		const now = (await all(people.observer)).detail(await line('E-L25/step-2'));
		expect(now.chosenBy?.by).toBe('Camille Renaud');
		await chooseReading(ctx, mission, { code: 'E-L25', reading: '' });
		expect((await staged())[1]).toEqual(['E-L25/step-2', '2020-06-29']);
	});
});

it('worked out twice, changes nothing', async () => {
	const rows = () => store.sql`select key, due, ended_at, version from public.obligations order by 1`;
	const before = [...(await rows())];
	const lines = () => store.sql`select count(*)::int as n from public.journal`;
	const [journal] = await lines();
	await replanMission(store.backend.door!, people.manager.mission.id);
	expect([...(await rows())]).toEqual(before);
	expect((await lines())[0]).toEqual(journal);
});
