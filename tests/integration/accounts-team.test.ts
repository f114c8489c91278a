import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#core/calendar/days.ts';
import type { Member, Team } from '#core/team/arrange.ts';
import type { Context } from '#server/context.ts';
import { readMission, type MissionContext } from '#server/missions/read-mission.ts';
import { changeRole, removeMember, replaceMember } from '#server/team/change-member.ts';
import { delegate, revokeDelegation } from '#server/team/delegate.ts';
import { editOrganisation } from '#server/team/edit-organisation.ts';
import { invite, inviteAgain } from '#server/team/invite.ts';
import { readTeam } from '#server/team/read-team.ts';
import { makeStore, type TestStore } from '../fixtures/store.ts';

const slug = 'eure-et-loir';
let store: TestStore;
let manager: Context;
let mission: MissionContext;

const refusal = (code: string) => expect.objectContaining({ code });
const team = async (ctx = manager): Promise<Team> => readTeam(ctx, await readMission(ctx, slug));
const all = (t: Team) => [...t.organisations.flatMap((o) => o.members), ...t.former];
const find = async (email: string): Promise<Member> =>
	all(await team()).find((x) => x.email === `${email}@demo.test`)!;
const move = async (day: string) => {
	const { error } = await manager.client.rpc('move_clock', { mission: mission.id, to_day: day });
	if (error) throw error;
};
const signs = async (email: string) => (await readMission(await store.as(email), slug)).signs;

beforeAll(async () => {
	store = await makeStore();
	manager = await store.as('chef-de-projet');
	mission = await readMission(manager, slug);
});
afterAll(() => store?.close());

describe('who may', () => {
	it('only the project manager invites, changes, replaces, removes, renames', async () => {
		const target = await find('observateur');
		const organisation = (await team()).organisations[0]!;
		const read = { membership: target.id, version: target.version };
		for (const email of ['signataire', 'copil', 'consultant-chef', 'consultant', 'observateur']) {
			const ctx = await store.as(email);
			const acts = [
				() =>
					invite(ctx, mission.id, {
						email: 'x@example.test',
						fullName: 'X',
						organisation: organisation.id,
						role: 'observer'
					}),
				() => inviteAgain(ctx, target.id),
				() => changeRole(ctx, { ...read, role: 'technical_member' }),
				() =>
					replaceMember(ctx, {
						...read,
						email: 'x@example.test',
						fullName: 'X',
						fromDay: mission.today
					}),
				() => removeMember(ctx, { ...read, reason: 'because' }),
				() =>
					editOrganisation(ctx, {
						organisation: organisation.id,
						version: organisation.version,
						name: 'X',
						shortName: 'X'
					})
			];
			for (const act of acts) await expect(act(), email).rejects.toEqual(refusal('not_allowed'));
		}
		const stranger = await store.as('etranger');
		await expect(removeMember(stranger, { ...read, reason: 'because' })).rejects.toEqual(
			refusal('not_found')
		);
		expect((await find('observateur')).state).toBe('current');
	});

	it('members read the team; invitations are the manager’s to read; a stranger reads nothing', async () => {
		const seen = await team(await store.as('observateur'));
		expect(seen.organisations.flatMap((o) => o.members)).toHaveLength(8);
		const stranger = await store.as('etranger');
		expect((await stranger.client.from('memberships').select('id')).data).toEqual([]);
		expect((await stranger.client.from('invitations').select('id')).data).toEqual([]);
	});
});

