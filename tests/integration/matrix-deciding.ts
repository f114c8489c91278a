import type { TestStore } from '../fixtures/store.ts';
import type { Act } from './matrix-acts.ts';
import { act, cast, raw } from './matrix-world.ts';

/** Who ticks, decides, confirms and convenes again, on a meeting that is held. */
export async function decidingActs(store: TestStore, held: string): Promise<Record<string, Act>> {
	const { sql } = store;
	const lead = await raw(store, cast.lead);
	const draft = () =>
		act<{ id: string; version: number }>(lead, 'record_resolution', { meeting: held, wording: 'Projet' });
	const [line] = await sql`select id from public.attendances where meeting_id = ${held} limit 1`;
	// A body that was not in number, with a meeting made anew for each call.
	const [body] = await sql`insert into public.committees (mission_id, code, kind, title, rules)
		select mission_id, 'E-ESSAI', 'other', 'Essai', '{"quorum":{"count":1}}' from public.meetings where id = ${held} returning id`;
	let n = 50;
	const missed = async (): Promise<string> => {
		n += 1;
		const [made] =
			await sql`insert into public.meetings (mission_id, committee_id, code, title, held_on, state, convened_at)
			select mission_id, ${body!.id}, ${`E-ESSAI-${n}`}, 'Essai', '2019-11-29', 'held', now() from public.meetings where id = ${held} returning id`;
		return made!.id as string;
	};
	const called = async () => ({
		mission_slug: 'eure-et-loir',
		meeting_code: (await sql`select code from public.meetings where id = ${held}`)[0]!.code as string
	});
	return {
		mark_attendance: [
			'mark_attendance',
			async () => ({
				meeting: held,
				attendee: line!.id,
				read_version: (await sql`select version from public.attendances where id = ${line!.id}`)[0]!
					.version,
				said: { status: 'present' }
			})
		],
		confirm_resolutions: [
			'confirm_resolutions',
			async () => {
				const { id, version } = await draft();
				return { meeting: held, seen: [{ id, version }] };
			}
		],
		drop_resolution: [
			'drop_resolution',
			async () => {
				const { id, version } = await draft();
				return { meeting: held, draft: id, read_version: version, reason: 'Non dit.' };
			}
		],
		convene_again: ['convene_again', async () => ({ meeting: await missed(), held_on: '2020-02-03' })],
		meeting_deciding: ['meeting_deciding', called]
	};
}
