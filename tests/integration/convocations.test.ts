import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMailer, type Mailer } from '#server/mail/mailer.ts';
import { moveMeeting } from '#server/meetings/move-meeting.ts';
import { readAnswers, readReplyPage, replyByLink, replyToMeeting } from '#server/meetings/replies.ts';
import { saveAgenda } from '#server/meetings/save-agenda.ts';
import { saveAttendance } from '#server/meetings/save-attendance.ts';
import { saveDetails } from '#server/meetings/save-details.ts';
import { all, checkIcs, events, one, textOf, type Component } from './ics-support.ts';
import {
	as,
	closeStore,
	code,
	openStore,
	plan,
	point,
	read,
	refused,
	slug,
	store,
	to
} from './meetings-support.ts';
import { openPostOffice, type Received } from './smtp-support.ts';

let office: Awaited<ReturnType<typeof openPostOffice>>;
let mailer: Mailer;
const manager = () => as['chef-de-projet'];
const from = '127.0.0.9';

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

/** Lets everything that waits leave, and gives what the mail server got. */
async function sent(): Promise<Received[]> {
	while ((await mailer.round()) > 0);
	return office.take();
}

const calendarOf = (mail: Received): Component => {
	const part = mail.parts.find((p) => p.type.startsWith('text/calendar'));
	expect(part, 'a part of type text/calendar').toBeDefined();
	const calendar = checkIcs(part!.body);
	// RFC 6047, 2.4: the method is said of the part too.
	expect(part!.type).toContain(`method=${one(calendar, 'METHOD').value}`);
	return calendar;
};
const eventOf = (mail: Received) => events(calendarOf(mail))[0]!;
const textPart = (mail: Received) => mail.parts.find((p) => p.type.startsWith('text/plain'))!.body;
const tokenIn = (mail: Received) =>
	/https:\/\/jalon\.test\/reply\/([0-9a-f]{64})\b/.exec(textPart(mail))![1]!;
const value = (event: Component, name: string) => one(event, name).value;
const details = async (meeting: string, change: object) => {
	const m = await read('chef-de-projet', meeting);
	const { title, heldOn, startsAt, endsAt, place } = m;
	await saveDetails(manager(), m.id, m.sections.details, {
		title,
		heldOn,
		startsAt,
		endsAt,
		place,
		...change
	});
};

/** A meeting of the project's two leads, convened; the mails it sent. */
async function convened(heldOn = '2019-12-12') {
	const made = await plan(heldOn, 'project');
	const m = await read('chef-de-projet', made);
	await saveAgenda(manager(), m.id, m.sections.agenda, [
		point('Avancement ; risques, délais'),
		point('Livrables')
	]);
	await to(made, 'convened');
	return { made, id: m.id, mails: await sent() };
}
const person = (mails: Received[], email: string) => mails.find((mail) => mail.to.includes(email))!;
const answers = async (meeting: string) =>
	(await readAnswers(manager(), slug, meeting)).replies.map(({ answer, alternate, way, before }) => ({
		answer,
		alternate,
		way,
		before
	}));
const everything = async (meeting: string) =>
	JSON.stringify(
		await store.sql`select to_jsonb(m) as m, (select jsonb_agg(to_jsonb(r)) from public.meeting_replies r where r.meeting_id = m.id) as r,
		(select jsonb_agg(to_jsonb(l) order by l.token_sha256) from private.reply_links l where l.meeting_id = m.id) as l, (select count(*) from public.journal) as j
		from public.meetings m where m.id = ${meeting}`
	);