describe('a delegation', () => {
	it('lets its holder decide on its days, both included, and not one day more', async () => {
		const signatory = await find('signataire');
		const holder = await find('copil2');
		const from = addDays(mission.today, 7);
		const to = addDays(mission.today, 14);
		const own = await store.as('signataire');
		const made = await delegate(own, {
			membership: signatory.id,
			toPerson: holder.personId,
			fromDay: from,
			toDay: to,
			reason: 'Congés'
		});
		const days: [string, boolean][] = [
			[addDays(from, -1), false],
			[from, true],
			[to, true],
			[addDays(to, 1), false]
		];
		for (const [day, expected] of days) {
			await move(day);
			expect(await signs('copil2'), day).toBe(expected);
		}
		await move(from);
		await expect(revokeDelegation(await store.as('copil3'), made.id)).rejects.toEqual(
			refusal('not_allowed')
		);
		await revokeDelegation(own, made.id);
		expect(await signs('copil2')).toBe(false);
		await expect(revokeDelegation(own, made.id)).rejects.toEqual(refusal('already_revoked'));
		expect((await team()).delegations[0]).toMatchObject({ state: 'revoked', by: 'Dominique Vasseur' });
		await move(mission.today);
	});

	it('goes to nobody of the contractor, and is given by a signatory alone', async () => {
		const [signatory, lead, chair] = [
			await find('signataire'),
			await find('consultant-chef'),
			await find('copil')
		];
		const d = { fromDay: mission.today, toDay: addDays(mission.today, 3), reason: 'Congés' };
		const own = await store.as('signataire');
		await expect(
			delegate(own, { ...d, membership: signatory.id, toPerson: lead.personId })
		).rejects.toEqual(refusal('role_of_other_side'));
		await expect(
			delegate(own, { ...d, membership: signatory.id, toPerson: signatory.personId })
		).rejects.toEqual(refusal('same_person'));
		await expect(
			delegate(await store.as('copil'), { ...d, membership: chair.id, toPerson: signatory.personId })
		).rejects.toEqual(refusal('not_a_signatory'));
		for (const who of ['copil', 'chef-de-projet'])
			await expect(
				delegate(await store.as(who), { ...d, membership: signatory.id, toPerson: chair.personId }),
				who
			).rejects.toEqual(refusal('not_allowed'));
	});

	it('the project manager gives nobody the signature of another, least of all herself; she may withdraw one', async () => {
		const [signatory, self] = [await find('signataire'), await find('chef-de-projet')];
		const d = { fromDay: mission.today, toDay: addDays(mission.today, 3), reason: 'Absence' };
		await expect(
			delegate(manager, { ...d, membership: signatory.id, toPerson: self.personId })
		).rejects.toEqual(refusal('not_allowed'));
		const organisation = (await team()).organisations.find((o) => o.side === 'client')!.id;
		const me = { email: self.email, fullName: self.name };
		await expect(
			invite(manager, mission.id, { ...me, organisation, role: 'client_signatory' })
		).rejects.toMatchObject({ code: 'signature_for_oneself', detail: { field: 'role' } });
		await expect(
			changeRole(manager, { membership: self.id, version: self.version, role: 'client_signatory' })
		).rejects.toEqual(refusal('signature_for_oneself'));
		await expect(
			replaceMember(manager, {
				membership: signatory.id,
				version: signatory.version,
				...me,
				fromDay: mission.today
			})
		).rejects.toEqual(refusal('signature_for_oneself'));
		expect(await signs('chef-de-projet')).toBe(false);

		const since = new Date().toISOString();
		const mails = async () =>
			(
				await store.sql`select kind, to_email, data ->> 'by' as by from private.mails
				where created_at > ${since} and kind like 'delegation%' order by kind, to_email`
			).map((m) => `${m.kind} ${m.to_email.split('@')[0]}, ${m.by}`);
		const made = await delegate(await store.as('signataire'), {
			...d,
			membership: signatory.id,
			toPerson: self.personId
		});
		expect(await signs('chef-de-projet')).toBe(true);
		expect(await mails()).toEqual([
			'delegation chef-de-projet, Dominique Vasseur',
			'delegation_recorded signataire, Dominique Vasseur'
		]);
		await revokeDelegation(manager, made.id);
		expect(await signs('chef-de-projet')).toBe(false);
		expect((await mails()).slice(2)).toEqual([
			'delegation_revoked chef-de-projet, Camille Renaud',
			'delegation_revoked signataire, Camille Renaud'
		]);
	});
});

