import type { Day } from '#core/calendar/days.ts';
import { formatDay, type DayLocale } from '#core/calendar/format.ts';
import { dayAt, dayNumber, weekdayAt } from '#core/schedule/drawing/day-number.ts';
import type { Holiday } from '#core/schedule/types.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { Range } from './range.ts';
import { draw, drawNamed } from './svg.ts';
import type { Seen, Tick } from './ticks.ts';

/** Everything behind the bars is drawn from these. */
export interface Stage {
	range: Range;
	dayWidth: number;
	/** Where the rows begin and end. */
	top: number;
	bottom: number;
	locale: DayLocale;
}

/** Narrower than this a weekend is a hair, and the whole drawing turns grey. */
const NARROWEST_WEEKEND = 3;
/** And a holiday too. */
const NARROWEST_HOLIDAY = 1;

export function offsetOf(stage: Stage, day: Day): number {
	return (dayNumber(day) - dayNumber(stage.range.from)) * stage.dayWidth;
}

function inside(stage: Stage, day: Day): boolean {
	return day >= stage.range.from && day <= stage.range.to;
}

/** Plain rectangles, not one shape: what is painted again at each frame must be cheap to paint. */
function column(className: string, x: number, width: number, { top, bottom }: Stage): SVGRectElement {
	return draw('rect', { class: className, x, y: top, width, height: bottom - top });
}

function weekends(stage: Stage, { first, last }: Seen): SVGElement[] {
	const { range, dayWidth } = stage;
	if (dayWidth < NARROWEST_WEEKEND) return [];
	const columns: SVGElement[] = [];
	// A weekend begun before the first day drawn may end in it.
	for (let at = first - ((weekdayAt(dayNumber(range.from) + first) + 1) % 7); at <= last; at += 7) {
		const from = Math.max(0, at);
		const days = at + 2 - from;
		if (days > 0) columns.push(column('weekend', from * dayWidth, days * dayWidth, stage));
	}
	return columns;
}

function holidayBands(stage: Stage, holidays: readonly Holiday[], { first, last }: Seen): SVGElement[] {
	if (stage.dayWidth < NARROWEST_HOLIDAY) return [];
	const origin = dayNumber(stage.range.from);
	const [from, to] = [dayAt(origin + first), dayAt(origin + last)];
	return holidays
		.filter(({ day }) => day >= from && day <= to && inside(stage, day))
		.map(({ day, label }) =>
			drawNamed(
				'rect',
				{
					class: 'holiday',
					x: offsetOf(stage, day),
					y: stage.top,
					width: Math.max(stage.dayWidth, 2),
					height: stage.bottom - stage.top
				},
				m.schedule_holiday_on({ label, day: formatDay(day, stage.locale) }, { locale: stage.locale })
			)
		);
}

function lines(stage: Stage, ticks: readonly Tick[]): SVGElement[] {
	return ticks
		.filter((tick) => !tick.carried)
		.map(({ offset, strong }) =>
			column(strong ? 'rule strong' : 'rule', offset * stage.dayWidth, 1, stage)
		);
}

/** Weekends, holidays and the lines of the scale of the days in view, to be put behind the bars. */
export function backdrop(
	stage: Stage,
	ticks: readonly Tick[],
	holidays: readonly Holiday[],
	seen: Seen
): SVGGElement {
	const group = draw('g', { class: 'backdrop' });
	group.append(...weekends(stage, seen), ...holidayBands(stage, holidays, seen), ...lines(stage, ticks));
	return group;
}

/** The line of the mission's own today, in the middle of its day; null when it is outside the drawing. */
export function todayLine(stage: Stage, today: Day): SVGGElement | null {
	if (!inside(stage, today)) return null;
	const x = offsetOf(stage, today) + stage.dayWidth / 2;
	const title = m.schedule_today_on({ day: formatDay(today, stage.locale) }, { locale: stage.locale });
	const group = drawNamed('g', { class: 'today' }, title);
	group.append(draw('path', { d: `M${x} ${stage.top}V${stage.bottom}` }));
	return group;
}
