import type { TestStore } from '../fixtures/store.ts';
import type { Act } from './matrix-acts.ts';
import { act, cast, draftArgs, raw } from './matrix-world.ts';

/**
 * A target for each act on observations: three deliverables handed in, and rows made by the owner of the store, since who
 * may do what is asked, not how they come. Each call has an observation of its own.
 */
export async function observationActs(store: TestStore, mission: string): Promise<Record<string, Act>> {
	const { sql } = store;
	const [lead, chair] = await Promise.all([raw(store, cast.lead), raw(store, cast.chair)]);
	const handedIn = async (code: string) => {
		const [d] =
			await sql`select id from public.deliverables where mission_id = ${mission} and code = ${code}`;
		const draft = await act<{ id: string }>(lead, 'put_draft', draftArgs(d!.id));
		const v = await act<{ id: string; sha256: string }>(lead, 'hand_in', {
			deliverable: d!.id,
			chosen: [draft.id]
		});
		return { deliverable: d!.id as string, version: v.id, seen_sha256: v.sha256 };
	};
	// Handed in when first asked for: what waits is asked before.
	const once = <T>(work: () => Promise<T>) => {
		let made: Promise<T> | undefined;
		return () => (made ??= work());
	};
	const read = once(() => handedIn('E-L21'));
	const voted = once(async () => {
		const { version, seen_sha256 } = await handedIn('E-L23');
		await act(chair, 'cast_vote', { version, seen_sha256, choice: 'approve' });
		return { version, seen_sha256 };
	});
	const worded = once(async () => {
		const { version, seen_sha256 } = await handedIn('E-L22');
		await act(chair, 'cast_vote', { version, seen_sha256, choice: 'approve' });
		const said = { outcome: 'endorsed_with_reserves', reserves: 'Une réserve' };
		await act(chair, 'confirm_endorsement', { version, seen_sha256, ...said });
		return version;
	});
	const seen = async () => {
		const { version, seen_sha256 } = await read();
		return { version, seen_sha256 };
	};
	const observation = async (by: string, state: string) => {
		const { deliverable, version } = await read();
		const answer = state === 'open' ? null : 'refused';
		const [o] =
			await sql`insert into public.observations (mission_id, deliverable_id, rank, number, kind, severity, state, version_id, wording, author_id, mission_day, answer)
			select ${mission}, ${deliverable}, n.rank, 'OBS-E-L21-' || n.rank, 'reserve', 'minor', ${state}, ${version}, 'Essai', p.id, '2019-12-02', ${answer}
			from public.people p, (select 1 + coalesce(max(rank), 500) as rank from public.observations where deliverable_id = ${deliverable}) n
			where p.email = ${`${by}@demo.test`} returning id, version`;
		return { observation: o!.id as string, read_version: o!.version as number };
	};
	const lines = [{ wording: 'Une réserve', severity: 'minor' }];
	return {
		deliverable_observations: [
			'deliverable_observations',
			async () => {
				await observation(cast.manager, 'open');
				return { mission_slug: 'eure-et-loir', deliverable_code: 'E-L21' };
			}
		],
		observe: [
			'observe',
			async () => ({ ...(await seen()), kind: 'reserve', severity: 'blocking', wording: 'À compléter' })
		],
		answer_observation: [
			'answer_observation',
			async () => ({ ...(await observation(cast.manager, 'open')), answer: 'accepted' })
		],
		"check_observation (the member's)": [
			'check_observation',
			async () => ({
				...(await observation(cast.member, 'answered')),
				...(await seen()),
				verdict: 'lifted'
			})
		],
		"withdraw_observation (the member's)": [
			'withdraw_observation',
			async () => ({ ...(await observation(cast.member, 'open')), reason: 'Erreur' })
		],
		"correct_observation (the member's)": [
			'correct_observation',
			async () => ({ ...(await observation(cast.member, 'open')), severity: 'major', wording: 'Essai' })
		],
		number_reserves: ['number_reserves', async () => ({ version: await worded(), lines })],
		confirm_with_reserves: [
			'confirm_with_reserves',
			async () => ({ ...(await voted()), outcome: 'endorsed_with_reserves', lines })
		]
	};
}

/** One observation that was answered, so that there is something of each table to be read. */
export async function answered({ sql }: TestStore, mission: string): Promise<void> {
	await sql`with v as (select v.id, v.deliverable_id from public.versions v where v.mission_id = ${mission} limit 1),
		p as (select id from public.people where email = 'chef-de-projet@demo.test'),
		o as (insert into public.observations (mission_id, deliverable_id, rank, number, kind, severity, state, version_id, wording, author_id, mission_day, answer)
			select ${mission}, v.deliverable_id, 900, 'OBS-ESSAI-900', 'reserve', 'minor', 'answered', v.id, 'Essai', p.id, '2019-12-02', 'refused' from v, p returning id)
		insert into public.observation_acts (mission_id, observation_id, kind, answer, words, person_id, mission_day)
		select ${mission}, o.id, 'answered', 'refused', 'Essai', p.id, '2019-12-02' from o, p`;
}
