import { previousWeek, type Week } from '#core/calendar/days.ts';
import { reportBodySchema, type ReportBody } from '#core/reports/body.ts';
import { prefillReport } from '#core/reports/prefill.ts';
import type { Context } from '#server/context.ts';
import { unwrap, unwrapMaybe } from '#server/db/unwrap.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';

/** A first draft of a week's report, made of what the mission already knows. */
export async function prefill(ctx: Context, mission: MissionContext, week: Week): Promise<ReportBody> {
	const { client } = ctx;
	const [tasks, versions, meetings, last] = await Promise.all([
		client
			.from('tasks')
			.select('title, starts_on, ends_on, progress')
			.eq('mission_id', mission.id)
			.is('removed_at', null)
			.order('starts_on'),
		client
			.from('versions')
			.select('number, submitted_on, deliverables (code)')
			.eq('mission_id', mission.id),
		client.from('meetings').select('title, held_on, state').eq('mission_id', mission.id).order('held_on'),
		client
			.from('weekly_reports')
			.select('body')
			.eq('mission_id', mission.id)
			.eq('period', previousWeek(week))
			.maybeSingle()
	]);
	const previous = unwrapMaybe(last);
	return prefillReport(week, {
		tasks: unwrap(tasks).map((t) => ({
			title: t.title,
			startsOn: t.starts_on,
			endsOn: t.ends_on,
			progress: t.progress
		})),
		submissions: unwrap(versions).map((v) => ({
			code: v.deliverables.code,
			number: v.number,
			on: v.submitted_on
		})),
		meetings: unwrap(meetings)
			.filter((m) => m.state !== 'cancelled')
			.map((m) => ({ title: m.title, on: m.held_on })),
		previous: previous ? reportBodySchema.parse(previous.body) : null
	});
}
