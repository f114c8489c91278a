import type { DayLocale } from '#core/calendar/format.ts';
import type { Range, Zoom } from '#core/schedule/drawing/scale.ts';
import { ticksOf as allTicks, type Seen, type Tick, type TickWords } from '#core/schedule/drawing/ticks.ts';
import { m } from '../../i18n/paraglide/messages.js';

export { upperLabel, type Seen, type Tick } from '#core/schedule/drawing/ticks.ts';

/** How the scale names weeks and quarters in a language. */
export function tickWords(locale: DayLocale): TickWords {
	return {
		locale,
		week: (week) => m.schedule_week_short({ week }, { locale }),
		quarter: (quarter) => m.schedule_quarter_short({ quarter }, { locale })
	};
}

/** The labels and lines of the scale in a language; see the core for what each holds. */
export function ticksOf(range: Range, zoom: Zoom, locale: DayLocale, seen?: Seen): Tick[] {
	return allTicks(range, zoom, tickWords(locale), seen);
}
