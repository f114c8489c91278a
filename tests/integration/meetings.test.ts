import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DomainError } from '#core/errors.ts';
import type { AgendaItem } from '#core/meetings/view.ts';
import type { Context } from '#server/context.ts';
import { closeAction } from '#server/meetings/close-action.ts';
import { findMeeting } from '#server/meetings/find-meeting.ts';
import { moveMeeting } from '#server/meetings/move-meeting.ts';
import { planMeeting } from '#server/meetings/plan-meeting.ts';
import { readMeeting } from '#server/meetings/read-meeting.ts';
import { recordAction } from '#server/meetings/record-action.ts';
import { recordResolution } from '#server/meetings/record-resolution.ts';
import { renderMinutes } from '#server/meetings/render-minutes.ts';
import { saveAgenda } from '#server/meetings/save-agenda.ts';
import { saveAttendance } from '#server/meetings/save-attendance.ts';
import { saveDetails } from '#server/meetings/save-details.ts';
import { moveClock } from '#server/missions/move-clock.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { makeStore, type TestStore } from '../fixtures/store.ts';

const slug = 'eure-et-loir';
const people = [
	'chef-de-projet',
	'copil',
	'consultant',
	'consultant-chef',
	'observateur',
	'etranger'
] as const;
type Who = (typeof people)[number];

let store: TestStore;
const as = {} as Record<Who, Context>;
beforeAll(async () => {
	store = await makeStore();
	for (const who of people) as[who] = await store.as(who);
});
afterAll(() => store?.close());

const refused = async (act: Promise<unknown>): Promise<DomainError> => {
	const caught = await act.then(
		() => null,
		(e: unknown) => e
	);
	expect(caught).toBeInstanceOf(DomainError);
	return caught as DomainError;
};
const code = async (act: Promise<unknown>) => (await refused(act)).code;
const mission = () => readMission(as['chef-de-projet'], slug);
const read = async (who: Who, meeting: string) => readMeeting(as[who], await mission(), meeting);
const point = (title: string, minutes = ''): AgendaItem => ({
	title,
	purpose: 'opinion',
	minutes,
	conclusion: ''
});

async function committee(kind: string): Promise<string> {
	const { data } = await as['chef-de-projet'].client
		.from('committees')
		.select('id')
		.eq('kind', kind)
		.single();
	return data!.id;
}
/** A meeting of the technical committee on a day that has come. */
async function plan(heldOn = '2019-12-02', kind = 'cotech'): Promise<string> {
	const input = {
		committee: await committee(kind),
		title: 'Séance d’essai',
		heldOn,
		startsAt: '14:00',
		place: ''
	};
	return planMeeting(as['chef-de-projet'], input);
}
async function to(meeting: string, ...states: Parameters<typeof moveMeeting>[3][]): Promise<void> {
	for (const state of states) {
		const m = await read('chef-de-projet', meeting);
		await moveMeeting(as['chef-de-projet'], m.id, m.version, state, 'Pour l’essai.');
	}
}
const resolution = {
	id: null,
	wording: 'Avis favorable.',
	kind: 'orientation' as const,
	versionId: null,
	effectOn: null
};
const action = {
	id: null,
	version: 0,
	wording: 'Envoyer la grille.',
	ownerId: null,
	ownerName: 'Inès Lambert',
	dueOn: null
};

