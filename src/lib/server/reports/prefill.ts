import { z } from 'zod';
import { weekRange, type Week } from '#core/calendar/days.ts';
import type { ReportBody } from '#core/reports/body.ts';
import { prefillReport } from '#core/reports/prefill.ts';
import type { Context } from '#server/context.ts';
import { unwrap } from '#server/db/unwrap.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import type { EarlierReports } from './earlier-reports.ts';

const heldStates = new Set(['in_session', 'held', 'circulated', 'approved']);

/** A first draft of a week's report, made of what the mission already knows. */
export async function prefill(
	ctx: Context,
	mission: MissionContext,
	week: Week,
	earlier: EarlierReports
): Promise<ReportBody> {
	const { client } = ctx;
	const { from, to } = weekRange(week);
	const [tasks, versions, meetings, noted] = await Promise.all([
		client
			.from('tasks')
			.select('id, title, starts_on, ends_on, progress')
			.eq('mission_id', mission.id)
			.is('removed_at', null)
			.order('starts_on'),
		client
			.from('versions')
			.select('number, submitted_on, deliverables (code)')
			.eq('mission_id', mission.id),
		client.from('meetings').select('title, held_on, state').eq('mission_id', mission.id).order('held_on'),
		client
			.from('journal')
			.select('detail')
			.eq('mission_id', mission.id)
			.eq('event', 'task_edited')
			.gte('mission_day', from)
			.lte('mission_day', to)
	]);
	const moved = new Set(unwrap(noted).flatMap((line) => movedTask(line.detail) ?? []));
	return prefillReport(week, {
		// A task still to be dated belongs to no week.
		tasks: unwrap(tasks).flatMap((t) =>
			t.starts_on && t.ends_on
				? [
						{
							title: t.title,
							startsOn: t.starts_on,
							endsOn: t.ends_on,
							progress: t.progress,
							moved: moved.has(t.id)
						}
					]
				: []
		),
		submissions: unwrap(versions).map((v) => ({
			code: v.deliverables.code,
			number: v.number,
			on: v.submitted_on
		})),
		meetings: unwrap(meetings)
			.filter((m) => m.state !== 'cancelled')
			.map((m) => ({ title: m.title, on: m.held_on, held: heldStates.has(m.state) })),
		previous: earlier.last,
		earlier: earlier.days,
		today: mission.today
	});
}

const edit = z.object({
	task: z.string(),
	from: z.object({ progress: z.number() }),
	to: z.object({ progress: z.number() })
});

/** The task whose progress a line of the journal notes, if it does. */
function movedTask(detail: unknown): string | null {
	const read = edit.safeParse(detail);
	return read.success && read.data.to.progress > read.data.from.progress ? read.data.task : null;
}
