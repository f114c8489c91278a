import { addDays, diffDays, weekday, type Day } from '#core/calendar/days.ts';
import { formatDay, type DayLocale } from '#core/calendar/format.ts';
import type { Holiday } from '#core/schedule/types.ts';
import { m } from '../../i18n/paraglide/messages.js';
import type { Range } from './range.ts';
import { draw, drawNamed } from './svg.ts';
import type { Tick } from './ticks.ts';

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

export function offsetOf(stage: Stage, day: Day): number {
	return diffDays(stage.range.from, day) * stage.dayWidth;
}

function inside(stage: Stage, day: Day): boolean {
	return day >= stage.range.from && day <= stage.range.to;
}

function weekends(stage: Stage): SVGElement[] {
	if (stage.dayWidth < NARROWEST_WEEKEND) return [];
	const saturday = addDays(stage.range.from, (6 - weekday(stage.range.from) + 7) % 7);
	const count = Math.floor(diffDays(saturday, stage.range.to) / 7) + 1;
	const { dayWidth, top } = stage;
	return Array.from({ length: count }, (_, week) =>
		draw('rect', {
			class: 'weekend',
			x: offsetOf(stage, saturday) + week * 7 * dayWidth,
			y: top,
			width: 2 * dayWidth,
			height: stage.bottom - top
		})
	);
}

function holidayBands(stage: Stage, holidays: readonly Holiday[]): SVGElement[] {
	return holidays
		.filter(({ day }) => inside(stage, day))
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
	return ticks.map(({ offset, strong }) =>
		draw('path', {
			class: strong ? 'rule strong' : 'rule',
			d: `M${offset * stage.dayWidth} ${stage.top}V${stage.bottom}`
		})
	);
}

/** Weekends, holidays and the lines of the scale, to be put behind the bars. */
export function backdrop(stage: Stage, ticks: readonly Tick[], holidays: readonly Holiday[]): SVGGElement {
	const group = draw('g', { class: 'backdrop' });
	group.append(...weekends(stage), ...holidayBands(stage, holidays), ...lines(stage, ticks));
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