describe('refused', () => {
	it('an outsider: neither the mission nor its meeting is there', async () => {
		const made = await plan();
		await to(made, 'convened');
		const { id, version } = await read('chef-de-projet', made);
		expect(await code(read('etranger', made))).toBe('not_found');
		expect(await code(findMeeting(as.etranger, slug, made))).toBe('not_found');
		expect(await code(renderMinutes(as.etranger, await mission(), made))).toBe('not_found');
		expect(await code(saveAgenda(as.etranger, id, 1, []))).toBe('not_found');
		expect(await code(moveMeeting(as.etranger, id, version, 'in_session'))).toBe('not_found');
		const { data } = await as.etranger.client.from('meetings').select('id');
		expect(data).toEqual([]);
	});

	it('nobody but the project manager plans or moves a meeting', async () => {
		const made = await plan();
		await to(made, 'convened');
		const { id, version } = await read('chef-de-projet', made);
		const input = {
			committee: await committee('cotech'),
			title: 'X',
			heldOn: '2019-12-05',
			startsAt: '',
			place: ''
		};
		for (const who of ['observateur', 'copil', 'consultant', 'consultant-chef'] as const) {
			expect(await code(planMeeting(as[who], input)), who).toBe('not_allowed');
			expect(await code(moveMeeting(as[who], id, version, 'in_session')), who).toBe('not_allowed');
		}
	});

	it('a draft is not there for the contractor nor for an observer, even once cancelled', async () => {
		const made = await plan();
		const { id } = await read('chef-de-projet', made);
		expect((await read('copil', made)).state).toBe('draft');
		for (const cancelled of [false, true]) {
			if (cancelled) await to(made, 'cancelled');
			for (const who of ['consultant', 'consultant-chef', 'observateur'] as const) {
				expect(await code(read(who, made)), who).toBe('not_found');
				expect(await code(saveAgenda(as[who], id, 1, [])), who).toBe('not_found');
				const { data } = await as[who].client.from('attendances').select('id').eq('meeting_id', id);
				expect(data, who).toEqual([]);
			}
		}
		const { data } = await as.consultant.client.from('journal').select('id').eq('subject', made);
		expect(data).toEqual([]);
	});

	it('the contractor types only from the opening of the session, the others never', async () => {
		const made = await plan();
		await to(made, 'convened');
		const { id } = await read('chef-de-projet', made);
		const edits = (who: Who) => [
			() => saveAgenda(as[who], id, 1, [point('Point')]),
			() => saveAttendance(as[who], id, 1, []),
			() => saveDetails(as[who], id, 1, { discussion: 'x' }),
			() => recordResolution(as[who], id, resolution),
			() => recordAction(as[who], id, action)
		];
		for (const edit of edits('consultant')) expect(await code(edit())).toBe('not_allowed');
		await to(made, 'in_session');
		for (const who of ['observateur', 'copil'] as const)
			for (const edit of edits(who)) expect(await code(edit()), who).toBe('not_allowed');
		await expect(saveAgenda(as.consultant, id, 1, [point('Point', 'Dit en séance.')])).resolves.toBe(2);
		// The day deadlines count from is not the contractor's to say.
		expect(await code(saveDetails(as.consultant, id, 1, { heldOn: '2019-11-30' }))).toBe('not_allowed');
	});

	it('the tables themselves are closed to writing', async () => {
		const made = await plan();
		const { id } = await read('chef-de-projet', made);
		const { client } = as['chef-de-projet'];
		const { error } = await client.from('meetings').update({ state: 'approved' }).eq('id', id);
		expect(error?.code).toBe('42501');
		expect((await client.from('resolutions').delete().eq('meeting_id', id)).error?.code).toBe('42501');
	});

	it('a session is not opened before its day, nor a state skipped', async () => {
		const made = await plan('2019-12-10');
		await to(made, 'convened');
		expect(await code(to(made, 'in_session'))).toBe('meeting_in_the_future');
		expect(await code(to(made, 'held'))).toBe('not_from_here');
		expect(await code(renderMinutes(as['chef-de-projet'], await mission(), made))).toBe('not_from_here');
	});

	it('cancelling what people were convened to needs a reason', async () => {
		const made = await plan();
		await to(made, 'convened');
		const { id, version } = await read('chef-de-projet', made);
		expect(await code(moveMeeting(as['chef-de-projet'], id, version, 'cancelled', ' '))).toBe(
			'reason_missing'
		);
	});

	it('a save over somebody else’s is refused, with who changed what; other parts are not in the way', async () => {
		const made = await plan();
		await to(made, 'convened', 'in_session');
		const { id, sections } = await read('chef-de-projet', made);
		await saveAgenda(as.consultant, id, sections.agenda, [point('Grille', 'Texte du titulaire.')]);
		const stale = await refused(
			saveAgenda(as['chef-de-projet'], id, sections.agenda, [point('Grille', 'Mon texte.')])
		);
		expect(stale).toMatchObject({ code: 'stale', status: 409 });
		expect(stale.detail).toMatchObject({
			changedBy: 'Inès Lambert',
			current: [{ title: 'Grille', minutes: 'Texte du titulaire.' }]
		});
		expect(stale.detail.changedAt).toMatch(/^\d{4}-/);
		await expect(saveAttendance(as['chef-de-projet'], id, sections.attendance, [])).resolves.toBe(2);
		await expect(
			saveDetails(as['chef-de-projet'], id, sections.details, { discussion: 'Rien.' })
		).resolves.toBe(2);
		expect((await read('consultant', made)).agenda[0]?.minutes).toBe('Texte du titulaire.');
	});

	it('rows that say nothing, and people of no mission', async () => {
		const made = await plan();
		const { id } = await read('chef-de-projet', made);
		const ctx = as['chef-de-projet'];
		expect(await code(saveAgenda(ctx, id, 1, [point('  ')]))).toBe('agenda_row');
		expect(await code(recordResolution(ctx, id, { ...resolution, wording: ' ' }))).toBe(
			'wording_missing'
		);
		const ownerId = as.etranger.person!.id;
		expect(await code(recordAction(ctx, id, { ...action, ownerId }))).toBe('unknown_person');
		const versionId = '00000000-0000-4000-8000-000000000000';
		expect(await code(recordResolution(ctx, id, { ...resolution, versionId }))).toBe('unknown_version');
	});
});

