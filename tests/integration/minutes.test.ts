import { createHash } from 'node:crypto';
import { readFile as readBytes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approveMinutes } from '#server/meetings/after/approve.ts';
import { circulateMinutes } from '#server/meetings/after/circulate.ts';
import { answerComment, commentMinutes, openMinutes, readFollow } from '#server/meetings/after/comments.ts';
import { closeAction } from '#server/meetings/close-action.ts';
import { moveMeeting } from '#server/meetings/move-meeting.ts';
import { recordAction } from '#server/meetings/record-action.ts';
import { renderMinutes } from '#server/meetings/render-minutes.ts';
import { readJournal } from '#server/journal/read-journal.ts';
import { readWaiting } from '#server/home/read-waiting.ts';
import { startMailer, type Mailer } from '#server/mail/mailer.ts';
import {
	action,
	as,
	closeStore,
	code,
	mission,
	openStore,
	plan,
	read,
	refused,
	slug,
	store,
	to,
	type Who
} from './meetings-support.ts';
import { openPostOffice, type Received } from './smtp-support.ts';

let office: Awaited<ReturnType<typeof openPostOffice>>;
let mailer: Mailer;
const manager = () => as['chef-de-projet'];

beforeAll(async () => {
	await openStore();
	office = await openPostOffice();
	const settings = {
		...store.settings,
		smtpUrl: office.url,
		mailFrom: 'Jalon <jalon@envoi.test>',
		siteUrl: 'https://jalon.test'
	};
	mailer = startMailer({ backend: store.backend, files: manager().files, settings });
	await sent();
});
afterAll(async () => {
	await mailer.stop();
	await office.close();
	await closeStore();
});
async function sent(): Promise<Received[]> {
	while ((await mailer.round()) > 0);
	return office.take();
}
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const minutes = async (made: string, who: Who = 'chef-de-projet') =>
	renderMinutes(as[who], await mission(), made);
const follow = (made: string, who: Who = 'chef-de-projet') => readFollow(as[who], slug, made);
const waits = async (who: Who, made: string) =>
	(await readWaiting(as[who])).filter((w) => w.subject === made).map((w) => w.kind);
const circulate = async (made: string, until: string | null = null) =>
	circulateMinutes(manager(), await mission(), made, (await read('chef-de-projet', made)).version, until);
const approve = async (
	made: string,
	who: Who = 'chef-de-projet',
	given: Parameters<typeof approveMinutes>[4] = { how: 'express' }
) => approveMinutes(as[who], await mission(), made, (await read('chef-de-projet', made)).version, given);
const comment = async (made: string, who: Who, wording = 'Le chiffre du point 1 est faux.') =>
	commentMinutes(as[who], (await read('chef-de-projet', made)).id, { wording, item: null });
const answer = async (made: string, given: 'taken' | 'kept_out', words = 'Vu.') => {
	const open = (await follow(made)).comments.find((c) => c.answer === null)!;
	await answerComment(manager(), { id: open.id, answer: given, words });
};
/** A project meeting that was held: its two leads are on the list, the committee's chair and the observer are not. */
async function held(): Promise<string> {
	const made = await plan('2019-12-02', 'project');
	await to(made, 'convened', 'in_session', 'held');
	await sent();
	return made;
}
async function sitsAsChair(who: Who, kind = 'project') {
	await store.sql`insert into public.committee_members (committee_id, mission_id, person_id, capacity, starts_on)
		select c.id, c.mission_id, p.id, 'chair', '2019-11-01' from public.committees c, public.people p, public.missions m
		where m.slug = ${slug} and c.mission_id = m.id and c.kind = ${kind} and p.email = ${`${who}@demo.test`}
		and not exists (select from public.committee_members x where x.committee_id = c.id and x.person_id = p.id and x.ends_on is null)`;
}
const rule = (approval: unknown) =>
	store.sql`update public.committees set rules = ${store.sql.json({ approval, source: 'Réunion de lancement' } as never)} where kind = 'project' and mission_id = (select id from public.missions where slug = ${slug})`;

