import { formatDayShort } from '#core/calendar/format.ts';
import { nextWeek, weekRange, type Day, type Week } from '#core/calendar/days.ts';
import { reportBodySchema, type ReportBody } from './body.ts';
import { consumedOf, type EarlierDays } from './totals.ts';

export interface PrefillTask {
	title: string;
	startsOn: Day;
	endsOn: Day;
	progress: number;
	/** Progress was noted in the week of the report. */
	moved: boolean;
}
export interface PrefillSources {
	tasks: PrefillTask[];
	/** Versions handed in, with the day. */
	submissions: { code: string; number: string; on: Day }[];
	/** Meetings with the day they are or were held. */
	meetings: { title: string; on: Day; held: boolean }[];
	/** The report before, from which weather, profiles and risks carry over. */
	previous: ReportBody | null;
	/** The days of the weeks filed so far. */
	earlier: EarlierDays[];
	/** The mission's day: what ends later is not missed yet. */
	today: Day;
}

const overlaps = (task: PrefillTask, from: Day, to: Day) => task.startsOn <= to && task.endsOn >= from;
const lines = (items: string[]) => items.join('\n');

/**
 * What is already known of a week: the author corrects rather than types. Nothing is claimed that the mission does
 * not say: a task is quoted when its progress was noted in that very week, and called missed only past its end.
 */
export function prefillReport(week: Week, sources: PrefillSources): ReportBody {
	const { from, to } = weekRange(week);
	const coming = weekRange(nextWeek(week));
	const within = (day: Day, span: { from: Day; to: Day }) => span.from <= day && day <= span.to;
	const by = (day: Day) => `échéance : ${formatDayShort(day, 'fr')}`;
	const moving = sources.tasks.filter((t) => t.moved && t.progress > 0);
	const missed = sources.tasks.filter(
		(t) => t.endsOn <= to && t.endsOn < sources.today && t.progress < 100
	);
	return reportBodySchema.parse({
		weather: sources.previous?.weather,
		axes: sources.previous?.axes,
		done: lines([
			...moving.map((t) =>
				t.progress === 100 ? `${t.title} : terminé` : `${t.title} : en cours, ${t.progress} %`
			),
			...sources.submissions
				.filter((s) => within(s.on, { from, to }))
				.map((s) => `Remise de ${s.code}, version ${s.number}`),
			...sources.meetings
				.filter((g) => g.held && within(g.on, { from, to }) && g.on <= sources.today)
				.map((g) => g.title)
		]),
		next: lines([
			...sources.tasks
				.filter((t) => overlaps(t, coming.from, coming.to) && t.progress < 100)
				.map((t) => `${t.title} (${by(t.endsOn)})`),
			...sources.meetings
				.filter((g) => within(g.on, coming))
				.map((g) => `${g.title} (${formatDayShort(g.on, 'fr')})`)
		]),
		missed: missed.map((t) => ({ what: t.title.slice(0, 300), why: '' })),
		risks: sources.previous?.risks ?? [],
		days: (sources.previous?.days ?? []).map((d) => ({
			profile: d.profile,
			sold: d.sold,
			week: 0,
			consumed: consumedOf({ profile: d.profile, week: 0 }, sources.earlier)
		}))
	});
}
