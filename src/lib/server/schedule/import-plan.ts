import type { Day } from '#core/calendar/days.ts';
import type { Constraint, Link } from '#core/schedule/network/types.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';
import { replanAfter } from '#server/obligations/replan.ts';

/** Values of a line; what is absent is left as it stands. */
export interface LineValues {
	title?: string;
	phaseId?: string | null;
	startsOn?: Day;
	endsOn?: Day;
	progress?: number;
	constraint?: Constraint | null;
	actualStart?: Day | null;
	actualEnd?: Day | null;
	assignee?: string | null;
	organisationId?: string | null;
	notes?: string | null;
}

/** What an import changes. The ends of a link are lines that stand, or `new:` and the key of one that is added. */
export interface PlanChanges {
	fileName: string;
	added: {
		key: string;
		kind: 'task' | 'milestone';
		code: string | null;
		values: LineValues & { title: string; startsOn: Day; endsOn: Day };
	}[];
	changed: { id: string; version: number; values: LineValues }[];
	removed: { id: string; version: number }[];
	/** `after` null: the link goes. */
	links: { from: string; to: string; after: Pick<Link, 'type' | 'lag' | 'lagUnit'> | null }[];
}

/** What an import did, and the act to take it back by. */
export interface Imported {
	added: number;
	changed: number;
	removed: number;
	links: number;
	act: string;
}

/**
 * Keeps an import as one act, or nothing of it.
 * @param stamp the state of the schedule it was compared with
 * @throws `stale` with the lines that changed (`conflicts`), `preview_changed` when anything else did,
 * `task_has_decisions`, `link_cycle`, `link_nowhere`, `fixed_by_contract`, `too_many_tasks`, `too_many_links`, and what a
 * single edit is refused for
 */
export async function importPlan(
	ctx: Context,
	missionId: string,
	stamp: string,
	plan: PlanChanges
): Promise<Imported> {
	const counts = unwrap(
		await ctx.client.rpc('import_plan', { mission: missionId, read_stamp: stamp, plan: plan as never })
	);
	await replanAfter(ctx, missionId);
	return counts as unknown as Imported;
}