describe('minutes that go out', () => {
	it('are kept as they left, mailed to each person on the list, and their leaving and opening are proven', async () => {
		const made = await held();
		await circulate(made, '2019-12-10');
		const mails = await sent();
		const list = (await read('chef-de-projet', made)).attendance.filter((a) => a.personId);
		expect(mails.length).toBe(list.length);
		const text = mails
			.find((m) => m.to.includes('consultant-chef@demo.test'))!
			.parts.find((p) => p.type.startsWith('text/plain'))!.body;
		expect(text).toContain(`https://jalon.test/missions/${slug}/meetings/${made}?edition=1#afterwards`);
		expect(text).toMatch(/10 déc/);
		const before = await follow(made);
		expect(before.sendings).toHaveLength(list.length);
		expect(before.sendings.every((s) => s.mail?.state === 'sent' && s.mail.sentAt && !s.openedAt)).toBe(
			true
		);
		await openMinutes(as['consultant-chef'], (await read('chef-de-projet', made)).id);
		const after = (await follow(made)).sendings.filter((s) => s.openedAt);
		expect(after).toHaveLength(1);
		// The contractor reads of its own alone.
		expect((await follow(made, 'consultant-chef')).sendings).toHaveLength(1);
		const [paper] = before.papers;
		expect(paper).toMatchObject({ why: 'circulated', edition: 1 });
		const file = await minutes(made, 'consultant-chef');
		expect(sha(file.bytes)).toBe(paper!.sha256);
		expect(file.name).toBe(paper!.name);
		expect(await waits('consultant-chef', made)).toEqual(['comment_minutes']);
		await openMinutes(as['consultant-chef'], (await read('chef-de-projet', made)).id, true);
		expect(await waits('consultant-chef', made)).toEqual([]);
	});

	it('refuse a day that is past, whoever is not the project manager, and to leave without their file', async () => {
		const made = await held();
		const m = await read('chef-de-projet', made);
		expect(await refused(circulate(made, '2019-12-01'))).toMatchObject({
			code: 'date_in_the_past',
			detail: { field: 'commentsUntil' }
		});
		for (const who of ['consultant-chef', 'copil', 'observateur'] as const)
			expect(await code(circulateMinutes(as[who], await mission(), made, m.version, null)), who).toBe(
				'not_allowed'
			);
		expect(await code(circulateMinutes(as.etranger, await mission(), made, m.version, null))).toBe(
			'not_found'
		);
		const direct = await manager().client.rpc('move_meeting', {
			meeting: m.id,
			read_version: m.version,
			to_state: 'circulated'
		});
		expect(direct.error?.details).toBe('paper_missing');
		for (const paper of [null, {}, { name: 'x', sha256: 'zz' }, 12, []]) {
			const { error } = await manager().client.rpc('circulate_minutes', {
				meeting: m.id,
				read_version: m.version,
				paper: paper as never
			});
			expect(error?.details, JSON.stringify(paper)).toBe('paper_missing');
		}
		expect((await read('chef-de-projet', made)).state).toBe('held');
	});

	it('wait while decisions of the secretary are not confirmed', async () => {
		const made = await held();
		const m = await read('chef-de-projet', made);
		await store.sql`insert into public.resolutions (mission_id, meeting_id, number, wording, binds)
			select mission_id, id, 'DEC-X', 'À confirmer', false from public.meetings where id = ${m.id}`;
		expect(await waits('chef-de-projet', made)).toContain('confirm_drafts');
		expect(await waits('consultant-chef', made)).not.toContain('confirm_drafts');
	});

	it('name bytes of their own: those of another record are refused', async () => {
		const [one, two] = [await held(), await held()];
		await circulate(one);
		const m = await read('chef-de-projet', two);
		const [kept] = await store.sql`select * from public.meeting_papers order by made_at desc limit 1`;
		const { error } = await manager().client.rpc('circulate_minutes', {
			meeting: m.id,
			read_version: m.version,
			paper: {
				key: kept!.storage_key as string,
				name: 'x.docx',
				size: 12,
				sha256: kept!.sha256 as string,
				data: kept!.sha256 as string,
				template: kept!.sha256 as string
			}
		});
		expect(error?.details).toBe('bad_input');
	});
});

