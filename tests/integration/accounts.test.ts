import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptInvitation, readInvitation, sendInvitationCode } from '#server/accounts/invitation.ts';
import { addAccount, setAccount } from '#server/accounts/change-account.ts';
import { claim } from '#server/accounts/claim.ts';
import { sendCode, verifyCode, verifyLink } from '#server/accounts/codes.ts';
import { demoAccounts } from '#server/accounts/demo-accounts.ts';
import { createFirstAdmin } from '#server/accounts/first-run.ts';
import { listMails } from '#server/accounts/list-mails.ts';
import { listPeople } from '#server/accounts/list-people.ts';
import { needsFirstRun } from '#server/accounts/needs-first-run.ts';
import { changePassword, choosePassword } from '#server/accounts/password.ts';
import { signIn } from '#server/accounts/sign-in.ts';
import { signOut } from '#server/accounts/sign-out.ts';
import { memoryClient } from '#server/backend/index.ts';
import type { Context } from '#server/context.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { readTeam } from '#server/team/read-team.ts';
import { invite } from '#server/team/invite.ts';
import { makeStore, type TestStore } from '../fixtures/store.ts';

const slug = 'eure-et-loir';
let store: TestStore;
let tries = 0;
/** Each try from an address of its own: what is counted here is tested apart. */
const address = () => `192.0.2.${++tries}`;

/** Somebody in front of a browser, not signed in yet. */
async function visitor(): Promise<Context> {
	const someone = await store.as('etranger');
	return { ...someone, client: memoryClient(store.backend), userId: null, person: null };
}

/** The latest mail to an address, as it was written to the outbox. */
async function lastMail(to: string): Promise<{ kind: string; data: Record<string, string> }> {
	const [mail] = await store.sql<{ kind: string; data: Record<string, string> }[]>`
		select kind, data from private.mails where to_email = ${to} order by created_at desc limit 1`;
	if (!mail) throw new Error(`no mail to ${to}`);
	return mail;
}
const codeOf = (mail: { data: Record<string, string> }) =>
	/<strong>(\d{6})<\/strong>/.exec(mail.data.html ?? '')![1]!;
const who = async (ctx: Context) => (await ctx.client.rpc('who_am_i')).data as { email: string } | null;
const refusal = (code: string) => expect.objectContaining({ code });

beforeAll(async () => {
	store = await makeStore();
});
afterAll(() => store?.close());

