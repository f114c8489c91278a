import type { Day } from '#core/calendar/days.ts';
import type { DayLocale } from '#core/calendar/format.ts';
import type { DayEvent } from '#core/schedule/exchange/ics.ts';
import { isPoint, type ScheduleItem } from '#core/schedule/types.ts';
import { kindWords, nameWords, stateWords } from '../words.ts';

/** The days of the schedule that belong in a calendar: its milestones, and the meetings the person may see. */
export const dayEvents = (
	items: readonly ScheduleItem[],
	{ today, page, locale }: { today: Day; page: string; locale: DayLocale }
): DayEvent[] =>
	items.filter(isPoint).map((item) => ({
		id: item.id,
		day: item.startsOn,
		summary: nameWords(item),
		description: [kindWords(item.kind, locale), stateWords(item, today, locale), item.clause]
			.filter(Boolean)
			.join('\n'),
		url: page,
		version: item.version
	}));
