import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeStore, type TestStore } from '../fixtures/store.ts';
import { act, cast, enrol, missionId, raw, type Raw } from './matrix-world.ts';

/** Roles have a first day and an end; a person may be shut out, and nobody sits on both sides. */
let store: TestStore;
let mission: string;
let manager: Raw;
let admin: Raw;
beforeAll(async () => {
	store = await makeStore();
	mission = await missionId(store);
	manager = await raw(store, cast.manager);
	admin = await raw(store, cast.admin);
});
afterAll(() => store?.close());
beforeEach(() => act(manager, 'move_clock', { mission, to_day: '2019-12-02' }));

const onDay = (day: string) => act(manager, 'move_clock', { mission, to_day: day });
const membership = async (name: string) => {
	const [row] =
		await store.sql`select m.id as membership, m.version as read_version from public.memberships m
		join public.people p on p.id = m.person_id where p.email = ${`${name}@demo.test`} and m.ends_on is null`;
	return row as unknown as { membership: string; read_version: number };
};
const sees = async (client: Raw) => {
	const { data } = await client.from('missions').select('slug');
	const { data: journal } = await client.from('journal').select('id').limit(1);
	const { data: context } = await client.rpc('mission_context', { mission_slug: 'eure-et-loir' });
	return [data!.length, journal!.length, context === null ? 0 : 1];
};
const nothing = [0, 0, 0];
const all = [1, 1, 1];
const refusal = async (client: Raw, fn: string, args: object) => {
	const { data, error } = await client.rpc(fn, args);
	return error ? (error.details ?? error.message) : `let through: ${JSON.stringify(data)}`;
};

describe('a role that ends', () => {
	it('on a day of the mission: everything the eve, nothing from that day, in a session that was already open', async () => {
		await enrol(store, mission, 'partante', 'client', 'committee_member');
		const leaving = await raw(store, 'partante');
		await act(manager, 'replace_member', {
			...(await membership('partante')),
			email: 'arrivante@demo.test',
			full_name: 'Arrivante',
			from_day: '2019-12-09'
		});
		expect(await sees(leaving)).toEqual(all);
		await onDay('2019-12-08');
		expect(await sees(leaving)).toEqual(all);
		await onDay('2019-12-09');
		expect(await sees(leaving)).toEqual(nothing);
		const [version] = await store.sql`select id, sha256 from public.versions where state = 'submitted'`;
		const vote = { version: version!.id, seen_sha256: version!.sha256, choice: 'approve' };
		expect(await refusal(leaving, 'cast_vote', vote)).toBe('not_found');
	});

	it('at once, when somebody is removed; what they wrote stays', async () => {
		const member = await raw(store, cast.member);
		const votes = async () => (await manager.from('votes').select('people(full_name)')).data!;
		const before = await votes();
		expect(before.length).toBeGreaterThan(0);
		await act(manager, 'remove_member', { ...(await membership(cast.member)), reason: 'Départ' });
		expect(await sees(member)).toEqual(nothing);
		expect(await votes()).toEqual(before);
	});

	it('takes the seat with it: whoever replaces a chair confirms, and not before their day', async () => {
		await act(manager, 'replace_member', {
			...(await membership(cast.chair)),
			email: 'presidente2@demo.test',
			full_name: 'Nouvelle présidente',
			from_day: '2019-12-16'
		});
		await store.backend.door!.createUser('presidente2@demo.test', 'jalon-demo');
		await store.backend.door!.markDemoPerson('presidente2@demo.test', 'Nouvelle présidente', false);
		const next = await raw(store, 'presidente2');
		const [version] = await store.sql`select id, sha256 from public.versions where state = 'submitted'`;
		const confirm = { version: version!.id, seen_sha256: version!.sha256, outcome: 'endorsed' };
		expect(await refusal(next, 'confirm_endorsement', confirm)).toBe('not_found');
		await onDay('2019-12-16');
		expect(await refusal(await raw(store, cast.chair), 'confirm_endorsement', confirm)).toBe('not_found');
		await act(next, 'confirm_endorsement', confirm);
	});

	it('that has not begun shows nothing yet', async () => {
		const [client] =
			await store.sql`select id from public.organisations where side = 'client' and mission_id = ${mission}`;
		await act(manager, 'invite', {
			mission,
			email: 'future@demo.test',
			full_name: 'Future',
			organisation: client!.id,
			role: 'committee_member',
			starts_on: '2019-12-20'
		});
		await store.backend.door!.createUser('future@demo.test', 'jalon-demo');
		await store.backend.door!.markDemoPerson('future@demo.test', 'Future', false);
		const future = await raw(store, 'future');
		expect(await sees(future)).toEqual(nothing);
		await onDay('2019-12-20');
		expect(await sees(future)).toEqual(all);
	});
});