describe('coming and going', () => {
	it('a replaced person keeps their place until the eve, and loses it on the day', async () => {
		const leaving = await find('copil3');
		const day = addDays(mission.today, 10);
		const stays = await store.as('copil3');
		await replaceMember(manager, {
			membership: leaving.id,
			version: leaving.version,
			email: 'etranger@demo.test',
			fullName: 'Sacha Petit',
			fromDay: day
		});
		const comes = await store.as('etranger');
		await expect(readMission(comes, slug)).rejects.toEqual(refusal('not_found'));
		await move(addDays(day, -1));
		expect((await readMission(stays, slug)).roles).toEqual(['committee_member']);
		await move(day);
		await expect(readMission(stays, slug)).rejects.toEqual(refusal('not_found'));
		expect((await stays.client.from('deliverables').select('id')).data).toEqual([]);
		expect((await readMission(comes, slug)).roles).toEqual(['committee_member']);
		const now = await team();
		expect(now.former.map((x) => x.name)).toContain('Nadia Ferrand');
		expect(all(now).find((x) => x.name === 'Sacha Petit')).toMatchObject({
			replaces: 'Nadia Ferrand',
			state: 'current'
		});
		await move(mission.today);
	});

	it('a role changed leaves the former one readable; a page read before is refused', async () => {
		const observer = await find('observateur');
		const read = { membership: observer.id, version: observer.version };
		await expect(changeRole(manager, { ...read, role: 'consultant' })).rejects.toMatchObject({
			code: 'role_of_other_side',
			detail: { field: 'role' }
		});
		await changeRole(manager, { ...read, role: 'technical_member' });
		await expect(changeRole(manager, { ...read, role: 'committee_member' })).rejects.toEqual(
			refusal('stale')
		);
		const roles = all(await team())
			.filter((x) => x.name === 'Paul Guérin')
			.map((x) => [x.role, x.state]);
		expect(roles).toEqual([
			['technical_member', 'current'],
			['observer', 'former']
		]);
	});

	it('whoever signs is written to when somebody else may sign too', async () => {
		const other = await find('copil2');
		const since = new Date().toISOString();
		await changeRole(manager, { membership: other.id, version: other.version, role: 'client_signatory' });
		const told =
			await store.sql`select to_email, data ->> 'who' as who, data ->> 'by' as by from private.mails
			where created_at > ${since} and kind = 'signatory_named'`;
		expect([...told]).toEqual([
			{ to_email: 'signataire@demo.test', who: other.name, by: 'Camille Renaud' }
		]);
	});

	it('the last project manager cannot leave; anybody else can, with a reason', async () => {
		const last = await find('chef-de-projet');
		await expect(
			removeMember(manager, { membership: last.id, version: last.version, reason: 'retraite' })
		).rejects.toEqual(refusal('last_manager'));
		const consultant = await find('consultant');
		const read = { membership: consultant.id, version: consultant.version };
		await expect(removeMember(manager, { ...read, reason: ' ' })).rejects.toMatchObject({
			code: 'reason_missing',
			detail: { field: 'reason' }
		});
		const out = await store.as('consultant');
		await removeMember(manager, { ...read, reason: 'Fin de mission' });
		await expect(readMission(out, slug)).rejects.toEqual(refusal('not_found'));
		await expect(inviteAgain(manager, consultant.id)).rejects.toEqual(refusal('membership_ended'));
	});

	it('an organisation renamed by two people at once keeps the first', async () => {
		const o = (await team()).organisations[1]!;
		const edit = {
			organisation: o.id,
			version: o.version,
			name: 'Perche Conseil SAS',
			shortName: 'Perche'
		};
		await editOrganisation(manager, edit);
		await expect(editOrganisation(manager, { ...edit, name: 'Autre' })).rejects.toEqual(refusal('stale'));
		expect((await team()).organisations[1]).toMatchObject({
			name: 'Perche Conseil SAS',
			shortName: 'Perche'
		});
	});
});
