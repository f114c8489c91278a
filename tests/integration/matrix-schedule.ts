import type { TestStore } from '../fixtures/store.ts';
import type { Act } from './matrix-acts.ts';
import { act, cast, raw } from './matrix-world.ts';

type Args = Record<string, unknown>;

/** The acts on the network of the plan, each with a target made anew when the last one has gone. */
export async function scheduleActs(store: TestStore, mission: string): Promise<Record<string, Act>> {
	const { sql } = store;
	const manager = await raw(store, cast.manager);
	const [first, second] =
		await sql`select id from public.tasks where mission_id = ${mission} and removed_at is null
		and progress < 100 and starts_on is not null order by position desc limit 2`;
	const [free, other]: [string, string] = [first!.id, second!.id];
	// As the project manager reads it: the stamp of those who see less is another.
	const stampNow = async (): Promise<string> => {
		const [found] = await sql`select slug from public.missions where id = ${mission}`;
		const args = { mission_slug: found!.slug as string };
		return (await act<{ stamp: string }>(manager, 'schedule_stamp', args)).stamp;
	};
	const now = async (): Promise<{ version: number }> =>
		(await sql`select version from public.tasks where id = ${free}`)[0] as never;
	const moved = async (): Promise<Args> => {
		const { version } = await now();
		const stamp = await stampNow();
		const line = { id: free, version, startsOn: '2021-03-01', endsOn: `2021-03-${10 + (version % 15)}` };
		return { mission, read_stamp: stamp, mode: 'push', lines: [line] };
	};
	/** A link between the two that the contract does not make. */
	const tied = async (): Promise<{ id: string; version: number }> => {
		const [left] =
			await sql`select id, version from public.task_links where from_id = ${other} and to_id = ${free}`;
		if (left) return left as never;
		const id = await act<string>(manager, 'link_lines', { mission, from_line: other, to_line: free });
		return { id, version: 1 };
	};
	const untied = async (): Promise<Args> => {
		await sql`delete from public.task_links where mission_id = ${mission} and from_id = ${other} and to_id = ${free}`;
		return { mission, from_line: other, to_line: free, type: 'SS', lag: 2, lag_unit: 'calendar' };
	};
	const lastAct = async (): Promise<string> => {
		const [left] = await sql`select a.id from public.plan_acts a where a.mission_id = ${mission}
			and not exists (select from public.plan_acts u where u.undoes = a.id)
			and (a.moves -> 0 ->> 'version')::int = (select version from public.tasks where id = ${free}) limit 1`;
		return left?.id ?? (await act<string>(manager, 'apply_plan', await moved()));
	};
	const added = async (): Promise<Args> => ({
		mission,
		read_stamp: await stampNow(),
		plan: {
			fileName: 'plan.csv',
			added: [
				{
					...{ key: 'a', kind: 'task', code: null },
					values: { title: 'Importée', startsOn: '2021-01-04', endsOn: '2021-01-05' }
				}
			]
		}
	});
	const named = { mission_slug: 'eure-et-loir' };
	return {
		schedule_stamp: ['schedule_stamp', () => named],
		baselines_page: ['baselines_page', () => named],
		set_task: [
			'set_task',
			async () => ({ task: free, read_version: (await now()).version, content: { notes: 'Note' } })
		],
		link_lines: ['link_lines', untied],
		edit_link: [
			'edit_link',
			async () => {
				const { id, version } = await tied();
				return { link: id, read_version: version, type: 'FF', lag: 1, lag_unit: 'working' };
			}
		],
		remove_link: [
			'remove_link',
			async () => {
				const { id, version } = await tied();
				return { link: id, read_version: version };
			}
		],
		set_links: [
			'set_links',
			async () => {
				const read = await sql`select id, version from public.task_links where to_id = ${free}`;
				return { line: free, read_links: [...read], links: [{ from: other, type: 'SS', lag: 1 }] };
			}
		],
		apply_plan: ['apply_plan', moved],
		undo_plan: ['undo_plan', async () => ({ act: await lastAct() })],
		freeze_plan: ['freeze_plan', () => ({ mission, name: 'Planning', reason: 'Essai' })],
		import_plan: ['import_plan', added]
	};
}
