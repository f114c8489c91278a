import type { TestStore } from '../fixtures/store.ts';
import type { Act } from './matrix-acts.ts';

/**
 * A target for each act on penalties, made by the owner of the store: who may do what is asked, not how amounts come.
 * Each row takes its act again and again, so each call has a penalty of its own.
 */
export async function penaltyActs(store: TestStore, mission: string): Promise<Record<string, Act>> {
	const { sql } = store;
	let made = 500;
	const penalty = async (stage: string) => {
		const n = ++made;
		const told = ['detected', 'computed'].includes(stage) ? null : '2019-11-15';
		const amount = stage === 'detected' ? null : 5000;
		const decided = stage === 'decided' ? 5000 : null;
		const [p] =
			await sql`insert into public.penalties (mission_id, number, key, about, subject, code, title, facts, steps, amount_cents, stage,
				found_on, notified_on, comment_by, decision, decided_cents)
			values (${mission}, ${`PEN-${n}`}, ${`essai:${n}`}, 'obligation', 'E-S4', 'E-S4', 'Essai', '{}', '[]', ${amount}, ${stage}, '2019-11-14',
				${told}, ${told === null ? null : '2019-11-30'}, ${decided === null ? null : 'applied'}, ${decided}) returning id, version`;
		if (decided !== null)
			await sql`insert into public.penalty_acts (mission_id, penalty_id, kind, person_id, mission_day)
				select ${mission}, ${p!.id}, 'decided', id, '2019-12-01' from public.people where email = 'signataire@demo.test'`;
		return { penalty: p!.id as string, read_version: p!.version as number };
	};
	const [person] = await sql`select id from public.people where email = 'chef-de-projet@demo.test'`;
	const key = '0f/0f0f0f0f-0000-4000-8000-000000000001';
	const [interruption] =
		await sql`insert into public.interruptions (mission_id, number, starts_at, ends_at, seconds, what, file_name, file_size, sha256, storage_key, person_id, mission_day)
		values (${mission}, 'INT-900', '2019-11-20T09:00', '2019-11-20T09:30', 1800, 'Essai', 'essai.txt', 5, ${'0'.repeat(64)}, ${key}, ${person!.id}, '2019-11-20')
		returning id`;
	const stop = { starts_at: '2019-11-20T09:00:00', ends_at: '2019-11-20T09:30:00', what: 'Standard muet' };
	const revision = async () => {
		const [row] =
			await sql`select max(revision) as n from public.interruptions where mission_id = ${mission} and number = 'INT-900'`;
		return row!.n as number;
	};
	return {
		penalties_page: ['penalties_page', () => ({ mission_slug: 'eure-et-loir' })],
		'penalties_about (simulated)': [
			'penalties_about',
			() => ({ mission_slug: 'eure-et-loir', occurrence: 'E-S4/2019-W48' })
		],
		type_penalty: [
			'type_penalty',
			async () => ({ ...(await penalty('detected')), amount: 50, clause_ref: 'CCAP, art. 8' })
		],
		invite_to_comment: [
			'invite_to_comment',
			async () => ({ ...(await penalty('computed')), comment_by: '2019-12-20' })
		],
		'comment_penalty (simulated)': [
			'comment_penalty',
			async () => ({ ...(await penalty('computed')), comment: 'Observations' })
		],
		comment_penalty: [
			'comment_penalty',
			async () => ({ ...(await penalty('invited')), comment: 'Observations' })
		],
		'decide_penalty (simulated)': [
			'decide_penalty',
			async () => ({ ...(await penalty('computed')), decision: 'applied' })
		],
		decide_penalty: [
			'decide_penalty',
			async () => ({ ...(await penalty('commented')), decision: 'applied' })
		],
		charge_penalty: [
			'charge_penalty',
			async () => ({ ...(await penalty('decided')), reference: 'Décompte 3', charged_on: '2019-12-02' })
		],
		choose_penalty_reading: [
			'choose_penalty_reading',
			async () => {
				await sql`update public.missions set contract = jsonb_set(contract, '{penalties,items}',
					'[{"code": "E-X1", "title": "Essai", "amount": 1, "alternatives": [{"reading": "large", "obligations": ["E-S4"]}]}]') where id = ${mission}`;
				return { mission, clause_code: 'E-X1', reading: 'large', reason: 'Essai' };
			}
		],
		interruptions_page: ['interruptions_page', () => ({ mission_slug: 'eure-et-loir' })],
		interruption_file: [
			'interruption_file',
			() => ({ mission_slug: 'eure-et-loir', interruption: interruption!.id })
		],
		record_interruption: ['record_interruption', () => ({ mission, ...stop })],
		'record_interruption (judged)': [
			'record_interruption',
			() => ({ mission, ...stop, attributable: true, attributable_reason: 'Panne du titulaire' })
		],
		correct_interruption: [
			'correct_interruption',
			async () => ({
				mission,
				number: 'INT-900',
				read_revision: await revision(),
				correction: 'Heure de fin relue',
				...stop
			})
		]
	};
}

/** A penalty that is worked out and that the contractor was not told of. */
export async function notifiable(
	{ sql }: TestStore,
	mission: string
): Promise<{ penalty: string; read_version: number }> {
	const [p] =
		await sql`insert into public.penalties (mission_id, number, key, about, subject, code, title, facts, steps, amount_cents, stage, found_on)
		values (${mission}, 'PEN-800', 'essai:800', 'obligation', 'E-S4', 'E-S4', 'Essai', '{}', '[]', 5000, 'computed', '2019-11-14')
		returning id, version`;
	return { penalty: p!.id as string, read_version: p!.version as number };
}
