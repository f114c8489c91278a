import type { Day } from '#core/calendar/days.ts';
import { unwrap } from '#server/db/unwrap.ts';
import { editItem } from '#server/schedule/edit-item.ts';
import { reachMilestone } from '#server/schedule/manage.ts';
import { readSchedule } from '#server/schedule/read-schedule.ts';
import { manager, type Stage } from '../stage.ts';

/** Progress the project manager notes, task by task. */
export async function progress(stage: Stage, told: Record<string, number>): Promise<void> {
	const ctx = await stage.as(manager);
	const { items } = await readSchedule(ctx, await stage.mission());
	for (const [code, value] of Object.entries(told)) {
		const task = items.find((i) => i.code === code);
		if (task)
			await editItem(ctx, task.id, {
				version: task.version,
				startsOn: task.startsOn,
				endsOn: task.endsOn,
				progress: value
			});
	}
}

export async function reach(stage: Stage, code: string, on: Day): Promise<void> {
	const ctx = await stage.as(manager);
	const mission = await stage.mission();
	const milestone = unwrap(
		await ctx.client
			.from('milestones')
			.select('id, version')
			.eq('mission_id', mission.id)
			.eq('code', code)
			.single()
	);
	await reachMilestone(ctx, milestone.id, milestone.version, on);
}