describe('a meeting from its draft to approved minutes', () => {
	let made: string;
	let numbers: string[] = [];
	const manager = () => as['chef-de-projet'];

	it('is planned with those who sit in the body, and convened by mail', async () => {
		made = await plan('2019-12-02', 'copil');
		const m = await read('chef-de-projet', made);
		expect(m.chairedBy).toBe('Hélène Marchais');
		expect(m.attendance.map((a) => [a.name, a.status])).toEqual([
			['Hélène Marchais', 'expected'],
			['Bruno Delaunay', 'expected'],
			['Nadia Ferrand', 'expected']
		]);
		await saveAgenda(manager(), m.id, m.sections.agenda, [point('Cartographie'), point('Calendrier')]);
		await to(made, 'convened');
		expect((await read('observateur', made)).agenda.map((i) => i.title)).toEqual([
			'Cartographie',
			'Calendrier'
		]);
		const mails =
			await store.sql`select to_email from private.mails where kind = 'meeting_convened' and data ->> 'code' = ${made}`;
		expect(mails.map((r) => r.to_email).sort()).toEqual([
			'copil2@demo.test',
			'copil3@demo.test',
			'copil@demo.test'
		]);
	});

	it('moving its day tells them again', async () => {
		const m = await read('chef-de-projet', made);
		await saveDetails(manager(), m.id, m.sections.details, { heldOn: '2019-12-01', startsAt: '10:00' });
		const mails =
			await store.sql`select data ->> 'heldOn' as day from private.mails where kind = 'meeting_convened' and data ->> 'code' = ${made}`;
		expect(mails.filter((r) => r.day === '2019-12-01')).toHaveLength(3);
	});

	it('is typed in session by both sides, and numbers its decisions and actions', async () => {
		await to(made, 'in_session');
		const m = await read('consultant', made);
		await saveAttendance(as.consultant, m.id, m.sections.attendance, [
			{ ...m.attendance[0]!, status: 'present' },
			{ ...m.attendance[1]!, status: 'represented', representedBy: 'Hélène Marchais' },
			{ ...m.attendance[2]!, status: 'excused' },
			{
				personId: null,
				name: 'Lucie Martin',
				organisation: 'CAF',
				functionTitle: 'Invitée',
				status: 'present',
				representedBy: ''
			}
		]);
		await saveAgenda(as.consultant, m.id, m.sections.agenda, [
			point('Cartographie', 'Quinze parcours < & > « décrits ».'),
			{ ...point('Calendrier'), conclusion: 'Inchangé.' }
		]);
		numbers = [
			await recordResolution(as.consultant, m.id, resolution),
			await recordResolution(manager(), m.id, {
				...resolution,
				wording: 'Calendrier confirmé.',
				effectOn: '2019-12-02'
			}),
			await recordAction(manager(), m.id, {
				...action,
				ownerId: as.consultant.person!.id,
				dueOn: '2019-12-09'
			})
		];
		const [first, second, third] = numbers as [string, string, string];
		expect(first).toMatch(/^RD-E-2019-\d{3}$/);
		expect(Number(second.slice(-3))).toBe(Number(first.slice(-3)) + 1);
		expect(third).toMatch(/^ACT-E-2019-\d{3}$/);
	});

	it('a correction keeps the number, and the journal both wordings', async () => {
		const m = await read('consultant', made);
		const [first] = m.resolutions;
		const wording = 'Avis favorable sans réserve.';
		expect(await recordResolution(as.consultant, m.id, { ...resolution, id: first!.id, wording })).toBe(
			numbers[0]
		);
		const { data } = await manager()
			.client.from('journal')
			.select('detail')
			.eq('event', 'resolution_recorded')
			.eq('subject', numbers[0]!)
			.order('number');
		expect(data!.map((l) => l.detail)).toMatchObject([
			{ wording: 'Avis favorable.' },
			{ wording, instead: 'Avis favorable.' }
		]);
	});

	it('its draft minutes say so', async () => {
		await to(made, 'held');
		const { bytes, name } = await renderMinutes(as.observateur, await mission(), made);
		const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
		expect(value).toContain('Projet de compte rendu');
		expect(name).toBe(`E_${made}_Compte-rendu_V0.1_20191201.docx`);
	});

	it('once circulated, refuses every edit and mails those on its list', async () => {
		await to(made, 'circulated');
		const m = await read('chef-de-projet', made);
		const { id, sections } = m;
		expect(await code(saveAgenda(manager(), id, sections.agenda, []))).toBe('minutes_circulated');
		expect(await code(saveAttendance(manager(), id, sections.attendance, []))).toBe('minutes_circulated');
		expect(await code(saveDetails(manager(), id, sections.details, { discussion: 'x' }))).toBe(
			'minutes_circulated'
		);
		expect(await code(recordResolution(manager(), id, resolution))).toBe('minutes_circulated');
		expect(await code(recordAction(manager(), id, action))).toBe('minutes_circulated');
		expect(await code(recordResolution(manager(), id, { ...resolution, id: m.resolutions[0]!.id }))).toBe(
			'minutes_circulated'
		);
		expect(await code(saveAgenda(as.consultant, id, sections.agenda, []))).toBe('not_allowed');
		const mails =
			await store.sql`select 1 from private.mails where kind = 'meeting_circulated' and data ->> 'code' = ${made}`;
		expect(mails).toHaveLength(3);
	});

	it('reopened with a reason, goes out again as another version', async () => {
		const { id, version } = await read('chef-de-projet', made);
		expect(await code(moveMeeting(manager(), id, version, 'held'))).toBe('reason_missing');
		await to(made, 'held');
		expect((await renderMinutes(manager(), await mission(), made)).name).toContain('_V1.1_');
		await to(made, 'circulated');
		expect((await renderMinutes(manager(), await mission(), made)).name).toContain('_V2.0_');
	});

	it('an action is closed by its owner or the project manager, also after the minutes went out', async () => {
		const [a] = (await read('consultant', made)).actions;
		expect(await code(closeAction(as['consultant-chef'], a!.id, a!.version, true))).toBe('not_allowed');
		expect(await code(closeAction(as.consultant, a!.id, a!.version + 1, true))).toBe('stale');
		await moveClock(manager(), await mission(), '2019-12-03');
		await closeAction(as.consultant, a!.id, a!.version, true);
		expect((await read('observateur', made)).actions[0]?.doneOn).toBe('2019-12-03');
	});

	it('approved, its Word minutes hold who came, what was decided and who does what', async () => {
		await to(made, 'approved');
		const { bytes } = await renderMinutes(as.copil, await mission(), made);
		const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
		for (const text of [
			'Approuvé le',
			'Bruno Delaunay (pouvoir à Hélène Marchais)',
			'Lucie Martin',
			'Quinze parcours < & > « décrits ».',
			'Avis favorable sans réserve.',
			'Calendrier confirmé.',
			'Envoyer la grille.',
			'lun. 9 déc. 2019',
			...numbers
		])
			expect(value).toContain(text);
		// It says what was true on the day it went out.
		expect(value).not.toContain('Faite le');
		expect(await code(to(made, 'held'))).toBe('not_from_here');
	});

	it('numbers are given once, whoever asks at the same time', async () => {
		await moveClock(manager(), await mission(), '2019-12-02');
		const other = await plan('2019-12-02', 'project');
		await to(other, 'convened', 'in_session');
		const { id } = await read('chef-de-projet', other);
		const given = await Promise.all(
			[manager(), as.consultant, as['consultant-chef'], manager()].map((ctx) =>
				recordResolution(ctx, id, resolution)
			)
		);
		expect(new Set([...given, ...numbers.slice(0, 2)]).size).toBe(6);
	});
});
