import { createHash } from 'node:crypto';
import { makeCalendar } from '#core/calendar/calendar.ts';
import { DomainError } from '#core/errors.ts';
import { compare } from '#core/schedule/exchange/compare/compare.ts';
import { shownOf } from '#core/schedule/exchange/compare/shown.ts';
import type { Comparison } from '#core/schedule/exchange/compare/types.ts';
import type { Reading } from '#core/schedule/exchange/plan.ts';
import type { Context } from '#server/context.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { importPlan } from '../import-plan.ts';
import { readSchedule } from '../read-schedule.ts';

/** What the person chose: the phase for each phase of the file that the contract does not have. */
export type Places = Readonly<Record<string, string | null>>;

export interface Preview {
	comparison: Comparison;
	/** Changes when the file, the choices or the schedule do: what was looked at is what is applied. */
	seen: string;
}

/**
 * What a file would change in the schedule as it stands now; nothing is kept.
 * @throws `not_allowed` for anybody but the project manager
 */
export async function previewImport(
	ctx: Context,
	mission: MissionContext,
	reading: Reading,
	places: Places
): Promise<Preview & { stamp: string }> {
	if (!mission.roles.includes('client_manager')) throw new DomainError('not_allowed');
	const schedule = await readSchedule(ctx, mission);
	const { base, changes } = schedule.calendar;
	const comparison = compare(
		reading,
		{ ...schedule, calendar: makeCalendar(base, changes), today: mission.today },
		places
	);
	const seen = createHash('sha256')
		.update(JSON.stringify([schedule.stamp, comparison]))
		.digest('hex');
	return { comparison, seen, stamp: schedule.stamp };
}

/**
 * Keeps an import that was looked at, as one act. The file is read and compared again: what comes out must be what the
 * person saw.
 * @param removals ids of absent lines that the person takes off
 * @throws `import_faulty` while a line is wrong, `preview_changed` (with the new preview), `task_has_decisions` for a line
 * that stays, and what the store refuses
 */
export async function applyImport(
	ctx: Context,
	mission: MissionContext,
	reading: Reading,
	{
		places,
		removals,
		seen,
		fileName
	}: { places: Places; removals: readonly string[]; seen: string; fileName: string }
) {
	const { comparison, seen: now, stamp } = await previewImport(ctx, mission, reading, places);
	const { added, changed, absent, links, faults } = comparison;
	if (faults.length > 0) throw new DomainError('import_faulty', { count: faults.length });
	const changedSince = new DomainError('preview_changed', { shown: shownOf(comparison), seen: now });
	if (now !== seen) throw changedSince;
	const removed = removals.map((id) => {
		const line = absent.find((one) => one.id === id);
		if (!line) throw changedSince;
		if (line.bound !== null)
			throw new DomainError('task_stays', {
				title: line.title,
				refs: line.refs.join(', '),
				bound: line.bound
			});
		return { id, version: line.version };
	});
	const gone = new Set(removals);
	if (added.length + changed.length + removed.length + links.length === 0)
		throw new DomainError('import_nothing');
	return importPlan(ctx, mission.id, stamp, {
		fileName,
		added: added.map(({ key, kind, code, values }) => ({ key, kind, code, values })),
		changed: changed.map(({ id, version, values }) => ({ id, version, values })),
		removed,
		links: links
			.filter(({ from, to }) => !gone.has(from) && !gone.has(to))
			.map(({ from, to, after }) => ({ from, to, after }))
	});
}
