import type { Day } from '#core/calendar/days.ts';
import type { LinkType } from '#core/schedule/network/types.ts';
import { unwrap } from '#server/db/unwrap.ts';
import { freezePlan } from '#server/schedule/baselines.ts';
import { editItem, type ScheduleEditInput } from '#server/schedule/edit-item.ts';
import { addLink } from '#server/schedule/links.ts';
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

/** What the project manager notes of a task, and the deliverables it works for, by their codes. */
export async function note(
	stage: Stage,
	code: string,
	told: Omit<Partial<ScheduleEditInput>, 'refs' | 'version'>,
	deliverables: string[] = []
): Promise<void> {
	const ctx = await stage.as(manager);
	const { items, referable } = await readSchedule(ctx, await stage.mission());
	const task = items.find((i) => i.code === code);
	if (!task) return;
	const { version, startsOn, endsOn } = task;
	const refs = referable
		.filter((r) => r.kind === 'deliverable' && deliverables.includes(r.code))
		.map(({ kind, id }) => ({ kind, id }));
	await editItem(ctx, task.id, {
		...{ version, startsOn, endsOn },
		...told,
		...(deliverables.length > 0 ? { refs } : {})
	});
}

/** Ties lines of the plan, by their codes: each [predecessor, successor, type, working days to wait]. */
export async function tie(stage: Stage, links: [string, string, LinkType?, number?][]): Promise<void> {
	const ctx = await stage.as(manager);
	const mission = await stage.mission();
	const { items } = await readSchedule(ctx, mission);
	const id = (code: string) => items.find((i) => i.code === code)?.id;
	for (const [from, to, type = 'FS', lag = 0] of links) {
		const ends = { from: id(from), to: id(to) };
		if (ends.from && ends.to)
			await addLink(ctx, mission.id, { from: ends.from, to: ends.to, type, lag, lagUnit: 'working' });
	}
}

export async function freeze(stage: Stage, name: string, reason: string): Promise<void> {
	const ctx = await stage.as(manager);
	await freezePlan(ctx, (await stage.mission()).id, { name, reason });
}
