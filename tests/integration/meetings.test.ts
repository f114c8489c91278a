import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findMeeting } from '#server/meetings/find-meeting.ts';
import { moveMeeting } from '#server/meetings/move-meeting.ts';
import { planMeeting } from '#server/meetings/plan-meeting.ts';
import { recordAction } from '#server/meetings/record-action.ts';
import { recordResolution } from '#server/meetings/record-resolution.ts';
import { renderMinutes } from '#server/meetings/render-minutes.ts';
import { saveAgenda } from '#server/meetings/save-agenda.ts';
import { saveAttendance } from '#server/meetings/save-attendance.ts';
import { saveDetails } from '#server/meetings/save-details.ts';
import {
	action,
	as,
	closeStore,
	code,
	committee,
	mission,
	openStore,
	plan,
	point,
	read,
	refused,
	resolution,
	slug,
	store,
	to,
	type Who
} from './meetings-support.ts';

beforeAll(openStore);
afterAll(closeStore);

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

	it('nobody is convened to a day that is past, by the first convocation nor by a later one', async () => {
		const made = await plan('2019-12-01');
		const { id, version, sections } = await read('chef-de-projet', made);
		const ctx = as['chef-de-projet'];
		const past = { code: 'date_in_the_past', status: 422, detail: { field: 'heldOn' } };
		expect(await refused(moveMeeting(ctx, id, version, 'convened'))).toMatchObject(past);
		expect((await read('chef-de-projet', made)).state).toBe('draft');
		await saveDetails(ctx, id, sections.details, { heldOn: '2019-12-02' });
		await to(made, 'convened');
		expect(
			await refused(saveDetails(ctx, id, sections.details + 1, { heldOn: '2019-12-01' }))
		).toMatchObject(past);
		const mails = await store.sql`select data ->> 'heldOn' as day from private.mails
			where kind = 'meeting_convened' and data ->> 'code' = ${made}`;
		expect(new Set(mails.map((m) => m.day))).toEqual(new Set(['2019-12-02']));
		// What was held says the day it was held on.
		await to(made, 'in_session');
		await saveDetails(ctx, id, sections.details + 1, { heldOn: '2019-12-01' });
		expect((await read('consultant', made)).heldOn).toBe('2019-12-01');
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