describe('a signature that is delegated', () => {
	it('holds from its first day to its last, and ends when it is revoked', async () => {
		await enrol(store, mission, 'adjointe', 'client', 'technical_member');
		const delegate = await raw(store, 'adjointe');
		const [person] = await store.sql`select id from public.people where email = 'adjointe@demo.test'`;
		const { membership: signatory } = await membership(cast.signatory);
		const span = { from_day: '2019-12-10', to_day: '2019-12-12', reason: 'Congé' };
		const signs = await raw(store, cast.signatory);
		const given = await act<{ id: string }>(signs, 'delegate', {
			membership: signatory,
			to_person: person!.id,
			...span
		});
		const maySign = async () =>
			(
				(await delegate.rpc('mission_context', { mission_slug: 'eure-et-loir' })).data as {
					signs: boolean;
				}
			).signs;
		const on: Record<string, boolean> = {};
		for (const day of ['2019-12-09', '2019-12-10', '2019-12-12', '2019-12-13']) {
			await onDay(day);
			on[day] = await maySign();
		}
		expect(on).toEqual({
			'2019-12-09': false,
			'2019-12-10': true,
			'2019-12-12': true,
			'2019-12-13': false
		});
		await onDay('2019-12-11');
		await act(manager, 'revoke_delegation', { delegation: given.id });
		expect(await maySign()).toBe(false);
	});

	it.each(['contractor', 'client'])(
		'is not given to somebody who only looks on, of the %s',
		async (side) => {
			await enrol(store, mission, `regarde-${side}`, side, 'observer');
			const [person] =
				await store.sql`select id from public.people where email = ${`regarde-${side}@demo.test`}`;
			const { membership: signatory } = await membership(cast.signatory);
			const span = { from_day: '2019-12-10', to_day: '2019-12-12', reason: 'Congé' };
			expect(
				await refusal(await raw(store, cast.signatory), 'delegate', {
					membership: signatory,
					to_person: person!.id,
					...span
				})
			).toBe('role_of_other_side');
		}
	);
});

describe('two sides', () => {
	it.each([
		[
			'a project manager who would read the contractor’s drafts',
			cast.manager,
			'contractor',
			'consultant'
		],
		['a consultant who would sit in the committee', cast.consultant, 'client', 'committee_member'],
		['a contractor’s lead who would look on from the client’s side', cast.lead, 'client', 'observer']
	])('%s is refused', async (_what, name, side, role) => {
		const [organisation] =
			await store.sql`select id from public.organisations where side = ${side} and mission_id = ${mission}`;
		const asked = {
			mission,
			email: `${name}@demo.test`,
			full_name: 'x',
			organisation: organisation!.id,
			role
		};
		expect(await refusal(manager, 'invite', asked)).toBe('role_of_other_side');
	});

	it('somebody who has left one may join the other', async () => {
		await enrol(store, mission, 'passage', 'contractor', 'consultant');
		await act(manager, 'remove_member', {
			...(await membership('passage')),
			reason: 'Change d’employeur'
		});
		await enrol(store, mission, 'passage2', 'client', 'observer');
		const [organisation] =
			await store.sql`select id from public.organisations where side = 'client' and mission_id = ${mission}`;
		await act(manager, 'invite', {
			mission,
			email: 'passage@demo.test',
			full_name: 'x',
			organisation: organisation!.id,
			role: 'observer',
			starts_on: '2019-12-02'
		});
		const { data } = await (await raw(store, 'passage')).from('drafts').select('id');
		expect(data).toEqual([]);
	});
});

describe('an account that is shut', () => {
	it('sees and does nothing at once, and everything again when it is opened', async () => {
		await enrol(store, mission, 'fermee', 'contractor', 'consultant');
		const shut = await raw(store, 'fermee');
		const [person] = await store.sql`select id from public.people where email = 'fermee@demo.test'`;
		expect(await sees(shut)).toEqual(all);
		await act(admin, 'set_account', { person: person!.id, disabled: true });
		expect(await sees(shut)).toEqual(nothing);
		for (const table of ['people', 'drafts', 'memberships'])
			expect((await shut.from(table).select('id')).data).toEqual([]);
		expect((await shut.rpc('who_am_i')).data).toBeNull();
		expect((await shut.rpc('claim_person')).data).toBeNull();
		expect(
			await refusal(shut, 'save_report_draft', {
				mission,
				report_period: '2019-W48',
				read_version: 0,
				content: {}
			})
		).toBe('not_found');
		await act(admin, 'set_account', { person: person!.id, disabled: false });
		expect(await sees(shut)).toEqual(all);
	});

	it('of an administrator administers no more', async () => {
		await store.backend.door!.addPerson('admin2@demo.test', 'Autre', 'jalon-demo-2', true);
		const second = await store.as('admin2@demo.test', 'jalon-demo-2');
		await act(admin, 'set_account', { person: second.person!.id, disabled: true });
		const client = second.client as unknown as Raw;
		expect(await refusal(client, 'list_mails', {})).toBe('not_allowed');
		expect((await client.from('people').select('id')).data).toEqual([]);
	});
});

describe('what waits', () => {
	it('does not tell the contractor of an action in a meeting it was never told of, even cancelled', async () => {
		const [draft] = await store.sql`select id from public.meetings where code = 'E-PT-02'`;
		const [lead] =
			await store.sql`select id from public.people where email = 'consultant-chef@demo.test'`;
		await act(manager, 'record_action', { meeting: draft!.id, wording: 'Secret', owner: lead!.id });
		const contractor = await raw(store, cast.lead);
		const told = async () => JSON.stringify((await contractor.rpc('waiting')).data);
		expect(await told()).not.toContain('Secret');
		const [now] = await store.sql`select version from public.meetings where id = ${draft!.id}`;
		await act(manager, 'move_meeting', {
			meeting: draft!.id,
			read_version: now!.version,
			to_state: 'cancelled'
		});
		expect(await told()).not.toContain('Secret');
		expect(await told()).toContain('ACT-E-2019-002');
	});
});
