import { formatDay, type DayLocale } from '#core/calendar/format.ts';
import type { ScheduleSvgWords } from '#core/schedule/drawing/schedule-svg.ts';
import { m } from '../i18n/paraglide/messages.js';
import { tickWords } from './drawing/ticks.ts';
import { linkWords } from './link-words.ts';
import { barState, lineWords, nameWords, spanWords } from './words.ts';

/** The words of the picture of a schedule, for `scheduleSvg`. */
export function svgWords(locale: DayLocale): ScheduleSvgWords {
	const options = { locale };
	return {
		...tickWords(locale),
		name: nameWords,
		line: (item, today) => lineWords(item, today, locale),
		state: (item, today) => barState(item, today, locale),
		link: (link, from, to, broken) => linkWords(link, from, to, broken, locale),
		today: (day) => m.schedule_today_on({ day: formatDay(day, locale) }, options),
		holiday: ({ label, day }) => m.schedule_holiday_on({ label, day: formatDay(day, locale) }, options),
		baseline: (span) => m.gantt_baseline({ span: spanWords(span, locale) }, options),
		pin: (item, day) =>
			item.limitOn
				? m.schedule_pin_limit({ day: formatDay(day, locale) }, options)
				: m.schedule_pin_fixed({ day: formatDay(day, locale) }, options),
		description: (count, span) => m.gantt_svg_desc({ count, span: spanWords(span, locale) }, options),
		critical: m.gantt_critical({}, options),
		legend: {
			task: m.gantt_legend_task({}, options),
			phase: m.gantt_legend_phase({}, options),
			milestone: m.schedule_legend_milestone({}, options),
			pin: m.schedule_legend_pin({}, options),
			today: m.schedule_legend_today({}, options),
			off: m.schedule_legend_off({}, options),
			link: m.gantt_legend_link({}, options),
			broken: m.gantt_legend_broken({}, options),
			baseline: m.gantt_legend_baseline({}, options),
			critical: m.gantt_legend_critical({}, options),
			late: m.schedule_state_late({}, options),
			soon: m.schedule_state_soon({}, options),
			done: m.schedule_state_done({}, options)
		}
	};
}