describe('comments', () => {
	it('come from those on the list, until the day included', async () => {
		const made = await held();
		await circulate(made, '2019-12-02');
		for (const who of ['copil', 'observateur'] as const)
			expect(await code(comment(made, who)), who).toBe('not_allowed');
		expect(await code(comment(made, 'etranger'))).toBe('not_found');
		expect(await code(comment(made, 'consultant-chef', '  '))).toBe('wording_missing');
		expect(await code(comment(made, 'consultant-chef', 'x'.repeat(4001)))).toBe('too_long');
		await comment(made, 'consultant-chef');
		expect(await waits('chef-de-projet', made)).toContain('answer_comments');
		await store.sql`update public.meetings set comments_until = '2019-12-01' where code = ${made}`;
		expect(await refused(comment(made, 'consultant-chef'))).toMatchObject({ code: 'comments_closed' });
	});

	it('are answered by the project manager alone, once, and with why when they are not taken', async () => {
		const made = await held();
		await circulate(made);
		await comment(made, 'consultant-chef');
		const [one] = (await follow(made)).comments;
		const given = { id: one!.id, answer: 'kept_out' as const, words: 'Le chiffre est celui du rapport.' };
		for (const who of ['consultant-chef', 'copil', 'observateur'] as const)
			expect(await code(answerComment(as[who], given)), who).toBe('not_allowed');
		expect(await code(answerComment(as.etranger, given))).toBe('not_found');
		expect(await code(answerComment(manager(), { ...given, words: ' ' }))).toBe('reason_missing');
		expect(await code(approve(made))).toBe('comments_unanswered');
		await answerComment(manager(), given);
		expect(await code(answerComment(manager(), given))).toBe('already_answered');
		await approve(made);
	});

	it('that are taken ask for a new edition, with a reason and a trace, before any approval', async () => {
		const made = await held();
		await circulate(made);
		await comment(made, 'consultant-chef');
		await answer(made, 'taken');
		expect(await code(approve(made))).toBe('comments_taken');
		expect(await waits('chef-de-projet', made)).toContain('reopen_minutes');
		const m = await read('chef-de-projet', made);
		expect(await code(moveMeeting(manager(), m.id, m.version, 'held'))).toBe('reason_missing');
		await moveMeeting(manager(), m.id, m.version, 'held', 'Observation de la titulaire retenue.');
		await circulate(made);
		expect((await follow(made)).papers.map((p) => [p.edition, p.why])).toEqual([
			[1, 'circulated'],
			[2, 'circulated']
		]);
		await approve(made);
		const [line] =
			await store.sql`select detail from public.journal where event = 'meeting_held' and subject = ${made} order by number desc limit 1`;
		expect(line!.detail).toMatchObject({
			from: 'circulated',
			reason: 'Observation de la titulaire retenue.'
		});
	});
});

