import type { Day } from '#core/calendar/days.ts';
import { formatDay, type DayLocale } from '#core/calendar/format.ts';
import type { EditFaultCode } from '#core/schedule/check-edit.ts';
import { standing, type Punctuality } from '#core/schedule/punctuality.ts';
import { isPoint, type ScheduleItem, type ScheduleKind } from '#core/schedule/types.ts';
import { m } from '../i18n/paraglide/messages.js';

/** `du lun. 4 nov. au ven. 20 déc. 2019`, or the day alone; the year is said once where one is enough. */
export function spanWords(item: Pick<ScheduleItem, 'startsOn' | 'endsOn'>, locale: DayLocale): string {
	const to = formatDay(item.endsOn, locale);
	if (item.startsOn === item.endsOn) return m.schedule_on({ day: to }, { locale });
	const sameYear = item.startsOn.slice(0, 4) === item.endsOn.slice(0, 4);
	const from = formatDay(item.startsOn, locale);
	return m.schedule_range({ from: sameYear ? from.slice(0, -5) : from, to }, { locale });
}

export function kindWords(kind: ScheduleKind, locale: DayLocale): string {
	if (kind === 'phase') return m.schedule_kind_phase({}, { locale });
	if (kind === 'meeting') return m.schedule_kind_meeting({}, { locale });
	return kind === 'task' ? m.schedule_kind_task({}, { locale }) : m.schedule_kind_milestone({}, { locale });
}

/** The state in words, with its days: `en retard de 3 jours`, `échéance dans 2 jours`, `fait le …`. */
export function stateWords(item: ScheduleItem, today: Day, locale: DayLocale): string {
	const { state, days } = standing(item, today);
	if (state === 'late') return m.schedule_late({ count: days }, { locale });
	if (state === 'ontime') return m.schedule_ontime({}, { locale });
	if (state === 'soon') {
		return days === 0
			? m.schedule_soon_today({}, { locale })
			: m.schedule_soon({ count: days }, { locale });
	}
	if (days > 0) return m.schedule_done_late({ count: days }, { locale });
	return item.doneOn === null
		? m.schedule_done({}, { locale })
		: m.schedule_done_on({ day: formatDay(item.doneOn, locale) }, { locale });
}

/**
 * What to say first of a line, and in which hue: a plan that goes past the contract's limit is not "on time" although
 * its day is not there yet.
 */
export function headline(
	item: ScheduleItem,
	today: Day,
	locale: DayLocale
): { state: Punctuality; words: string } {
	if (item.undated) return { state: 'ontime', words: m.schedule_undated_bar({}, { locale }) };
	const { state, beyondLimit } = standing(item, today);
	if (beyondLimit && (state === 'ontime' || state === 'soon')) {
		return { state: 'late', words: m.schedule_beyond_limit({}, { locale }) };
	}
	return { state, words: stateWords(item, today, locale) };
}

/** Code and title, as people name the line. */
export function nameWords(item: Pick<ScheduleItem, 'code' | 'title'>): string {
	return item.code === null ? item.title : `${item.code} ${item.title}`;
}

/** Where there is little room: the code, or the title of a line that has none. */
export function shortWords(item: Pick<ScheduleItem, 'code' | 'title'>): string {
	return item.code ?? item.title;
}

/**
 * The whole line in words, for those who hear the chart:
 * « Tâche Entretiens, du lun. 4 nov. au ven. 20 déc. 2019, 40 %, en retard de 3 jours ».
 */
export function lineWords(item: ScheduleItem, today: Day, locale: DayLocale): string {
	if (item.undated)
		return `${kindWords(item.undated, locale)} ${nameWords(item)}, ${m.schedule_undated_bar({}, { locale })}`;
	const limit = item.limitOn === null ? null : formatDay(item.limitOn, locale);
	return [
		`${kindWords(item.kind, locale)} ${nameWords(item)}`,
		spanWords(item, locale),
		isPoint(item) ? null : m.schedule_percent({ value: item.progress }, { locale }),
		headline(item, today, locale).words,
		item.fixedByContract ? m.schedule_fixed({}, { locale }) : null,
		limit === null ? null : m.schedule_limit_on({ day: limit }, { locale })
	]
		.filter((part) => part !== null)
		.join(', ');
}

const SIGNS: Record<Punctuality, string> = { late: '▲', soon: '◆', ontime: '', done: '✓' };

/** What stands on a bar after its name: sign and words of its state, where there is something to say. */
export function barState(item: ScheduleItem, today: Day, locale: DayLocale): string {
	if (item.undated) return m.schedule_undated_bar({}, { locale });
	const { state, words } = headline(item, today, locale);
	return state === 'ontime' ? '' : `${SIGNS[state]} ${words}`;
}

const FAULTS: Record<EditFaultCode, (inputs: object, options: { locale: DayLocale }) => string> = {
	not_a_day: m.schedule_fault_not_a_day,
	out_of_range: m.schedule_fault_out_of_range,
	end_before_start: m.schedule_fault_end_before_start,
	milestone_two_days: m.schedule_fault_milestone_two_days,
	progress: m.schedule_fault_progress,
	title_empty: m.schedule_fault_title_empty,
	title_long: m.schedule_fault_title_long,
	dates_fixed: m.schedule_fault_dates_fixed
};

/** What is wrong and what to write instead. */
export function faultWords(code: EditFaultCode, locale: DayLocale): string {
	return FAULTS[code]({}, { locale });
}
