import type { SupabaseClient } from '@supabase/supabase-js';
import { demoPassword } from '#server/demo/people.ts';
import type { TestStore } from '../fixtures/store.ts';

/** A client that knows no table by name: the data API as anybody may call it, not our verbs. */
export type Raw = SupabaseClient;

/** The columns of the matrix. Who is allowed most comes last: what they do must not help the others. */
export const cast = {
	nobody: null,
	outsider: 'etranger',
	admin: 'admin',
	observer: 'observateur',
	technical: 'technique',
	consultant: 'consultant',
	lead: 'consultant-chef',
	member: 'copil2',
	chair: 'copil',
	signatory: 'signataire',
	manager: 'chef-de-projet'
} as const;
export type Role = keyof typeof cast;
export const roles = Object.keys(cast) as Role[];

export async function act<T = Record<string, unknown>>(client: Raw, name: string, args: object): Promise<T> {
	const { data, error } = await client.rpc(name, args);
	if (error) throw new Error(`${name}: ${error.message} ${JSON.stringify(error)}`);
	return data as T;
}

/** A person who is really signed in, as the data API meets them. */
export const raw = async (store: TestStore, email: string): Promise<Raw> =>
	(await store.as(email)).client as unknown as Raw;

let made = 0;
/** Bytes put aside by the contractor: only their record, for the store knows nothing else of them. */
export const draftArgs = (deliverable: string, name = `relevé ${++made}.csv`) => {
	const id = crypto.randomUUID();
	return {
		deliverable,
		file_name: name,
		file_size: 12,
		file_type: 'text/csv',
		file_sha256: id.replaceAll('-', '').repeat(2),
		key: `${id.slice(0, 2)}/${id}`
	};
};

/** A person with an account and a place in a mission, put there by an operator. */
export async function enrol(
	store: TestStore,
	mission: string,
	name: string,
	organisation: string,
	role: string
) {
	const door = store.backend.door!;
	const email = `${name}@demo.test`;
	const [known] = await store.sql`select 1 from auth.users where email = ${email}`;
	if (!known) await door.createUser(email, demoPassword);
	const e = { email, fullName: name, organisation, role, functionTitle: null, startsOn: '2019-10-29' };
	const person = await door.enrol(mission, e);
	await door.markDemoPerson(email, name, false);
	return person;
}

export async function missionId(store: TestStore, slug = 'eure-et-loir'): Promise<string> {
	const [row] = await store.sql`select id from public.missions where slug = ${slug}`;
	return row!.id;
}

/** Takes a deliverable nobody has touched from hand-in to the client's decision, each step by whose it is. */
export async function endOneCircuit(store: TestStore): Promise<{ version: string; deliverable: string }> {
	const mission = await missionId(store);
	const [d] = await store.sql`select d.id from public.deliverables d where d.mission_id = ${mission}
		and d.committee_id = (select committee_id from public.deliverables where mission_id = ${mission} and code = 'E-L13')
		and not exists (select from public.versions v where v.deliverable_id = d.id)
		and not exists (select from public.drafts f where f.deliverable_id = d.id) order by d.position desc limit 1`;
	const deliverable: string = d!.id;
	const [lead, chair, signatory] = await Promise.all(
		[cast.lead, cast.chair, cast.signatory].map((who) => raw(store, who))
	);
	const draft = await act<{ id: string }>(lead!, 'put_draft', draftArgs(deliverable));
	const version = await act<{ id: string; sha256: string }>(lead!, 'hand_in', {
		deliverable,
		chosen: [draft.id]
	});
	const seen = { version: version.id, seen_sha256: version.sha256 };
	await act(chair!, 'cast_vote', { ...seen, choice: 'approve' });
	await act(chair!, 'confirm_endorsement', { ...seen, outcome: 'endorsed' });
	await act(signatory!, 'decide', { ...seen, kind: 'admit' });
	return { version: version.id, deliverable };
}
