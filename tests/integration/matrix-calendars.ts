import type { TestStore } from '../fixtures/store.ts';
import type { Act } from './matrix-acts.ts';
import { act, cast, raw, type Raw, type Role } from './matrix-world.ts';

/** Targets for the acts on convocations, replies and calendars: each call has one of its own where it uses it up. */
export async function calendarActs(store: TestStore, manager: Raw): Promise<Record<string, Act>> {
	const { sql } = store;
	const [mission] = await sql`select id from public.missions where slug = 'eure-et-loir'`;
	const [body] =
		await sql`select id from public.committees where kind = 'project' and mission_id = ${mission!.id}`;
	const planned = async () => {
		const made = await act<{ id: string; version: number; code: string }>(manager, 'plan_meeting', {
			committee: body!.id,
			title: 'Essai',
			held_on: '2019-12-20'
		});
		return { meeting: made.id, read_version: made.version, code: made.code };
	};
	const onTheList = [cast.manager, cast.lead, cast.consultant].map((name) => `${name}@demo.test`);
	/** Convened to the project manager and to the contractor's people. */
	const convened = async () => {
		const { meeting, read_version, code } = await planned();
		await sql`delete from public.attendances where meeting_id = ${meeting}`;
		await sql`insert into public.attendances (meeting_id, mission_id, person_id, full_name, status)
			select ${meeting}, ${mission!.id}, id, full_name, 'expected' from public.people where email = any(${onTheList})`;
		await act(manager, 'convene_meeting', { meeting, read_version });
		return { meeting, code };
	};
	const [draft, told] = [await planned(), await convened()];
	const named = (code: string) => ({ mission_slug: 'eure-et-loir', meeting_code: code });
	const link = async (role: Role): Promise<string> => {
		if (cast[role] === null) return crypto.randomUUID();
		const client = await raw(store, cast[role]);
		await act(client, 'make_calendar_link', {});
		return (await act<{ id: string }[]>(client, 'my_calendar_links', {})).at(-1)!.id;
	};
	const anothers = await link('manager');
	return {
		convene_meeting: [
			'convene_meeting',
			async () => {
				const { meeting, read_version } = await planned();
				return { meeting, read_version };
			}
		],
		reply_to_meeting: [
			'reply_to_meeting',
			async () => ({ meeting: (await convened()).meeting, answer: 'yes' })
		],
		'meeting_answers (draft)': ['meeting_answers', () => named(draft.code)],
		'meeting_answers (convened)': ['meeting_answers', () => named(told.code)],
		calendar_rows: ['calendar_rows', () => ({})],
		make_calendar_link: ['make_calendar_link', () => ({})],
		'make_calendar_link (mission)': ['make_calendar_link', () => ({ mission_slug: 'eure-et-loir' })],
		my_calendar_links: ['my_calendar_links', () => ({})],
		revoke_calendar_link: ['revoke_calendar_link', async (role) => ({ link: await link(role) })],
		"revoke_calendar_link (another's)": [
			'revoke_calendar_link',
			async (role) => ({ link: role === 'manager' ? crypto.randomUUID() : anothers })
		]
	};
}
