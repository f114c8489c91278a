import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Week } from '#core/calendar/days.ts';
import { reportBodySchema } from '#core/reports/body.ts';
import type { Context } from '#server/context.ts';
import { diskStore } from '#server/files/store.ts';
import { readMission, type MissionContext } from '#server/missions/read-mission.ts';
import { answerReport } from '#server/reports/answer-report.ts';
import { fileReport } from '#server/reports/file-report.ts';
import { readReport } from '#server/reports/read-report.ts';
import { reportFile } from '#server/reports/report-file.ts';
import { saveDraft } from '#server/reports/save-draft.ts';
import { makeStore, type TestStore } from '../fixtures/store.ts';
import { act, cast, draftArgs, raw } from './matrix-world.ts';

const week: Week = '2019-W48';
const typed = 'Dépouillement des grilles d’observation';
const body = reportBodySchema.parse({
	done: typed,
	next: 'Comité technique',
	alerts: 'Un site fermé',
	days: [{ profile: 'Consultante senior', sold: 160, week: 4.5, consumed: 20_000 }]
});

let store: TestStore;
interface Who {
	ctx: Context;
	mission: MissionContext;
}
const people = {} as Record<'consultant' | 'lead' | 'manager' | 'observer' | 'chair', Who>;
const bytesKept = async () =>
	(
		await readdir(join(store.dir, 'files'), { recursive: true, withFileTypes: true }).catch(() => [])
	).filter((f) => f.isFile()).length;

beforeAll(async () => {
	store = await makeStore();
	for (const who of ['consultant', 'lead', 'manager', 'observer', 'chair'] as const) {
		// Bytes of these tests go where they can be counted.
		const ctx = { ...(await store.as(cast[who])), files: diskStore(join(store.dir, 'files')) };
		people[who] = { ctx, mission: await readMission(ctx, 'eure-et-loir') };
	}
});
afterAll(() => store?.close());

const save = ({ ctx, mission }: Who, version: number, text = typed) =>
	saveDraft(ctx, mission, week, version, { ...body, done: text });
const read = ({ ctx, mission }: Who, period: Week = week) => readReport(ctx, mission, period);
const file = ({ ctx, mission }: Who, version: number, period: Week = week, what = body) =>
	fileReport(ctx, mission, period, version, what);
const code = (work: Promise<unknown>) =>
	work.then(
		() => 'done',
		(error: { code?: string }) => error.code ?? String(error)
	);

describe('a draft', () => {
	it('is read by the contractor alone, as a page and as a file', async () => {
		expect(await save(people.consultant, 0)).toBe(1);
		expect((await read(people.lead)).body?.done).toBe(typed);
		const draft = await reportFile(people.lead.ctx, people.lead.mission, week);
		expect((await mammoth.extractRawText({ buffer: Buffer.from(draft.bytes) })).value).toContain(typed);
		for (const who of ['manager', 'observer', 'chair'] as const) {
			expect(await read(people[who])).toMatchObject({
				state: 'due',
				body: null,
				id: null,
				updatedBy: null
			});
			expect(await code(reportFile(people[who].ctx, people[who].mission, week))).toBe('not_found');
		}
	});

	it('is saved by the contractor alone', async () => {
		for (const who of ['manager', 'observer', 'chair'] as const)
			expect(await code(save(people[who], 1))).toBe('not_allowed');
	});

	it('typed by two people at once: the second is shown the text of the first, and who wrote it', async () => {
		expect(await save(people.consultant, 1, 'De la consultante')).toBe(2);
		await expect(save(people.lead, 1, 'Du directeur')).rejects.toMatchObject({
			code: 'stale',
			detail: {
				changedBy: 'Inès Lambert',
				current: { body: { done: 'De la consultante' }, version: 2 }
			}
		});
		expect((await read(people.lead)).body?.done).toBe('De la consultante');
	});

	it('is not overwritten by somebody who does not say what they read', async () => {
		const raw_ = await raw(store, cast.lead);
		const args = {
			mission: people.lead.mission.id,
			report_period: week,
			read_version: null,
			content: body
		};
		expect((await raw_.rpc('save_report_draft', args)).error?.details).toBe('stale');
	});

	it.each<[string, string]>([
		['before the mission', '2019-W30'],
		['two weeks ahead', '2019-W51'],
		['a week that 2019 did not have', '2019-W53'],
		['no week at all', '2019-48'],
		['another world', '9999-W01']
	])('is kept for no other week: %s', async (_what, period) => {
		const client = await raw(store, cast.consultant);
		const args = {
			mission: people.lead.mission.id,
			report_period: period,
			read_version: 0,
			content: body
		};
		expect((await client.rpc('save_report_draft', args)).error?.details).toBe('unknown_period');
	});

	it.each([[null], ['texte'], [[1, 2]], [{ done: 'x'.repeat(5) + 'é'.repeat(300_000) }]])(
		'is a form, not %#',
		async (content) => {
			const client = await raw(store, cast.consultant);
			const args = { mission: people.lead.mission.id, report_period: week, read_version: 2, content };
			expect((await client.rpc('save_report_draft', args)).error).not.toBeNull();
			expect((await read(people.consultant)).version).toBe(2);
		}
	);
});

