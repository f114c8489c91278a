import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmResolutions } from '#server/meetings/deciding/confirm.ts';
import { closeAction } from '#server/meetings/close-action.ts';
import { moveMeeting } from '#server/meetings/move-meeting.ts';
import { recordAction } from '#server/meetings/record-action.ts';
import { recordResolution } from '#server/meetings/record-resolution.ts';
import { renderMinutes } from '#server/meetings/render-minutes.ts';
import { saveAgenda } from '#server/meetings/save-agenda.ts';
import { saveAttendance } from '#server/meetings/save-attendance.ts';
import { saveDetails } from '#server/meetings/save-details.ts';
import { moveClock } from '#server/missions/move-clock.ts';
import {
	action,
	as,
	closeStore,
	code,
	mission,
	openStore,
	plan,
	point,
	read,
	resolution,
	store,
	to
} from './meetings-support.ts';

beforeAll(openStore);
afterAll(closeStore);

describe('a meeting from its draft to approved minutes', () => {
	let made: string;
	let numbers: string[] = [];
	const manager = () => as['chef-de-projet'];

	it('is planned with those who sit in the body, and convened by mail', async () => {
		made = await plan('2019-12-05', 'copil');
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
		await saveDetails(manager(), m.id, m.sections.details, { heldOn: '2019-12-02', startsAt: '10:00' });
		const mails =
			await store.sql`select data ->> 'heldOn' as day from private.mails where kind = 'meeting_convened' and data ->> 'code' = ${made}`;
		expect(mails.filter((r) => r.day === '2019-12-02')).toHaveLength(3);
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
		expect(
			await recordResolution(as.consultant, m.id, {
				...resolution,
				id: first!.id,
				version: first!.version,
				wording
			})
		).toBe(numbers[0]);
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
		expect(name).toBe(`E_${made}_Compte-rendu_V0.1_20191202.docx`);
	});

	it('once circulated, refuses every edit and mails those on its list', async () => {
		const { id: held, resolutions, actions } = await read('chef-de-projet', made);
		await confirmResolutions(
			manager(),
			held,
			[...resolutions, ...actions].filter((d) => !d.binds)
		);
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
		expect(
			await code(
				recordResolution(manager(), id, {
					...resolution,
					id: m.resolutions[0]!.id,
					version: m.resolutions[0]!.version
				})
			)
		).toBe('minutes_circulated');
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
