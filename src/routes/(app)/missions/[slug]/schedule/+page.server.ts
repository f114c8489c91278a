import { z } from 'zod';
import { isDay } from '#core/calendar/days.ts';
import { travels } from '$lib/gantt/transport/pack.ts';
import { act } from '$lib/http/form.ts';
import { guarded } from '$lib/http/refusal.ts';
import { soon } from '$lib/http/soon.ts';
import { readMission } from '#server/missions/read-mission.ts';
import { freezePlan, freezeSchema } from '#server/schedule/baselines.ts';
import { editItem } from '#server/schedule/edit-item.ts';
import { addTask, reachMilestone, removeTask } from '#server/schedule/manage.ts';
import { readSchedule, scheduleRows } from '#server/schedule/read-schedule.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = guarded(async ({ locals, params, parent, depends, url }: PageServerLoadEvent) => {
	depends('jalon:schedule');
	const asked = Number(url.searchParams.get('baseline') ?? Number.NaN);
	const baseline = Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : undefined;
	const rows = soon(scheduleRows(locals.ctx, params.slug, baseline));
	const { mission } = await parent();
	return {
		schedule: travels(await readSchedule(locals.ctx, mission, rows)),
		view: url.searchParams.get('view') === 'table' ? ('table' as const) : ('chart' as const),
		canEdit: mission.roles.includes('client_manager')
	};
});

const day = z.string().refine(isDay, 'date_out_of_range');
const noneOr = (schema: z.ZodType<string>) => z.union([z.literal('').transform(() => null), schema]);

export const actions: Actions = {
	add: act(
		z.object({
			title: z.string().trim().min(1, 'title_length').max(200, 'title_length'),
			phase: noneOr(z.uuid()),
			startsOn: day,
			endsOn: day
		}),
		async (task, { locals, params }: RequestEvent) => {
			const mission = await readMission(locals.ctx, params.slug);
			await addTask(locals.ctx, mission.id, task);
		}
	),
	date: act(
		z.object({
			id: z.uuid(),
			version: z.coerce.number().int(),
			startsOn: day,
			// A milestone has one day.
			endsOn: day.optional()
		}),
		async ({ id, version, startsOn, endsOn }, { locals, params }: RequestEvent) => {
			await readMission(locals.ctx, params.slug);
			await editItem(locals.ctx, id, { version, startsOn, endsOn: endsOn ?? startsOn });
		}
	),
	freeze: act(freezeSchema, async (given, { locals, params }: RequestEvent) => {
		const mission = await readMission(locals.ctx, params.slug);
		return { frozen: await freezePlan(locals.ctx, mission.id, given) };
	}),
	remove: act(z.object({ task: z.uuid('choice_missing') }), async ({ task }, { locals }: RequestEvent) => {
		await removeTask(locals.ctx, task, true);
		return { removed: task };
	}),
	restore: act(z.object({ task: z.uuid() }), async ({ task }, { locals }: RequestEvent) => {
		await removeTask(locals.ctx, task, false);
	}),
	reach: act(
		z.object({ milestone: z.uuid(), version: z.coerce.number().int(), doneOn: noneOr(day) }),
		async ({ milestone, version, doneOn }, { locals }: RequestEvent) => {
			await reachMilestone(locals.ctx, milestone, version, doneOn);
		}
	)
};
