import { z } from 'zod';
import { isDay } from '#core/calendar/days.ts';
import { DomainError } from '#core/errors.ts';
import type { ScheduleItem } from '#core/schedule/types.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';
import { replanAfter } from '#server/obligations/replan.ts';
import { readLines } from './read-schedule.ts';

const day = z.string().refine(isDay, 'date_out_of_range');
const optionalDay = day.nullable().optional();
export const scheduleEditSchema = z.object({
	version: z.number().int().min(1),
	startsOn: day,
	endsOn: day,
	progress: z.number().int().min(0, 'progress_out_of_range').max(100, 'progress_out_of_range').optional(),
	title: z.string().trim().min(1, 'title_length').max(200, 'title_length').optional(),
	phaseId: z.uuid().nullable().optional(),
	constraint: z
		.object({ kind: z.enum(['must_start', 'not_before', 'not_after'], 'choice_missing'), day })
		.nullable()
		.optional(),
	assignee: z.string().trim().max(200, 'too_long').nullable().optional(),
	organisationId: z.uuid().nullable().optional(),
	actualStart: optionalDay,
	actualEnd: optionalDay,
	notes: z.string().trim().max(4000, 'too_long').nullable().optional(),
	refs: z
		.array(z.object({ kind: z.enum(['deliverable', 'meeting', 'obligation']), id: z.uuid() }))
		.max(50, 'too_long')
		.optional()
});
export type ScheduleEditInput = z.output<typeof scheduleEditSchema>;

/** What stands now, as the chart draws it, in place of the row the store answered with. */
async function withItem(ctx: Context, id: string, error: unknown): Promise<never> {
	if (error instanceof DomainError && error.code === 'stale') {
		const current = (await readLines(ctx, [id])).get(id) ?? null;
		throw new DomainError('stale', { ...error.detail, current }, error);
	}
	throw error;
}

/**
 * Changes values of a task, or the day and the words of a floating milestone, from the version the person read.
 * What the edit does not speak of stays.
 * @throws `stale` with what stands now and who changed it, `fixed_by_contract`, `end_before_start`, `in_the_future`,
 * `unknown_ref`, `unknown_organisation`, `unknown_phase`, `not_allowed`, `not_found`
 */
export async function editItem(ctx: Context, id: string, edit: ScheduleEditInput): Promise<ScheduleItem> {
	try {
		await editTask(ctx, id, edit);
	} catch (error) {
		// Nearly every line is a task; what is none may be a milestone.
		if (!(error instanceof DomainError && error.code === 'not_found')) return withItem(ctx, id, error);
		await editMilestone(ctx, id, edit).catch((refusal) => withItem(ctx, id, refusal));
	}
	const item = (await readLines(ctx, [id])).get(id);
	if (!item) throw new DomainError('not_found');
	return item;
}

async function editTask({ client }: Context, id: string, edit: ScheduleEditInput): Promise<void> {
	const { version, ...content } = edit;
	unwrap(await client.rpc('set_task', { task: id, read_version: version, content }));
}

async function editMilestone(ctx: Context, id: string, edit: ScheduleEditInput): Promise<void> {
	const row = unwrap(
		await ctx.client.rpc('edit_milestone', {
			milestone: id,
			read_version: edit.version,
			new_due_on: edit.endsOn,
			new_title: edit.title
		})
	);
	await replanAfter(ctx, row.mission_id);
}
