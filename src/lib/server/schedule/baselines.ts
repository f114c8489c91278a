import { z } from 'zod';
import type { Day } from '#core/calendar/days.ts';
import { DomainError } from '#core/errors.ts';
import type { BaselineInfo, ScheduleKind } from '#core/schedule/types.ts';
import type { Context } from '#server/context.ts';
import { unwrap, unwrapMaybe } from '#server/db/unwrap.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';

export const freezeSchema = z.object({
	name: z.string().trim().min(1, 'title_length').max(120, 'title_length'),
	reason: z.string().trim().min(1, 'reason_missing').max(2000, 'too_long')
});

/** Freezes the plan as it stands. @returns its number @throws `title_length`, `reason_missing`, `not_allowed` */
export async function freezePlan(
	ctx: Context,
	missionId: string,
	{ name, reason }: z.output<typeof freezeSchema>
): Promise<number> {
	return unwrap(await ctx.client.rpc('freeze_plan', { mission: missionId, name, reason }));
}

/** A line as it stood when a plan was frozen; it may be gone since. */
export interface FrozenLine {
	id: string;
	kind: ScheduleKind;
	code: string | null;
	title: string;
	startsOn: Day;
	endsOn: Day;
}

export type Baseline = BaselineInfo & { lines: FrozenLine[] };

/**
 * Every plan that was frozen, the first first: the phases, milestones and meetings of each, all the lines of one.
 * @param whole the number of the plan whose tasks are wanted too
 */
export async function readBaselines(
	ctx: Context,
	mission: MissionContext,
	whole?: number
): Promise<Baseline[]> {
	const asked = { mission_slug: mission.slug, whole };
	const found = unwrapMaybe(await ctx.client.rpc('baselines_page', asked));
	if (!found) throw new DomainError('not_found');
	return (found as unknown as (Omit<Baseline, 'lines'> & { lines: FrozenLine[] | null })[]).map((one) => ({
		...one,
		lines: one.lines ?? []
	}));
}
