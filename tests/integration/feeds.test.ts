import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setAccount } from '#server/accounts/change-account.ts';
import { listCalendarLinks, makeCalendarLink, revokeCalendarLink } from '#server/feeds/links.ts';
import { readFeed } from '#server/feeds/read-feed.ts';
import { saveDetails } from '#server/meetings/save-details.ts';
import { all, checkIcs, events, one, textOf } from './ics-support.ts';
import {
	as,
	closeStore,
	code,
	openStore,
	plan,
	read,
	slug,
	store,
	to,
	type Who
} from './meetings-support.ts';

beforeAll(openStore);
afterAll(closeStore);

const from = '127.0.0.9';
const secretOf = (address: string) => /\/calendar\/([0-9a-f]{64})\.ics$/.exec(address)![1]!;
const make = async (
	who: Who,
	what: Parameters<typeof makeCalendarLink>[1] = {},
	locale: 'fr' | 'en' = 'fr'
) => secretOf(await makeCalendarLink(as[who], what, locale));
/** As whoever holds the link asks: without a session of anybody. */
const fetched = (secret: string) =>
	readFeed({ backend: store.backend, settings: store.settings }, secret, from);
const titles = async (secret: string) =>
	events(checkIcs((await fetched(secret)).text)).map((event) => textOf(one(event, 'SUMMARY').value));

describe('a calendar to subscribe to', () => {
	it('holds meetings, what one’s own side owes, deliverables due and milestones, and nothing the other side prepares', async () => {
		const draft = await plan('2019-12-19');
		const told = await plan('2019-12-18', 'project');
		await to(told, 'convened');
		const [client, contractor] = [await make('chef-de-projet'), await make('consultant')];
		const [ours, theirs] = [await fetched(client), await fetched(contractor)];
		const calendar = checkIcs(ours.text);
		// A calendar that is published asks nobody anything (RFC 5546 has a method for that, and wants an organiser).
		expect(all(calendar, 'METHOD')).toEqual([]);
		const byUid = new Map(events(calendar).map((event) => [one(event, 'UID').value, event]));
		const id = async (of: string) => (await read('chef-de-projet', of)).id;
		expect(one(byUid.get(`meeting-${await id(draft)}@jalon`)!, 'STATUS').value).toBe('TENTATIVE');
		const meeting = byUid.get(`meeting-${await id(told)}@jalon`)!;
		expect(one(meeting, 'STATUS').value).toBe('CONFIRMED');
		expect(one(meeting, 'DTSTART')).toMatchObject({
			value: '20191218T140000',
			params: { TZID: 'Europe/Paris' }
		});
		expect(theirs.text).toContain(`meeting-${await id(told)}@jalon`);
		expect(theirs.text).not.toContain(await id(draft));
		const owners = async (text: string) => {
			const ids = [...text.replace(/\r\n /g, '').matchAll(/UID:obligation-([0-9a-f-]{36})@jalon/g)].map(
				(m) => m[1]!
			);
			const rows =
				await store.sql`select distinct owner from public.obligations where id = any(${ids}::uuid[]) order by 1`;
			return [ids.length > 0, rows.map((r) => r.owner)];
		};
		const [owedByClient] =
			await store.sql`select count(*)::int as n from public.obligations where owner in ('client', 'both')
			and source = 'obligation' and ended_at is null and due_on >= '2019-11-15' and standing = 'open'`;
		expect(await owners(theirs.text)).toEqual([true, expect.not.arrayContaining(['client'])]);
		if (owedByClient!.n > 0) expect((await owners(ours.text))[0]).toBe(true);
		expect((await owners(ours.text))[1]).not.toContain('contractor');
		for (const text of [ours.text, theirs.text]) {
			expect(text).toMatch(/UID:milestone-/);
			expect(text).toMatch(/UID:deliverable-/);
			// A deadline takes nobody's time.
			for (const event of events(checkIcs(text)))
				if (!one(event, 'UID').value.startsWith('meeting-'))
					expect(one(event, 'TRANSP').value).toBe('TRANSPARENT');
		}
	});

	it('says the same until something changes, and since when', async () => {
		const secret = await make('observateur', { slug }, 'en');
		const first = await fetched(secret);
		expect(first.text).toContain('X-WR-CALNAME:Jalon\\, ');
		expect(await fetched(secret)).toEqual(first);
		const [meeting] =
			await store.sql`select code from public.meetings where state = 'convened' and held_on > '2019-12-02' limit 1`;
		const m = await read('chef-de-projet', meeting!.code);
		const { title, heldOn, startsAt, endsAt } = m;
		await saveDetails(as['chef-de-projet'], m.id, m.sections.details, {
			title,
			heldOn,
			startsAt,
			endsAt,
			place: 'Salle du conseil'
		});
		const second = await fetched(secret);
		expect(second.etag).not.toBe(first.etag);
		expect(second.since.getTime()).toBeGreaterThan(first.since.getTime());
		expect(second.text).toContain('LOCATION:Salle du conseil');
		const event = events(checkIcs(second.text)).find(
			(e) => one(e, 'UID').value === `meeting-${m.id}@jalon`
		)!;
		expect(Number(one(event, 'SEQUENCE').value)).toBeGreaterThan(0);
	});

	it('is found by its secret alone, of which the store keeps the SHA-256', async () => {
		const secret = await make('copil');
		expect(secret).toMatch(/^[0-9a-f]{64}$/);
		const [dump] =
			await store.sql`select string_agg(to_jsonb(l)::text, '') as all from private.calendar_links l`;
		expect(dump!.all).not.toContain(secret);
		expect(await code(fetched('0'.repeat(64)))).toBe('not_found');
		expect(await code(fetched(dump!.all.match(/"token_sha256": "([0-9a-f]{64})"/)[1]))).toBe('not_found');
		for (const who of ['copil', 'chef-de-projet'] as const)
			expect((await as[who].client.from('calendar_links' as never).select('*')).error).not.toBeNull();
	});

	it('leaves nothing of its person behind on the connection', async () => {
		const secret = await make('copil');
		await Promise.all(Array.from({ length: 12 }, () => fetched(secret)));
		const pages = await Promise.all(
			Array.from({ length: 12 }, () => store.backend.door!.needsFirstAdmin())
		);
		expect(new Set(pages)).toEqual(new Set([false]));
		expect(await code(read('etranger', 'E-COTECH-02'))).toBe('not_found');
		expect((await store.anonymous().rpc('calendar_rows')).error).not.toBeNull();
	});
});

