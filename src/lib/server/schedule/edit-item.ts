import { z } from 'zod';
import { isDay } from '#core/calendar/days.ts';
import { DomainError } from '#core/errors.ts';
import type { ScheduleItem } from '#core/schedule/types.ts';
import type { Context } from '#server/context.ts';
import type { Row } from '#server/db/types.gen.ts';
import { unwrap } from '#server/db/unwrap.ts';
import { replanAfter } from '#server/obligations/replan.ts';
import { hasDay, isDated, itemOfMilestone, itemOfTask } from './items.ts';

const day = z.string().refine(isDay, 'date_out_of_range');
export const scheduleEditSchema = z.object({
	version: z.number().int().min(1),
	startsOn: day,
	endsOn: day,
	progress: z.number().int().min(0, 'progress_out_of_range').max(100, 'progress_out_of_range').optional(),
	title: z.string().trim().min(1, 'title_length').max(200, 'title_length').optional()
});
export type ScheduleEditInput = z.output<typeof scheduleEditSchema>;

/** What stands now, as the chart draws it, in place of the row the store answered with. */
function withItem(error: unknown): never {
	if (error instanceof DomainError && error.code === 'stale') {
		const row = error.detail.current as Row<'tasks'> & Row<'milestones'>;
		const item =
			'starts_on' in row
				? isDated<'tasks'>(row)
					? itemOfTask(row)
					: null
				: hasDay(row)
					? itemOfMilestone(row)
					: null;
		throw new DomainError('stale', { ...error.detail, current: item }, error);
	}
	throw error;
}

/**
 * Moves, resizes, renames a task or a floating milestone, from the version the person read.
 * @throws `stale` with what stands now and who changed it, `fixed_by_contract`, `end_before_start`, `not_allowed`, `not_found`
 */
export async function editItem(ctx: Context, id: string, edit: ScheduleEditInput): Promise<ScheduleItem> {
	try {
		return await editTask(ctx, id, edit);
	} catch (error) {
		// Nearly every line is a task; what is none may be a milestone.
		if (!(error instanceof DomainError && error.code === 'not_found')) return withItem(error);
	}
	return editMilestone(ctx, id, edit).catch(withItem);
}

async function editTask({ client }: Context, id: string, edit: ScheduleEditInput): Promise<ScheduleItem> {
	const row = unwrap(
		await client.rpc('edit_task', {
			task: id,
			read_version: edit.version,
			new_starts_on: edit.startsOn,
			new_ends_on: edit.endsOn,
			new_progress: edit.progress,
			new_title: edit.title
		})
	);
	if (!isDated<'tasks'>(row)) throw new DomainError('not_found');
	return itemOfTask(row);
}

async function editMilestone(ctx: Context, id: string, edit: ScheduleEditInput): Promise<ScheduleItem> {
	const row = unwrap(
		await ctx.client.rpc('edit_milestone', {
			milestone: id,
			read_version: edit.version,
			new_due_on: edit.endsOn,
			new_title: edit.title
		})
	);
	await replanAfter(ctx, row.mission_id);
	if (!hasDay(row)) throw new DomainError('not_found');
	return itemOfMilestone(row);
}