describe('an approval', () => {
	it('is the project manager’s or the chair’s, and of nobody else', async () => {
		const made = await held();
		expect(await code(approve(made))).toBe('not_from_here');
		await circulate(made);
		for (const who of ['consultant-chef', 'consultant', 'observateur', 'copil'] as const)
			expect(await code(approve(made, who)), who).toBe('not_allowed');
		await sitsAsChair('copil');
		await approve(made, 'copil');
		const m = await read('copil', made);
		expect([m.state, m.after.approvedHow]).toEqual(['approved', 'express']);
	});

	it('seals the very bytes that are served from then on, with their hash in the journal, and reopens no more', async () => {
		const made = await held();
		await circulate(made);
		await approve(made);
		const m = await read('chef-de-projet', made);
		const file = await minutes(made, 'consultant-chef');
		expect(sha(file.bytes)).toBe(m.after.sealed);
		const [line] =
			await store.sql`select detail from public.journal where event = 'meeting_approved' and subject = ${made}`;
		expect(line!.detail).toMatchObject({ how: 'express', sha256: m.after.sealed });
		for (const state of ['held', 'in_session'] as const)
			expect(await code(moveMeeting(manager(), m.id, m.version, state, 'Encore.')), state).toBe(
				'not_from_here'
			);
		// An action that is done afterwards changes nothing of what was approved.
		expect(sha((await minutes(made)).bytes)).toBe(m.after.sealed);
		expect((await readJournal(manager(), (await mission()).id)).seals).not.toContain(made);
		const [paper] =
			await store.sql`select storage_key from public.meeting_papers where meeting_id = ${m.id} and why = 'sealed'`;
		const path = join(store.settings.dataDir, 'files', paper!.storage_key as string);
		const bytes = await readBytes(path);
		await writeFile(path, Buffer.concat([bytes, Buffer.from('x')]));
		expect(await code(minutes(made))).toBe('file_unreadable');
		await writeFile(path, bytes);
		await expect(
			store.sql`update public.meeting_papers set sha256 = ${'0'.repeat(64)} where meeting_id = ${m.id}`
		).rejects.toThrow(/append_only/);
		await expect(
			store.sql`update public.meetings set sealed_sha256 = ${'0'.repeat(64)} where id = ${m.id}`
		).rejects.toThrow();
		// Somebody with the keys to the store changes the seal all the same: the journal says so.
		await store.sql`alter table public.meetings disable trigger meetings_seals_hold`;
		await store.sql`update public.meetings set sealed_sha256 = ${'0'.repeat(64)} where id = ${m.id}`;
		await store.sql`alter table public.meetings enable trigger meetings_seals_hold`;
		expect((await readJournal(manager(), (await mission()).id)).seals).toContain(made);
		expect((await store.backend.door!.integrity()).seals).toContainEqual({
			mission: slug,
			meeting: made
		});
		expect(await code(minutes(made))).toBe('file_unreadable');
	});

	it('is given in the session of a later meeting of the body, and says which', async () => {
		const made = await held();
		await circulate(made);
		const next = await plan('2019-12-02', 'project');
		expect((await follow(next)).toApprove.map((x) => x.code)).toContain(made);
		const sitting = await read('chef-de-projet', next);
		expect(await code(approve(made, 'chef-de-projet', { how: 'meeting', sitting }))).toBe(
			'unknown_meeting'
		);
		const elsewhere = await read('chef-de-projet', await plan('2019-12-02', 'cotech'));
		expect(await code(approve(made, 'chef-de-projet', { how: 'meeting', sitting: elsewhere }))).toBe(
			'unknown_meeting'
		);
		await to(next, 'convened', 'in_session');
		await approve(made, 'chef-de-projet', {
			how: 'meeting',
			sitting: await read('chef-de-projet', next)
		});
		const m = await read('chef-de-projet', made);
		expect(m.after).toMatchObject({ approvedHow: 'meeting', approvedIn: { code: next } });
		expect((await follow(next)).toApprove.map((x) => x.code)).not.toContain(made);
	});

	it('is not given expressly before the day everybody was given to comment', async () => {
		const made = await held();
		await circulate(made, '2019-12-05');
		expect(await code(approve(made, 'chef-de-projet', { how: 'express' }))).toBe('silence_running');
		await store.sql`update public.meetings set comments_until = '2019-12-01' where code = ${made}`;
		await approve(made, 'chef-de-projet', { how: 'express' });
	});

	it('by silence is proposed where it was agreed, after the day, without a comment waiting; somebody still gives it', async () => {
		const made = await held();
		await circulate(made, '2019-12-05');
		expect(await code(approve(made, 'chef-de-projet', { how: 'silence' }))).toBe('silence_not_agreed');
		await rule({ how: 'silence', days: 5 });
		expect(await code(approve(made, 'chef-de-projet', { how: 'silence' }))).toBe('silence_running');
		expect(await waits('chef-de-projet', made)).not.toContain('approve_by_silence');
		await comment(made, 'consultant-chef');
		// A day for comments that is sooner than what was agreed shortens nothing.
		await store.sql`update public.meetings set comments_until = '2019-12-01' where code = ${made}`;
		await answer(made, 'kept_out', 'Non.');
		expect(await waits('chef-de-projet', made)).not.toContain('approve_by_silence');
		expect(await code(approve(made, 'chef-de-projet', { how: 'silence' }))).toBe('silence_running');
		await store.sql`update public.meetings set circulated_on = '2019-11-26' where code = ${made}`;
		expect(await waits('chef-de-projet', made)).toContain('approve_by_silence');
		expect(await waits('consultant-chef', made)).not.toContain('approve_by_silence');
		expect((await read('chef-de-projet', made)).state).toBe('circulated');
		await approve(made, 'chef-de-projet', { how: 'silence' });
		expect((await follow(made)).approvedHow).toBe('silence');
		// The rules of the body give the day by themselves.
		const next = await held();
		await to(next, 'circulated');
		expect((await follow(next)).commentsUntil).toBe('2019-12-07');
		await rule(undefined);
	});
});

describe('an action', () => {
	it('is closed with its result by its owner, and reopened', async () => {
		const made = await plan('2019-12-02', 'project');
		await to(made, 'convened', 'in_session');
		const m = await read('chef-de-projet', made);
		await recordAction(manager(), m.id, action);
		const [one] = (await read('chef-de-projet', made)).actions;
		expect(await code(closeAction(as.consultant, one!.id, one!.version, true, 'Fait.'))).toBe(
			'not_allowed'
		);
		expect(await code(closeAction(manager(), one!.id, one!.version, true, 'x'.repeat(2001)))).toBe(
			'too_long'
		);
		await closeAction(manager(), one!.id, one!.version, true, 'Grille envoyée le 2.');
		const [row] = await store.sql`select result, done_on from public.actions where id = ${one!.id}`;
		expect(row!.result).toBe('Grille envoyée le 2.');
		await closeAction(manager(), one!.id, one!.version + 1, false);
		const [again] = await store.sql`select result, done_on from public.actions where id = ${one!.id}`;
		expect([again!.result, again!.done_on]).toEqual(['', null]);
	});
});