describe('coming in', () => {
	it('by e-mail and password', async () => {
		const ctx = await visitor();
		await signIn(ctx, { email: 'copil@demo.test', password: 'jalon-demo' }, address());
		expect(await who(ctx)).toMatchObject({ email: 'copil@demo.test' });
	});

	it('not with a wrong password, and an unknown address is told the same', async () => {
		const ctx = await visitor();
		for (const email of ['copil@demo.test', 'nobody@demo.test'])
			await expect(signIn(ctx, { email, password: 'not-this-one' }, address())).rejects.toEqual(
				refusal('wrong_credentials')
			);
		expect(await who(ctx)).toBeNull();
	});

	it('not after five wrong passwords from one place, not even with the right one; from another place yes', async () => {
		const ctx = await visitor();
		const here = address();
		const email = 'observateur@demo.test';
		for (let i = 0; i < 5; i++)
			await expect(signIn(ctx, { email, password: 'wrong' }, here)).rejects.toEqual(
				refusal('wrong_credentials')
			);
		await expect(signIn(ctx, { email, password: 'jalon-demo' }, here)).rejects.toMatchObject({
			code: 'too_many_attempts',
			status: 429,
			detail: { minutes: 15 }
		});
		await signIn(ctx, { email, password: 'jalon-demo' }, address());
		expect(await who(ctx)).toMatchObject({ email });
	});

	it('as often as one likes with the right password', async () => {
		const here = address();
		for (let i = 0; i < 7; i++)
			await signIn(await visitor(), { email: 'copil2@demo.test', password: 'jalon-demo' }, here);
	});

	it('with a code by mail, once', async () => {
		const caller = { email: 'consultant@demo.test', address: address() };
		const ctx = await visitor();
		await sendCode(ctx, caller, 'sign-in');
		const code = codeOf(await lastMail(caller.email));
		const wrong = code === '000000' ? '000001' : '000000';
		await expect(verifyCode(ctx, caller, wrong, 'sign-in')).rejects.toMatchObject({
			code: 'wrong_code',
			detail: { field: 'code' }
		});
		expect(await who(ctx)).toBeNull();
		await verifyCode(ctx, caller, code, 'sign-in');
		await claim(ctx);
		expect(await who(ctx)).toMatchObject({ email: caller.email });
		await expect(verifyCode(await visitor(), caller, code, 'sign-in')).rejects.toEqual(
			refusal('wrong_code')
		);
	});

	it('nobody is sent a code at an unknown address, and the answer is the same', async () => {
		const caller = { email: 'unknown@demo.test', address: address() };
		await sendCode(await visitor(), caller, 'sign-in');
		await sendCode(await visitor(), caller, 'recovery');
		await expect(lastMail(caller.email)).rejects.toThrow('no mail');
		expect(await store.sql`select from auth.users where email = ${caller.email}`).toHaveLength(0);
	});

	it('with the link of the mail, and the new password that comes with it', async () => {
		const caller = { email: 'copil3@demo.test', address: address() };
		await sendCode(await visitor(), caller, 'recovery');
		const mail = await lastMail(caller.email);
		const hash = /token_hash=([^&"]+)/.exec(mail.data.html ?? '')![1]!;
		const ctx = await visitor();
		await verifyLink(ctx, hash, 'recovery', address());
		await claim(ctx);
		await choosePassword(ctx, 'a short sentence');
		const again = await visitor();
		await signIn(again, { email: caller.email, password: 'a short sentence' }, address());
		expect(await who(again)).toMatchObject({ email: caller.email });
		await expect(verifyLink(await visitor(), hash, 'recovery', address())).rejects.toEqual(
			refusal('link_expired')
		);
	});
});

describe('an invitation', () => {
	const email = 'new.member@example.test';

	it('opens the mission to whoever proves the mailbox, and to nobody before', async () => {
		const manager = await store.as('chef-de-projet');
		const mission = await readMission(manager, slug);
		const client = (await readTeam(manager, mission)).organisations[0]!;
		await invite(manager, mission.id, {
			email,
			fullName: 'Nouvelle Personne',
			organisation: client.id,
			role: 'committee_member'
		});
		const token = (await lastMail(email)).data.token!;
		const guest = await visitor();
		expect(await readInvitation(guest, token, address())).toMatchObject({
			email,
			mission: mission.shortTitle,
			invitedBy: 'Camille Renaud',
			state: 'open',
			hasAccount: false
		});
		await expect(readInvitation(guest, 'not-a-token', address())).rejects.toEqual(refusal('not_found'));

		await sendInvitationCode(guest, { token }, address());
		const code = codeOf(await lastMail(email));
		await expect(acceptInvitation(guest, { token, code }, address())).rejects.toMatchObject({
			code: 'password_too_short',
			detail: { field: 'password' }
		});
		await expect(readMission(guest, slug)).rejects.toBeDefined();
		await acceptInvitation(guest, { token, code, password: 'a short sentence' }, address());
		expect((await readMission(guest, slug)).roles).toEqual(['committee_member']);

		const again = await visitor();
		await signIn(again, { email, password: 'a short sentence' }, address());
		expect((await readMission(again, slug)).roles).toEqual(['committee_member']);
		expect((await readInvitation(again, token, address()))?.state).toBe('accepted');
		await expect(sendInvitationCode(again, { token }, address())).rejects.toEqual(
			refusal('link_expired')
		);
	});

	it('sent again makes the former link useless', async () => {
		const admin = await store.as('admin');
		const other = 'waits@example.test';
		await addAccount(admin, { email: other, fullName: 'En Attente' });
		const first = (await lastMail(other)).data.token!;
		await addAccount(admin, { email: other, fullName: 'En Attente' });
		const second = (await lastMail(other)).data.token!;
		const guest = await visitor();
		expect((await readInvitation(guest, first, address()))?.state).toBe('revoked');
		expect((await readInvitation(guest, second, address()))?.state).toBe('open');
		await store.sql`update public.invitations set expires_at = now() - interval '1 minute' where accepted_at is null`;
		expect((await readInvitation(guest, second, address()))?.state).toBe('expired');
	});

	it('keeps the store a demonstration: its mails can still be read in it', async () => {
		const admin = await store.as('admin');
		expect(await demoAccounts(store.backend)).toHaveLength(10);
		const mails = await listMails(admin);
		expect(mails.find((mail) => mail.to === email)?.content?.text).toMatch(/\d{6}/);
	});
});

describe('accounts', () => {
	it('are the administrator’s alone', async () => {
		const manager = await store.as('chef-de-projet');
		await expect(listPeople(manager)).rejects.toEqual(refusal('not_found'));
		await expect(listMails(manager)).rejects.toEqual(refusal('not_found'));
		const { error } = await manager.client.rpc('list_mails', {});
		expect(error).toMatchObject({ details: 'not_allowed' });
	});

	it('a closed one is out at once, with its session still open, and cannot come back', async () => {
		const admin = await store.as('admin');
		const consultant = await store.as('consultant');
		expect((await readMission(consultant, slug)).slug).toBe(slug);
		const account = (await listPeople(admin)).find((x) => x.email === 'consultant@demo.test')!;
		await setAccount(admin, { person: account.id, disabled: true });

		await expect(readMission(consultant, slug)).rejects.toEqual(refusal('not_found'));
		expect((await consultant.client.from('people').select('id')).data).toEqual([]);
		const ctx = await visitor();
		await expect(
			signIn(ctx, { email: 'consultant@demo.test', password: 'jalon-demo' }, address())
		).rejects.toEqual(refusal('account_closed'));
		expect((await ctx.client.auth.getSession()).data.session).toBeNull();

		await setAccount(admin, { person: account.id, disabled: false });
		expect((await readMission(consultant, slug)).slug).toBe(slug);
	});

	it('nobody closes their own', async () => {
		const admin = await store.as('admin');
		await expect(setAccount(admin, { person: admin.person!.id, disabled: true })).rejects.toEqual(
			refusal('not_yourself')
		);
	});
});

describe('going out', () => {
	it('everywhere ends the other session too; here alone leaves it', async () => {
		const [laptop, phone, tablet] = [
			await store.as('copil2'),
			await store.as('copil2'),
			await store.as('copil2')
		];
		await signOut(tablet, false);
		expect((await phone.client.auth.getClaims()).data?.claims.sub).toBe(phone.userId);
		await signOut(laptop, true);
		expect((await phone.client.auth.getClaims()).data).toBeNull();
		expect((await phone.client.auth.refreshSession()).error).not.toBeNull();
	});

	it('a changed password asks for the present one and ends the other sessions', async () => {
		const [here, elsewhere] = [await store.as('observateur'), await store.as('observateur')];
		const change = { current: 'jalon-demo', password: 'another sentence' };
		await expect(changePassword(here, { ...change, current: 'no' }, address())).rejects.toMatchObject({
			code: 'wrong_password',
			detail: { field: 'currentPassword' }
		});
		await changePassword(here, change, address());
		expect(await who(here)).toMatchObject({ email: 'observateur@demo.test' });
		expect((await elsewhere.client.auth.getClaims()).data).toBeNull();
		await expect(store.as('observateur')).rejects.toBeDefined();
		await expect(store.as('observateur', change.password)).resolves.toBeDefined();
	});
});

describe('an empty store', () => {
	it('gives itself one first administrator, once', async () => {
		const empty = await makeStore('empty');
		try {
			const base = await visitor();
			const ctx: Context = {
				...base,
				backend: empty.backend,
				client: memoryClient(empty.backend),
				settings: { ...base.settings, demo: 'off' }
			};
			expect(await needsFirstRun(ctx)).toBe(true);
			expect(await needsFirstRun({ ...ctx, settings: { ...ctx.settings, demo: 'auto' } })).toBe(false);
			const first = { email: 'first@example.test', fullName: 'Première', password: 'a short sentence' };
			await createFirstAdmin(ctx, first, address());
			expect(await who(ctx)).toMatchObject({ email: first.email, isAdmin: true });
			expect(await needsFirstRun(ctx)).toBe(false);
			await expect(
				createFirstAdmin(ctx, { ...first, email: 'second@example.test' }, address())
			).rejects.toEqual(refusal('not_found'));
			expect(await demoAccounts(empty.backend)).toEqual([]);
		} finally {
			await empty.close();
		}
	});
});
