import type { TestStore } from '../fixtures/store.ts';
import { draftArgs } from './matrix-world.ts';

type Made = [string, () => Record<string, unknown> | Promise<Record<string, unknown>>];

/** Minutes of the steering committee that went out to its chair and to the contractor's lead. */
export async function minutesActs({ sql }: TestStore, mission: string): Promise<Record<string, Made>> {
	let number = 70;
	/** Meetings whose minutes are out, one for each call: an approval is for good. */
	const circulated = async (): Promise<{ id: string; version: number; code: string }> => {
		const [made] =
			await sql`insert into public.meetings (mission_id, committee_id, code, title, held_on, state, convened_at, circulated_on, edition)
			select c.mission_id, c.id, ${`E-COPIL-${++number}`}, 'Relue', '2019-11-20', 'circulated', now(), '2019-11-22', 1
			from public.committees c where c.mission_id = ${mission} and c.kind = 'copil' returning id, version, code`;
		for (const email of ['copil@demo.test', 'consultant-chef@demo.test']) {
			await sql`insert into public.attendances (meeting_id, mission_id, person_id, full_name, status)
				select ${made!.id}, ${mission}, p.id, p.full_name, 'present' from public.people p where p.email = ${email}`;
			await sql`insert into public.minutes_sendings (mission_id, meeting_id, edition, person_id, mail_id)
				select ${mission}, ${made!.id}, 1, p.id, gen_random_uuid() from public.people p where p.email = ${email}`;
		}
		return made as { id: string; version: number; code: string };
	};
	const one = await circulated();
	const said = async (): Promise<string> => {
		const [made] =
			await sql`insert into public.minutes_comments (mission_id, meeting_id, edition, person_id, wording, said_on)
			select ${mission}, ${one.id}, 1, p.id, 'À revoir', '2019-11-23' from public.people p where p.email = 'copil@demo.test' returning id`;
		return made!.id as string;
	};
	const paper = () => {
		const { file_sha256: sha256, key } = draftArgs(one.id);
		return { key, name: 'compte-rendu.docx', size: 9, sha256, data: sha256, template: sha256 };
	};
	const named = { mission_slug: 'eure-et-loir' };
	return {
		minutes_follow: ['minutes_follow', () => ({ ...named, meeting_code: one.code })],
		comment_minutes: ['comment_minutes', () => ({ meeting: one.id, wording: 'À revoir' })],
		open_minutes: ['open_minutes', () => ({ meeting: one.id })],
		answer_comment: ['answer_comment', async () => ({ comment: await said(), answer: 'taken' })],
		approve_minutes: [
			'approve_minutes',
			async () => {
				const { id, version } = await circulated();
				return { meeting: id, read_version: version, paper: paper() };
			}
		],
		decisions_register: ['decisions_register', () => named],
		actions_register: ['actions_register', () => named],
		verify_seals: ['verify_seals', () => ({ mission })]
	};
}
