import { z } from 'zod';
import { makeCalendar } from '#core/calendar/calendar.ts';
import { isDay, type Day } from '#core/calendar/days.ts';
import { DomainError, type RefusalCode } from '#core/errors.ts';
import {
	NetworkError,
	nodesOf,
	replan,
	type Move,
	type NetworkFault,
	type PlanEdit,
	type Replan
} from '#core/schedule/network/index.ts';
import type { ScheduleItem } from '#core/schedule/types.ts';
import type { Context } from '#server/context.ts';
import { unwrap, unwrapMaybe } from '#server/db/unwrap.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { replanAfter } from '#server/obligations/replan.ts';
import { missionContract } from '#server/reports/due-reports.ts';
import { itemsOf, linksOf, readLines, scheduleRows, type ScheduleRows } from './read-schedule.ts';

const day = z.string().refine(isDay, 'date_out_of_range');
const span = z.object({ startsOn: day, endsOn: day });
/** A mission has no more lines than this. */
const MOST = 5000;
export const planSchema = z.object({
	edits: z
		.array(z.object({ id: z.uuid(), version: z.number().int().min(1), startsOn: day, endsOn: day }))
		.max(MOST, 'too_many_tasks'),
	mode: z.enum(['push', 'follow'], 'choice_missing').default('push'),
	/** What the person saw and agreed to. */
	expected: z.array(z.object({ id: z.uuid(), from: span, to: span })).max(MOST, 'too_many_tasks')
});
export type PlanInput = z.output<typeof planSchema>;

/** One act that moved several lines, and the lines as they now stand. */
export interface PlanActed {
	act: string;
	items: ScheduleItem[];
}

const refusalOf: Record<NetworkFault, RefusalCode> = {
	out_of_range: 'date_out_of_range',
	cycle: 'link_cycle',
	unknown: 'not_found',
	pinned: 'line_pinned',
	end_before_start: 'end_before_start'
};

/** A line that was stored after the last day of the calendars: what follows it cannot be worked out. */
function refuseBeyondCalendars({ tasks, milestones, meetings }: ScheduleRows): void {
	const off = (day: Day | null) => day !== null && !isDay(day);
	const wrong =
		tasks.find((t) => off(t.starts_on) || off(t.ends_on)) ??
		milestones.find((m) => off(m.due_on)) ??
		meetings.find((g) => off(g.held_on));
	if (wrong) throw new DomainError('line_out_of_range', { id: wrong.id, title: wrong.title });
}

/** The re-plan by core, its refusals in ours: lines are told by their titles. */
function previewOf(
	items: readonly ScheduleItem[],
	links: Parameters<typeof replan>[1],
	edits: readonly PlanEdit[],
	calendar: Parameters<typeof replan>[3],
	mode: PlanInput['mode']
): Replan {
	try {
		return replan(nodesOf(items), links, edits, calendar, mode);
	} catch (error) {
		if (!(error instanceof NetworkError)) throw error;
		const titles = new Map(items.map(({ id, title }) => [id, title]));
		const path = error.ids.map((id) => ({ id, title: titles.get(id) ?? id }));
		throw new DomainError(refusalOf[error.fault], { path, ...path[0] }, error);
	}
}

const sameMoves = (a: readonly Move[], b: readonly Move[]): boolean => {
	const there = new Map(b.map((move) => [move.id, move]));
	return (
		a.length === b.length &&
		a.every(({ id, from, to }) => {
			const other = there.get(id);
			return (
				other !== undefined &&
				other.from.startsOn === from.startsOn &&
				other.from.endsOn === from.endsOn &&
				other.to.startsOn === to.startsOn &&
				other.to.endsOn === to.endsOn
			);
		})
	);
};

/** The conflicts the store tells, each with what stands now as the chart draws it. */
async function withItems(ctx: Context, error: unknown): Promise<never> {
	const told = error instanceof DomainError && error.code === 'stale' ? error.detail.conflicts : undefined;
	if (!Array.isArray(told)) throw error;
	const conflicts = told as { id: string; wanted: { startsOn: Day; endsOn: Day } | null }[];
	const now = await readLines(
		ctx,
		conflicts.map(({ id }) => id)
	);
	throw new DomainError(
		'stale',
		{ conflicts: conflicts.map((one) => ({ ...one, current: now.get(one.id) ?? null })) },
		error as DomainError
	);
}