describe('filing', () => {
	it('is the contractor’s, of a week that has begun, and says something; refused, it leaves no bytes', async () => {
		expect(await code(file(people.manager, 2))).toBe('not_allowed');
		expect(await code(file(people.observer, 2))).toBe('not_allowed');
		expect(await code(file(people.consultant, 0, '2019-W50'))).toBe('unknown_period');
		expect(await code(file(people.consultant, 0, '2019-W30'))).toBe('unknown_period');
		expect(await code(file(people.consultant, 2, week, reportBodySchema.parse({})))).toBe('report_empty');
		expect(await code(file(people.consultant, 1))).toBe('stale');
		expect(await code(file(people.consultant, 0, '2019-W47'))).toBe('already_filed');
		expect(await bytesKept()).toBe(0);
		expect((await read(people.consultant)).state).toBe('draft');
	});

	it('happens once, also when two people press at the same moment', async () => {
		const answers = await Promise.all([code(file(people.consultant, 2)), code(file(people.lead, 2))]);
		expect(answers.sort()).toEqual(['already_filed', 'done']);
		expect(await bytesKept()).toBe(1);
		const lines =
			await store.sql`select count(*)::int as n from public.journal where event = 'report_filed' and subject = ${week}`;
		expect(lines[0]!.n).toBe(1);
	});

	it('keeps the bytes that were sent: what is downloaded has the hash on record and says what was typed', async () => {
		const filed = await read(people.manager);
		expect(filed).toMatchObject({ state: 'filed', filedOn: '2019-12-02', body: { done: typed } });
		const { bytes, name } = await reportFile(people.manager.ctx, people.manager.mission, week);
		expect(createHash('sha256').update(bytes).digest('hex')).toBe(filed.sha256);
		expect([bytes.byteLength, name]).toEqual([filed.fileSize, filed.fileName]);
		const text = (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
		for (const words of [typed, 'Comité technique', 'Un site fermé', 'Consultante', '4,5'])
			expect(text).toContain(words);
		// 15.5 days in the weeks before, 4.5 in this one: counted, although 20 000 was sent.
		expect(filed.body!.days[0]!.consumed).toBe(20);
		expect(text).toMatch(/160\s+4,5\s+20\s+140\s+Total\s+160\s+4,5\s+20\s+140/);
		const [line] =
			await store.sql`select detail from public.journal where event = 'report_filed' and subject = ${week}`;
		expect(line!.detail).toMatchObject({ sha256: filed.sha256, filedOn: '2019-12-02' });
	});

	it('sends it as a file to the recipients of the contract, once each, and tells the project manager', async () => {
		const [row] =
			await store.sql`select storage_key, file_name, sent_to from public.weekly_reports where period = ${week}`;
		const recipients =
			await store.sql`select lower(x ->> 'email') as email from public.missions m, jsonb_array_elements(m.contract -> 'recipients') x order by 1`;
		expect(recipients.length).toBeGreaterThan(0);
		const mails =
			await store.sql`select to_email as email, attachment_key, attachment_name from private.mails
			where kind = 'report_filed' and data ->> 'period' = ${week} and attachment_key is not null order by 1`;
		expect([...mails]).toEqual(
			recipients.map((r) => ({
				email: r.email,
				attachment_key: row!.storage_key,
				attachment_name: row!.file_name
			}))
		);
		expect([...row!.sent_to].sort()).toEqual(recipients.map((r) => r.email));
		const told =
			await store.sql`select to_email from private.mails where kind = 'report_filed' and data ->> 'period' = ${week} and attachment_key is null`;
		expect(told.map((t) => t.to_email)).toEqual(['chef-de-projet@demo.test']);
	});

	it('is final: no second draft, no second filing', async () => {
		expect(await code(save(people.consultant, 3))).toBe('already_filed');
		expect(await code(file(people.lead, 3))).toBe('already_filed');
		expect(await bytesKept()).toBe(1);
	});

	it('around our server stays near its week and names new bytes', async () => {
		const client = await raw(store, cast.consultant);
		const id = crypto.randomUUID();
		const [kept] = await store.sql`select storage_key from public.weekly_reports where period = ${week}`;
		const right = {
			mission: people.lead.mission.id,
			report_period: '2019-W49',
			read_version: 0,
			content: body,
			due: '2019-12-06',
			name: 'r.docx',
			size: 5,
			hash: 'a'.repeat(64),
			key: `${id.slice(0, 2)}/${id}`
		};
		const refusal = async (more: object) =>
			(await client.rpc('file_report', { ...right, ...more })).error?.details;
		expect(await refusal({ due: '2030-01-01' })).toBe('date_out_of_range');
		expect(await refusal({ report_period: '2019-W50' })).toBe('unknown_period');
		expect(await refusal({ key: kept!.storage_key })).toBe('bad_input');
		expect(await refusal({ key: '../../secrets.json' })).toBe('no_file');
		expect(await refusal({ hash: 'abc' })).toBe('no_file');
		expect(await refusal({ size: 0 })).toBe('no_file');
		expect(await refusal({ name: null })).toBe('file_name_refused');
		expect(await refusal({ name: 'a\r\nb.docx' })).toBe('file_name_refused');
		expect(await refusal({ name: 'a/b.docx' })).toBe('file_name_refused');
		await act(client, 'file_report', right);
	});
});

describe('the answer', () => {
	it('is the project manager’s; to contest takes a reason; it is given once', async () => {
		const id = (await read(people.manager)).id!;
		for (const who of ['consultant', 'lead', 'observer', 'chair'] as const)
			expect(await code(answerReport(people[who].ctx, id, true, '', null))).toBe('not_allowed');
		for (const reason of ['', '   '])
			expect(await code(answerReport(people.manager.ctx, id, false, reason, null))).toBe(
				'reason_missing'
			);
		expect(await code(answerReport(people.manager.ctx, id, false, 'x'.repeat(4001), null))).toBe(
			'too_long'
		);
		expect((await read(people.consultant)).state).toBe('filed');
		await answerReport(people.manager.ctx, id, false, 'Les jours ne correspondent pas', null);
		expect(await read(people.consultant)).toMatchObject({
			state: 'contested',
			contestReason: 'Les jours ne correspondent pas',
			answeredBy: 'Camille Renaud'
		});
		expect(await code(answerReport(people.manager.ctx, id, true, '', null))).toBe('already_answered');
		const told =
			await store.sql`select to_email from private.mails where kind = 'report_contested' order by 1`;
		expect(told.map((t) => t.to_email)).toEqual(['consultant-chef@demo.test', 'consultant@demo.test']);
	});

	it('to a draft is an answer to nothing', async () => {
		await act(await raw(store, cast.manager), 'move_clock', {
			mission: people.lead.mission.id,
			to_day: '2019-12-09'
		});
		const { ctx } = people.consultant;
		const mission = await readMission(ctx, 'eure-et-loir');
		await saveDraft(ctx, mission, '2019-W50', 0, body);
		const draft = await readReport(ctx, mission, '2019-W50');
		expect(await code(answerReport(people.manager.ctx, draft.id!, true, '', null))).toBe('not_found');
	});
});

describe('a draft of a deliverable', () => {
	it('cannot name the bytes of a filed report, to take them away with it', async () => {
		const [filed] =
			await store.sql`select storage_key as key from public.weekly_reports where state = 'received' limit 1`;
		const [d] = await store.sql`select id from public.deliverables where code = 'E-L11'`;
		const client = await raw(store, cast.consultant);
		const { error } = await client.rpc('put_draft', { ...draftArgs(d!.id), key: filed!.key });
		expect(error?.details).toBe('bad_input');
	});
});

describe('a contested report', () => {
	const last = '2019-W48';

	it('is corrected by the contractor alone, on a text nobody else sees', async () => {
		for (const who of ['manager', 'observer', 'chair'] as const)
			expect(await code(save(people[who], 0))).toBe('not_allowed');
		expect(await save(people.consultant, 0, 'Corrigé')).toBe(1);
		expect(await code(save(people.lead, 0, 'Autrement'))).toBe('stale');
		expect((await read(people.lead)).correction).toMatchObject({ body: { done: 'Corrigé' }, version: 1 });
		expect(await read(people.manager)).toMatchObject({
			state: 'contested',
			correction: null,
			before: []
		});
		expect((await read(people.manager)).body?.done).not.toBe('Corrigé');
	});

	it('is filed again: what was contested stays, and the first day counts for the deadline', async () => {
		const was = await read(people.manager);
		expect(await code(file(people.lead, 0, last))).toBe('stale');
		// Nine days later: the first filing was in time and stays so.
		const { ctx } = people.lead;
		const mission = await readMission(ctx, 'eure-et-loir');
		await fileReport(ctx, mission, last, 1, { ...body, done: 'Corrigé' });
		const now = await read(people.manager);
		expect(now).toMatchObject({
			state: 'filed',
			filedOn: '2019-12-09',
			contestReason: null,
			correction: null
		});
		expect(now.body?.done).toBe('Corrigé');
		expect(now.before).toMatchObject([
			{
				number: 1,
				filedOn: was.filedOn,
				sha256: was.sha256,
				contestReason: 'Les jours ne correspondent pas',
				answeredBy: 'Camille Renaud'
			}
		]);
		const kept = await reportFile(people.observer.ctx, people.observer.mission, last, 1);
		expect(createHash('sha256').update(kept.bytes).digest('hex')).toBe(was.sha256);
		expect(await code(reportFile(people.observer.ctx, people.observer.mission, last, 2))).toBe(
			'not_found'
		);
		const [row] =
			await store.sql`select first_filed_on::text, filed_on::text from public.weekly_reports where period = ${last}`;
		expect(row).toMatchObject({ first_filed_on: was.filedOn, filed_on: '2019-12-09' });
	});

	it('is answered again, and then stands', async () => {
		const { id, before } = await read(people.manager);
		// Whoever still looks at what was contested is told to read again.
		expect(await code(answerReport(people.manager.ctx, id!, true, '', before[0]!.sha256))).toBe('stale');
		await answerReport(people.manager.ctx, id!, true, '', null);
		expect((await read(people.observer)).state).toBe('received');
		expect(await code(save(people.consultant, 0))).toBe('already_filed');
		await expect(
			store.sql`update public.report_filings set contest_reason = 'Rien'`.then(() => 'done')
		).rejects.toMatchObject({ message: expect.stringContaining('append_only') });
	});
});