describe('a convocation', () => {
	it('reaches each person on the list with an invitation of their own, and is kept as it left', async () => {
		const { made, id, mails } = await convened();
		const list = (await read('chef-de-projet', made)).attendance.filter((a) => a.personId);
		expect(mails.length).toBe(list.length);
		expect(list.length).toBeGreaterThan(1);
		const secrets = new Set(mails.map(tokenIn));
		expect(secrets.size).toBe(mails.length);
		for (const mail of mails) {
			const event = eventOf(mail);
			expect(value(event, 'UID')).toBe(`meeting-${id}@jalon`);
			expect(value(event, 'SEQUENCE')).toBe('0');
			expect(value(event, 'ATTENDEE')).toBe(`mailto:${mail.to[0]}`);
			expect(one(event, 'ORGANIZER')).toMatchObject({
				value: 'mailto:chef-de-projet@demo.test',
				params: { 'SENT-BY': 'mailto:jalon@envoi.test' }
			});
			expect(one(event, 'DTSTART')).toMatchObject({
				value: '20191212T140000',
				params: { TZID: 'Europe/Paris' }
			});
			const text = textOf(value(event, 'DESCRIPTION'));
			expect(text).toContain('1. Avancement ; risques, délais\n2. Livrables');
			expect(text).toContain(`https://jalon.test/missions/${slug}/meetings/${made}`);
			// The secret is for who reads the mail, not for who reads the calendar.
			expect(text).not.toContain('/reply/');
			expect(mail.headers).toMatch(/^Reply-To: chef-de-projet@demo\.test/im);
			expect(mail.parts.some((p) => /filename="?invitation\.ics/.test(p.headers))).toBe(true);
		}
		const kept =
			await store.sql`select calendar, data from private.mails where data ->> 'code' = ${made}`;
		for (const row of kept) {
			expect(row.data).not.toHaveProperty('token');
			expect(mails.map((m) => m.parts.find((p) => p.type.startsWith('text/calendar'))!.body)).toContain(
				row.calendar
			);
		}
		const [dump] =
			await store.sql`select string_agg(t::text, '') as all from (select to_jsonb(l)::text as t from private.reply_links l
			union all select to_jsonb(m)::text from private.mails m union all select to_jsonb(j)::text from public.journal j) x`;
		for (const secret of secrets) expect(dump!.all).not.toContain(secret);
	});

	it('is updated under the same name with a higher number, whatever changed; a cancellation takes it away', async () => {
		const { made, id, mails } = await convened();
		await details(made, { heldOn: '2019-12-13' });
		const moved = await sent();
		await details(made, { title: 'Séance de rentrée', endsAt: '16:00' });
		const renamed = await sent();
		await to(made, 'cancelled');
		const gone = await sent();
		for (const [n, batch] of [mails, moved, renamed, gone].entries()) {
			expect(batch.length).toBe(mails.length);
			for (const mail of batch) {
				expect(value(eventOf(mail), 'UID')).toBe(`meeting-${id}@jalon`);
				expect(value(eventOf(mail), 'SEQUENCE')).toBe(String(n));
				expect(value(eventOf(mail), 'ORGANIZER')).toBe('mailto:chef-de-projet@demo.test');
			}
		}
		expect(value(eventOf(moved[0]!), 'DTSTART')).toBe('20191213T140000');
		expect(moved[0]!.headers).not.toMatch(/convocation,/);
		expect(value(eventOf(renamed[0]!), 'DTEND')).toBe('20191213T160000');
		expect(textOf(value(eventOf(renamed[0]!), 'SUMMARY'))).toContain('Séance de rentrée');
		expect(one(calendarOf(gone[0]!), 'METHOD').value).toBe('CANCEL');
		expect(value(eventOf(gone[0]!), 'STATUS')).toBe('CANCELLED');
		expect(textPart(gone[0]!)).not.toContain('/reply/');
	});

	it('without an hour is a day; and goes to whoever comes on the list, and away from whoever leaves it', async () => {
		const { made, id } = await convened();
		await details(made, { startsAt: '', endsAt: '' });
		const [daily] = await sent();
		expect(one(eventOf(daily!), 'DTSTART')).toMatchObject({
			value: '20191212',
			params: { VALUE: 'DATE' }
		});
		const m = await read('chef-de-projet', made);
		const [observer] =
			await store.sql`select id, full_name as name from public.people where email = 'observateur@demo.test'`;
		const added = {
			personId: observer!.id as string,
			name: observer!.name as string,
			organisation: '',
			functionTitle: ''
		};
		await saveAttendance(manager(), m.id, m.sections.attendance, [
			...m.attendance,
			{ ...added, status: 'expected', representedBy: '' }
		]);
		const welcome = await sent();
		expect(welcome.map((mail) => mail.to[0])).toEqual(['observateur@demo.test']);
		expect(value(eventOf(welcome[0]!), 'UID')).toBe(`meeting-${id}@jalon`);
		const again = await read('chef-de-projet', made);
		await saveAttendance(manager(), m.id, again.sections.attendance, m.attendance);
		const [away] = await sent();
		expect(away!.to).toEqual(['observateur@demo.test']);
		expect(one(calendarOf(away!), 'METHOD').value).toBe('CANCEL');
		// The meeting itself goes on (RFC 5546, 3.2.5).
		expect(all(eventOf(away!), 'STATUS')).toEqual([]);
		const token = tokenIn(welcome[0]!);
		expect(await readReplyPage(manager(), token, from)).toMatchObject({ open: false, over: 'removed' });
		expect(await code(replyByLink(manager(), token, { answer: 'yes', alternate: '' }, from))).toBe(
			'reply_closed'
		);
	});
});

describe('a reply by the link of the mail', () => {
	it('needs no session, replaces the one before and leaves its trace; opening the link changes nothing', async () => {
		const { made, id, mails } = await convened();
		const mail = person(mails, 'consultant-chef@demo.test');
		const token = tokenIn(mail);
		const before = await everything(id);
		const page = await readReplyPage(manager(), token, from);
		expect(page).toMatchObject({
			code: made,
			open: true,
			reply: null,
			agenda: ['Avancement ; risques, délais', 'Livrables']
		});
		expect(await everything(id)).toBe(before);
		const give = (answer: 'yes' | 'no' | 'alternate', alternate = '') =>
			replyByLink(manager(), token, { answer, alternate }, from);
		const line = async () =>
			(await read('chef-de-projet', made)).attendance.find((a) => a.name === page.name)!;
		const version = (await read('chef-de-projet', made)).version;
		await give('no');
		expect(await line()).toMatchObject({ status: 'excused' });
		expect((await refused(give('alternate', '  '))).detail).toMatchObject({ field: 'alternate' });
		await give('alternate', 'Paul Petit, juriste');
		await give('alternate', 'Paul Petit, juriste');
		expect(await line()).toMatchObject({ status: 'represented', representedBy: 'Paul Petit, juriste' });
		expect(await answers(made)).toEqual([
			{ answer: 'alternate', alternate: 'Paul Petit, juriste', way: 'link', before: false }
		]);
		await give('yes');
		expect(await line()).toMatchObject({ status: 'expected', representedBy: '' });
		const trace =
			await store.sql`select detail, person_id, audience from public.journal where event = 'meeting_replied' and subject = ${made} order by number`;
		expect(
			trace.map((t) => [t.detail.answer, t.detail.instead ?? null, t.detail.way, t.audience])
		).toEqual([
			['no', null, 'link', 'client'],
			['alternate', 'no', 'link', 'client'],
			['yes', 'alternate', 'link', 'client']
		]);
		// Forty people reply while the project manager is about to open the session.
		expect((await read('chef-de-projet', made)).version).toBe(version);
	});

	it('given for another day is not an answer for this one', async () => {
		const { made, mails } = await convened();
		const mail = person(mails, 'consultant-chef@demo.test');
		await replyByLink(manager(), tokenIn(mail), { answer: 'no', alternate: '' }, from);
		await details(made, { heldOn: '2019-12-16' });
		await sent();
		expect(await answers(made)).toEqual([{ answer: 'no', alternate: null, way: 'link', before: true }]);
		const page = await readReplyPage(manager(), tokenIn(mail), from);
		expect(page).toMatchObject({
			heldOn: '2019-12-16',
			open: true,
			reply: { answer: 'no', before: true }
		});
		const line = (await read('chef-de-projet', made)).attendance.find((a) => a.name === page.name);
		expect(line).toMatchObject({ status: 'expected' });
		// The former mail's link still answers, for the new day.
		await replyByLink(manager(), tokenIn(mail), { answer: 'no', alternate: '' }, from);
		expect(await answers(made)).toEqual([{ answer: 'no', alternate: null, way: 'link', before: false }]);
	});

	it('ends with the meeting, and leads nowhere for a secret nobody was sent or a person who left', async () => {
		const { made, mails } = await convened('2019-12-02');
		const mail = person(mails, 'consultant-chef@demo.test');
		expect(await code(readReplyPage(manager(), '0'.repeat(64), from))).toBe('not_found');
		expect(await code(readReplyPage(manager(), "' or true", from))).toBe('not_found');
		await to(made, 'in_session');
		expect(await readReplyPage(manager(), tokenIn(mail), from)).toMatchObject({
			open: false,
			over: 'past'
		});
		expect(
			await code(replyByLink(manager(), tokenIn(mail), { answer: 'yes', alternate: '' }, from))
		).toBe('reply_closed');
		const other = await convened();
		const theirs = tokenIn(person(other.mails, 'consultant-chef@demo.test'));
		await store.sql`update public.people set disabled_at = now() where email = 'consultant-chef@demo.test'`;
		expect(await code(readReplyPage(manager(), theirs, from))).toBe('not_found');
		expect(await code(replyByLink(manager(), theirs, { answer: 'yes', alternate: '' }, from))).toBe(
			'not_found'
		);
		await store.sql`update public.people set disabled_at = null where email = 'consultant-chef@demo.test'`;
		await to(other.made, 'cancelled');
		expect(await readReplyPage(manager(), theirs, from)).toMatchObject({
			open: false,
			over: 'cancelled'
		});
		await sent();
	});

	it('is stopped when somebody tries secrets', async () => {
		const address = '127.0.0.77';
		const found = new Set<string>();
		for (let n = 0; n < 32; n++)
			found.add(await code(readReplyPage(manager(), String(n).padStart(64, '0'), address)));
		expect([...found]).toEqual(['not_found', 'too_many_attempts']);
	});
});

describe('a reply on the page', () => {
	it('is for those on the list; the client reads all, the others their own, and who keeps the minutes all', async () => {
		const { made, id } = await convened();
		const m = await read('chef-de-projet', made);
		const lead = m.attendance.find((a) => a.personId === as['consultant-chef'].person!.id);
		expect(lead).toBeDefined();
		await replyToMeeting(as['consultant-chef'], id, { answer: 'yes', alternate: '' });
		await replyToMeeting(manager(), id, { answer: 'alternate', alternate: 'Luc Martin' });
		expect(await code(replyToMeeting(as.observateur, id, { answer: 'yes', alternate: '' }))).toBe(
			'not_allowed'
		);
		expect(await code(replyToMeeting(as.etranger, id, { answer: 'yes', alternate: '' }))).toBe(
			'not_found'
		);
		const seen = async (who: Parameters<typeof read>[0]) => {
			const { replies, prepares } = await readAnswers(as[who], slug, made);
			return [replies.length, prepares];
		};
		expect(await seen('chef-de-projet')).toEqual([2, true]);
		expect(await seen('copil')).toEqual([2, true]);
		expect(await seen('consultant-chef')).toEqual([1, false]);
		expect(await seen('consultant')).toEqual([0, false]);
		expect(await code(readAnswers(as.etranger, slug, made))).toBe('not_found');
		await store.sql`insert into public.committee_members (committee_id, mission_id, person_id, capacity, starts_on)
			select committee_id, mission_id, ${as.consultant.person!.id}, 'secretary', '2019-11-01' from public.meetings where id = ${id}`;
		expect(await seen('consultant')).toEqual([2, true]);
		await sent();
	});
});

describe('convening later than agreed', () => {
	it('asks for a reason, which the journal keeps, by whichever way it is done; where nothing was agreed it asks nothing', async () => {
		const made = await plan('2019-12-06');
		const m = await read('chef-de-projet', made);
		expect((await readAnswers(manager(), slug, made)).days).toBeNull();
		await store.sql`update public.committees c set detail = detail || '{"convening":{"days":8}}' where c.id = (select committee_id from public.meetings where id = ${m.id})`;
		expect((await readAnswers(manager(), slug, made)).days).toBe(8);
		const refusal = await refused(moveMeeting(manager(), m.id, m.version, 'convened'));
		expect([refusal.code, refusal.detail]).toEqual(['convened_late', { field: 'reason', days: 8 }]);
		const { error } = await manager().client.rpc('move_meeting', {
			meeting: m.id,
			read_version: m.version,
			to_state: 'convened',
			reason: 'Par l’autre porte'
		});
		expect(error).toMatchObject({ details: 'convened_late' });
		await moveMeeting(manager(), m.id, m.version, 'convened', 'Date fixée hier avec le maire.');
		const [line] =
			await store.sql`select detail from public.journal where event = 'meeting_convened' and subject = ${made}`;
		expect(line!.detail).toMatchObject({ reason: 'Date fixée hier avec le maire.' });
		const inTime = await plan('2019-12-20');
		await to(inTime, 'convened');
		await sent();
	});
});
