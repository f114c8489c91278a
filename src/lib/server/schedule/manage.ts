import type { Day } from '#core/calendar/days.ts';
import { DomainError } from '#core/errors.ts';
import type { Context } from '#server/context.ts';
import { unwrap, unwrapMaybe } from '#server/db/unwrap.ts';
import { replanAfter } from '#server/obligations/replan.ts';

export interface NewTask {
	title: string;
	phase: string | null;
	startsOn: Day;
	endsOn: Day;
}

/** @throws `not_allowed` for anybody but the project manager, `end_before_start`, `unknown_phase` */
export async function addTask(ctx: Context, missionId: string, task: NewTask): Promise<void> {
	unwrap(
		await ctx.client.rpc('add_task', {
			mission: missionId,
			phase: task.phase as string,
			title: task.title,
			starts_on: task.startsOn,
			ends_on: task.endsOn
		})
	);
}

/** Takes a task off the schedule, or puts it back: the row is kept. */
export async function removeTask(ctx: Context, id: string, removed: boolean): Promise<void> {
	const row = unwrapMaybe(await ctx.client.from('tasks').select('version').eq('id', id).maybeSingle());
	if (!row) throw new DomainError('not_found');
	unwrap(await ctx.client.rpc('remove_task', { task: id, read_version: row.version, removed }));
}

/** Says the day a milestone was reached, or takes it back. @throws `in_the_future`, `stale` */
export async function reachMilestone(
	ctx: Context,
	id: string,
	version: number,
	doneOn: Day | null
): Promise<void> {
	const reached = unwrap(
		await ctx.client.rpc('reach_milestone', {
			milestone: id,
			read_version: version,
			new_done_on: doneOn as string
		})
	);
	await replanAfter(ctx, reached.mission_id);
}
