import type { TestStore } from '../fixtures/store.ts';
import type { Act } from './matrix-acts.ts';
import { draftArgs } from './matrix-world.ts';

/**
 * A target for each act on obligations, made by the owner of the store: who may do what is asked, not how dates come.
 * Each row takes its act again and again, so each is put back before.
 */
export async function obligationActs(store: TestStore, mission: string): Promise<Record<string, Act>> {
	const { sql } = store;
	const [draft] =
		await sql`select id from public.meetings where mission_id = ${mission} and convened_at is null limit 1`;
	let made = 0;
	const row = async (owner: string, meeting: string | null = null, standing = 'open') => {
		const key = `X-${++made}`;
		const [o] =
			await sql`insert into public.obligations (mission_id, key, duty, code, source, kind, title, owner, rule, plan_state, due, due_on, meeting_id)
			values (${mission}, ${key}, ${key}, ${key}, 'obligation', 'report', 'Essai', ${owner}, '{"by":"2019-12-20"}', 'dated', '2019-12-20', '2019-12-20', ${meeting})
			returning id, version`;
		if (standing === 'sent')
			await sql`insert into public.obligation_acts (mission_id, obligation_id, duty, kind, on_day, person_id, mission_day)
				select ${mission}, ${o!.id}, ${key}, 'sent', '2019-12-01', (select id from public.people where email = 'consultant@demo.test'), '2019-12-01'`;
		return { obligation: o!.id as string, read_version: o!.version as number };
	};
	const proof = () => {
		const { file_name: name, file_size: size, file_sha256: hash, key } = draftArgs(mission);
		return { sent_on: '2019-12-01', sent_to: ['client@exemple.test'], name, size, hash, key };
	};
	const [sent] = await sql`select id from public.obligation_acts where storage_key is not null limit 1`;
	return {
		obligations_page: ['obligations_page', () => ({ mission_slug: 'eure-et-loir' })],
		obligation_file: ['obligation_file', () => ({ mission_slug: 'eure-et-loir', act: sent!.id })],
		'send_obligation (theirs)': [
			'send_obligation',
			async () => ({ ...(await row('contractor')), ...proof() })
		],
		'send_obligation (ours)': ['send_obligation', async () => ({ ...(await row('client')), ...proof() })],
		'send_obligation (draft)': [
			'send_obligation',
			async () => ({ ...(await row('client', draft!.id)), ...proof() })
		],
		answer_obligation: [
			'answer_obligation',
			async () => ({ ...(await row('contractor', null, 'sent')), accepted: true })
		],
		close_obligation: [
			'close_obligation',
			async () => ({ ...(await row('contractor')), reason: 'Sans objet.', closing: 'waived' })
		],
		close_obligations: [
			'close_obligations',
			async () => {
				const { obligation } = await row('contractor');
				const [o] =
					await sql`update public.obligations set due_on = '2019-11-20' where id = ${obligation} returning key`;
				return { mission, keys: [o!.key], reason: 'Tenu sur papier.', closing: 'waived' };
			}
		],
		extend_obligation: [
			'extend_obligation',
			async () => ({ ...(await row('contractor')), days: 5, act: 'Décision 3', act_on: '2019-12-01' })
		],
		choose_reading: ['choose_reading', () => ({ mission, duty: 'E-S3', reading: 'Cinq jours ouvrés.' })]
	};
}
