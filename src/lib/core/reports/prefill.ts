import { addDays, nextWeek, weekRange, type Day, type Week } from '#core/calendar/days.ts';
import { reportBodySchema, type ReportBody } from './body.ts';

export interface PrefillTask {
	title: string;
	startsOn: Day;
	endsOn: Day;
	progress: number;
}
export interface PrefillSources {
	tasks: PrefillTask[];
	/** Versions handed in, with the day. */
	submissions: { code: string; number: string; on: Day }[];
	/** Meetings with the day they are or were held. */
	meetings: { title: string; on: Day }[];
	/** Last week's report, from which profiles, totals and risks carry over. */
	previous: ReportBody | null;
}

const overlaps = (task: PrefillTask, from: Day, to: Day) => task.startsOn <= to && task.endsOn >= from;
const lines = (items: string[]) => items.join('\n');

/**
 * What is already known of a week: the author corrects rather than types. Nothing is claimed that the schedule does
 * not say: a task is quoted with its progress, and called missed only past its end.
 */
export function prefillReport(week: Week, sources: PrefillSources): ReportBody {
	const { from, to } = weekRange(week);
	const coming = weekRange(nextWeek(week));
	const within = (day: Day, span: { from: Day; to: Day }) => span.from <= day && day <= span.to;
	const moving = sources.tasks.filter((t) => overlaps(t, from, to) && t.progress > 0);
	const missed = sources.tasks.filter((t) => t.endsOn < addDays(to, 1) && t.progress < 100);
	return reportBodySchema.parse({
		done: lines([
			...moving.map((t) => `${t.title} (${t.progress} %)`),
			...sources.submissions
				.filter((s) => within(s.on, { from, to }))
				.map((s) => `Remise de ${s.code}, version ${s.number}`),
			...sources.meetings.filter((g) => within(g.on, { from, to })).map((g) => g.title)
		]),
		next: lines([
			...sources.tasks
				.filter((t) => overlaps(t, coming.from, coming.to) && t.progress < 100)
				.map((t) => t.title),
			...sources.meetings.filter((g) => within(g.on, coming)).map((g) => g.title)
		]),
		missed: missed.map((t) => ({ what: t.title.slice(0, 300), why: '' })),
		risks: sources.previous?.risks ?? [],
		days: (sources.previous?.days ?? []).map((d) => ({
			profile: d.profile,
			sold: d.sold,
			week: 0,
			// What had been used before, plus that week: the running total to go on from.
			consumed: d.consumed
		}))
	});
}
