import type { TestStore } from '../fixtures/store.ts';
import type { Act } from './matrix-acts.ts';
import { act, enrol, type Raw } from './matrix-world.ts';

/** A seat of its own for each call that changes or ends one: who may is asked, not whose it is. */
export async function bodyActs(
	store: TestStore,
	manager: Raw,
	mission: string
): Promise<Record<string, Act>> {
	const [body] = await store.sql`select id from public.committees where code = 'E-PANEL'`;
	const committee: string = body!.id;
	let made = 0;
	const newcomer = async (): Promise<string> =>
		(await enrol(store, mission, `siege${++made}`, 'client', 'observer')) as unknown as string;
	const seated = async () =>
		act<{ id: string; version: number }>(manager, 'seat_in_body', {
			committee,
			person: await newcomer(),
			capacity: 'guest'
		});
	const seat = async () => {
		const { id, version } = await seated();
		return { seat: id, read_version: version };
	};
	return {
		body_page: ['body_page', () => ({ mission_slug: 'eure-et-loir', body_code: 'E-PANEL' })],
		seat_in_body: [
			'seat_in_body',
			async () => ({ committee, person: await newcomer(), capacity: 'guest' })
		],
		change_seat: [
			'change_seat',
			async () => ({ ...(await seat()), capacity: 'guest', function_title: 'Témoin' })
		],
		end_seat: ['end_seat', async () => ({ ...(await seat()), reason: 'Mutation' })],
		set_body_rules: [
			'set_body_rules',
			async () => ({
				committee,
				read_version: (
					await store.sql`select version from public.committees where id = ${committee}`
				)[0]!.version,
				rules: { voting: { rule: 'consensus', casting: false }, source: 'Réunion de lancement' }
			})
		],
		plan_series: [
			'plan_series',
			() => ({ committee, meetings: [{ occurrence: '2020-04', heldOn: '2020-04-30', title: 'Panel' }] })
		]
	};
}