/**
 * Keeps what a change brings about as one act: worked out again here from what is stored, and kept only when it is
 * what the person saw.
 * @throws `preview_changed` with what it now brings about; `stale` with each line that changed, both values; `link_cycle`,
 * `line_pinned`, `date_out_of_range`, `line_out_of_range`, `end_before_start`, `plan_unchanged`, `not_allowed`, `not_found`
 */
export async function applyPlan(ctx: Context, mission: MissionContext, input: PlanInput): Promise<PlanActed> {
	if (!mission.roles.includes('client_manager')) throw new DomainError('not_allowed');
	const { edits, mode, expected } = input;
	const [rows, contract] = await Promise.all([
		scheduleRows(ctx, mission.slug),
		missionContract(ctx, mission)
	]);
	refuseBeyondCalendars(rows);
	const items = itemsOf(rows);
	const versions = new Map(items.map(({ id, version }) => [id, version]));
	const keep = async (lines: PlanInput['edits']): Promise<string> => {
		const asked = { mission: mission.id, read_stamp: rows.stamp, mode, lines };
		return unwrap(await ctx.client.rpc('apply_plan', asked));
	};
	// Lines that changed since they were read: the store refuses, and says who changed them.
	if (edits.some(({ id, version }) => versions.get(id) !== version))
		await keep(edits).catch((error) => withItems(ctx, error));
	const calendar = makeCalendar(contract.calendar.base, contract.calendar.changes);
	const preview = previewOf(items, linksOf(rows, items), edits, calendar, mode);
	if (!sameMoves(preview.moves, expected)) throw new DomainError('preview_changed', { preview });
	if (preview.moves.length === 0) throw new DomainError('plan_unchanged');
	const lines = preview.moves.map(({ id, to }) => ({ id, version: versions.get(id)!, ...to }));
	const act = await keep(lines).catch(async (error) => {
		if (error instanceof DomainError && error.code === 'preview_changed')
			throw new DomainError('preview_changed', { preview }, error);
		return withItems(ctx, error);
	});
	return acted(
		ctx,
		mission,
		act,
		lines.map(({ id }) => id)
	);
}

/**
 * Puts every line of an act back where it stood before it, as one act. Of an import: what it changed, brought and took
 * off, and its links.
 * @throws `stale` with each line that changed since, both values; `already_undone`, `line_pinned`, `line_in_use` for a
 * line an import brought and something else now hangs on, `not_from_here`, `not_allowed`; `not_found` for an act that is
 * not of this mission
 */
export async function undoPlan(ctx: Context, mission: MissionContext, act: string): Promise<PlanActed> {
	// Another mission's act is none of this one: what follows is worked out for this one.
	const known = z.uuid().safeParse(act).success && unwrapMaybe(await actOf(ctx, act));
	if (!known || known.mission_id !== mission.id) throw new DomainError('not_found');
	const made = await undone(ctx, act).catch((error) => withItems(ctx, error));
	const [row] = unwrap(await ctx.client.from('plan_acts').select('moves').eq('id', made));
	const ids = (row!.moves as unknown as { id: string }[]).map(({ id }) => id);
	if (known.mode === 'import') {
		// A milestone that is gone moves what the contract counts from it, too.
		await replanAfter(ctx, mission.id);
		return { act: made, items: [...(await readLines(ctx, ids)).values()] };
	}
	return acted(ctx, mission, made, ids);
}

const actOf = (ctx: Context, act: string) =>
	ctx.client.from('plan_acts').select('mission_id, mode').eq('id', act).maybeSingle();

const undone = async (ctx: Context, act: string) => unwrap(await ctx.client.rpc('undo_plan', { act }));

async function acted(ctx: Context, mission: MissionContext, act: string, ids: string[]): Promise<PlanActed> {
	const items = [...(await readLines(ctx, ids)).values()];
	// A milestone that moves moves what the contract counts from it.
	if (items.some(({ kind }) => kind === 'milestone')) await replanAfter(ctx, mission.id);
	return { act, items };
}