describe('a link ends', () => {
	it('when it is revoked, by its person alone; renewed, it is another', async () => {
		const former = await make('chef-de-projet', { slug });
		const mine = await listCalendarLinks(as['chef-de-projet']);
		const link = mine.find((l) => l.slug === slug)!;
		expect(link).toMatchObject({ readAt: null, ended: false });
		expect(await code(revokeCalendarLink(as.copil, link.id))).toBe('not_found');
		expect(await code(makeCalendarLink(as.copil, { insteadOf: link.id }, 'fr'))).toBe('not_found');
		await fetched(former);
		expect(
			(await listCalendarLinks(as['chef-de-projet'])).find((l) => l.id === link.id)?.readAt
		).not.toBeNull();
		const renewed = await make('chef-de-projet', { insteadOf: link.id });
		expect(await code(fetched(former))).toBe('not_found');
		expect((await titles(renewed)).length).toBeGreaterThan(0);
		const now = (await listCalendarLinks(as['chef-de-projet'])).find((l) => l.slug === slug)!;
		expect(now.id).not.toBe(link.id);
		await revokeCalendarLink(as['chef-de-projet'], now.id);
		expect(await code(fetched(renewed))).toBe('not_found');
		expect(await code(revokeCalendarLink(as['chef-de-projet'], now.id))).toBe('not_found');
	});

	it('with the membership, and its person’s rights are those of each reading', async () => {
		const [one, every] = [await make('consultant', { slug }), await make('consultant')];
		expect((await titles(one)).length).toBeGreaterThan(0);
		await store.sql`update public.memberships set ends_on = '2019-11-30' where person_id = ${as.consultant.person!.id}`;
		expect(await code(fetched(one))).toBe('not_found');
		expect(await code(fetched(every))).toBe('not_found');
		expect((await listCalendarLinks(as.consultant)).find((l) => l.slug === slug)).toMatchObject({
			ended: true
		});
		expect(await code(makeCalendarLink(as.consultant, { slug }, 'fr'))).toBe('not_found');
		await store.sql`update public.memberships set ends_on = null where person_id = ${as.consultant.person!.id}`;
		expect((await titles(one)).length).toBeGreaterThan(0);
	});

	it('for good when the account is closed, also when it is opened again', async () => {
		const secret = await make('observateur');
		await fetched(secret);
		const admin = await store.as('admin');
		const person = as.observateur.person!.id;
		await setAccount(admin, { person, disabled: true });
		expect(await code(fetched(secret))).toBe('not_found');
		await setAccount(admin, { person, disabled: false });
		expect(await code(fetched(secret))).toBe('not_found');
	});

	it('and nobody has more than twenty, nor one of a mission that is not theirs', async () => {
		expect(await code(makeCalendarLink(as.etranger, { slug }, 'fr'))).toBe('not_found');
		for (let n = 0; n < 20; n++) await makeCalendarLink(as.etranger, {}, 'fr');
		expect(await code(makeCalendarLink(as.etranger, {}, 'fr'))).toBe('too_many_feeds');
		const secret = await make('copil', { slug });
		const found = new Set<string>();
		for (let n = 0; n < 62; n++)
			found.add(
				await fetched(secret).then(
					() => 'ok',
					(e: { code: string }) => e.code
				)
			);
		expect([...found]).toEqual(['ok', 'too_many_attempts']);
	});
});
