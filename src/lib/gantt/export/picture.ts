import { makeCalendar, type CalendarChange, type CalendarName } from '#core/calendar/calendar.ts';
import type { Day } from '#core/calendar/days.ts';
import type { DayLocale } from '#core/calendar/format.ts';
import { scheduleSvg } from '#core/schedule/drawing/schedule-svg.ts';
import { analyse, nodesOf, type Link } from '#core/schedule/network/index.ts';
import { phaseGroups, rowsOf } from '#core/schedule/rows.ts';
import type { UndatedLine } from '#core/schedule/undated.ts';
import { withUndated } from '#core/schedule/undated-rows.ts';
import type { Holiday, ScheduleItem } from '#core/schedule/types.ts';
import { m } from '../../i18n/paraglide/messages.js';
import { svgWords } from '../svg-words.ts';

/** What of a schedule is drawn. */
export interface Drawn {
	items: readonly ScheduleItem[];
	undated: readonly UndatedLine[];
	links: readonly Link[];
	baseline: Record<string, { startsOn: Day; endsOn: Day }> | null;
	holidays: readonly Holiday[];
	calendar: { base: CalendarName; changes: CalendarChange[] };
}

export interface PictureOf {
	title: string;
	today: Day;
	locale: DayLocale;
	/** Pixels. */
	width: number;
	critical: boolean;
	/** A page of it, counted from 1; all of it when absent. */
	page?: number;
}

/** A3 on its side less its margins, at 96 points an inch, and the rows that fit under the heading and over the legend. */
export const sheet = { width: 1490, rows: 29 } as const;

export const pagesOf = (rows: number): number => Math.ceil(rows / sheet.rows);

/** The lines of the critical path; none while the links cannot be put in order. */
function criticalOf({ items, links, calendar }: Drawn): Set<string> | null {
	try {
		const room = analyse(nodesOf(items), links, makeCalendar(calendar.base, calendar.changes));
		return new Set([...room].filter(([, { critical }]) => critical).map(([id]) => id));
	} catch {
		return null;
	}
}

/** The schedule as the chart draws it, in the order of the screen; or one page of it, on the scale of the whole. */
export function pictureOf(
	schedule: Drawn,
	{ title, today, locale, width, critical, page }: PictureOf
): string {
	const all = withUndated(rowsOf(phaseGroups(schedule.items)), schedule.undated);
	const from = page === undefined ? 0 : (page - 1) * sheet.rows;
	const rows = page === undefined ? all : all.slice(from, from + sheet.rows);
	const shown = new Set(rows.map(({ id }) => id));
	const days = all.flatMap(({ id, startsOn, endsOn, limitOn }) => {
		const then = schedule.baseline?.[id];
		return [startsOn, endsOn, limitOn, then?.startsOn, then?.endsOn].filter((day) => day != null);
	});
	const [first, last] = [days.toSorted()[0], days.toSorted().at(-1)];
	const pages = pagesOf(all.length);
	return scheduleSvg({
		rows,
		links: schedule.links.filter((link) => shown.has(link.from) && shown.has(link.to)),
		baseline: schedule.baseline,
		...(first && last ? { within: { startsOn: first, endsOn: last } } : {}),
		critical: critical ? criticalOf(schedule) : null,
		today,
		holidays: schedule.holidays,
		locale,
		width,
		title:
			page === undefined || pages === 1
				? title
				: m.schedule_exchange_print_page({ title, page, pages }, { locale }),
		words: svgWords(locale)
	});
}
