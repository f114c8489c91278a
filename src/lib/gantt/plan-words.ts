import type { Calendar } from '#core/calendar/calendar.ts';
import { formatDay, type DayLocale } from '#core/calendar/format.ts';
import type { LinkFault, NetworkError, Room } from '#core/schedule/network/index.ts';
import type { Break, Constraint, Move } from '#core/schedule/network/types.ts';
import type { ScheduleItem } from '#core/schedule/types.ts';
import { m } from '../i18n/paraglide/messages.js';
import { tieWords } from './links/links-text.ts';
import { shiftOf } from './editing/plan.ts';
import { nameWords } from './words.ts';

type Lines = ReadonlyMap<string, ScheduleItem>;

const titleOf = (lines: Lines, id: string) => {
	const line = lines.get(id);
	return line ? nameWords(line) : id;
};

/** What no longer holds, in a sentence that names the lines and the days. */
export function breakWords(one: Break, lines: Lines, locale: DayLocale): string {
	const day = (value: string) => formatDay(value, locale);
	if (one.kind === 'link') {
		const { from, to, type } = one.link;
		const said = type === 'FS' || type === 'SS' ? m.plan_break_starts : m.plan_break_ends;
		return said(
			{
				to: titleOf(lines, to),
				from: titleOf(lines, from),
				day: day(one.needs),
				tie: tieWords(one.link, locale)
			},
			{ locale }
		);
	}
	const title = titleOf(lines, one.id);
	if (one.kind === 'limit')
		return m.plan_break_limit({ title, day: day(one.limitOn), now: day(one.day) }, { locale });
	const said = {
		must_start: m.plan_break_must,
		not_before: m.plan_break_before,
		not_after: m.plan_break_after
	}[one.constraint.kind];
	return said({ title, day: day(one.constraint.day), now: day(one.day) }, { locale });
}

/** What holds again. */
export function mendWords(one: Break, lines: Lines, locale: DayLocale): string {
	if (one.kind === 'link') {
		const { from, to } = one.link;
		const tie = tieWords(one.link, locale);
		return m.plan_mend_link({ to: titleOf(lines, to), from: titleOf(lines, from), tie }, { locale });
	}
	const title = titleOf(lines, one.id);
	return one.kind === 'limit'
		? m.plan_mend_limit({ title, day: formatDay(one.limitOn, locale) }, { locale })
		: m.plan_mend_constraint({ title, day: formatDay(one.constraint.day, locale) }, { locale });
}

/** Why nothing can be computed, and what to do. */
export function faultOfPlan(fault: NetworkError, lines: Lines, locale: DayLocale): string {
	const path = [...fault.ids, ...fault.ids.slice(0, 1)].map((id) => titleOf(lines, id)).join(' → ');
	if (fault.fault === 'cycle') return m.plan_circle({ path }, { locale });
	if (fault.fault === 'out_of_range') return m.plan_impossible({}, { locale });
	if (fault.fault === 'end_before_start')
		return m.plan_order({ title: titleOf(lines, fault.ids[0] ?? '') }, { locale });
	return m.plan_pinned({}, { locale });
}

/** Why a link cannot be; a circle is named, line by line, back to its first. */
export function linkFaultWords(fault: LinkFault, lines: Lines, locale: DayLocale): string {
	if (fault.code === 'cycle') {
		const path = [...fault.path, ...fault.path.slice(0, 1)].map((id) => titleOf(lines, id)).join(' → ');
		return m.plan_link_cycle({ path }, { locale });
	}
	const said = {
		unknown: m.plan_link_unknown,
		itself: m.plan_link_itself,
		summary: m.plan_link_summary,
		meeting: m.plan_link_meeting,
		duplicate: m.plan_link_duplicate
	};
	return said[fault.code]({}, { locale });
}

/** `3 jours ouvrés plus tard`, `2 jours ouvrés de plus`. */
export function shiftWords(move: Move, calendar: Calendar, locale: DayLocale): string {
	const { start, end } = shiftOf(calendar, move);
	if (start === 0 && end === 0) return m.plan_same({}, { locale });
	const stretched = move.from.startsOn === move.to.startsOn;
	const count = Math.abs(end === 0 ? start : end);
	if (stretched) return (end > 0 ? m.plan_longer : m.plan_shorter)({ count }, { locale });
	if (end === 0) return (start < 0 ? m.plan_longer : m.plan_shorter)({ count }, { locale });
	return (end > 0 ? m.plan_later : m.plan_earlier)({ count }, { locale });
}

/** `3 tâches et 1 jalon`, of the lines that move besides those that were taken in hand. */
export function countWords(
	moves: readonly Move[],
	edited: ReadonlySet<string>,
	lines: Lines,
	locale: DayLocale
) {
	const others = moves.filter(({ id }) => !edited.has(id));
	const points = others.filter(({ id }) => lines.get(id)?.kind === 'milestone').length;
	const tasks = others.length - points;
	const parts = [
		tasks > 0 && m.plan_tasks({ count: tasks }, { locale }),
		points > 0 && m.plan_milestones({ count: points }, { locale })
	].filter((part) => part !== false);
	if (parts.length === 0) return m.plan_also_none({}, { locale });
	const what = new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
	const said = others.length === 1 ? m.plan_also_one : m.plan_also;
	return said({ what }, { locale });
}

/** `Pas avant le lun. 2 déc. 2019`. */
export function constraintWords({ kind, day }: Constraint, locale: DayLocale): string {
	const said = {
		must_start: m.plan_must_fact,
		not_before: m.plan_before_fact,
		not_after: m.plan_after_fact
	};
	return said[kind]({ day: formatDay(day, locale) }, { locale });
}

/** What delay a line can bear, as a sentence. */
export function floatWords({ totalFloat, critical }: Room, locale: DayLocale): string {
	if (totalFloat < 0) return m.plan_float_less({ count: -totalFloat }, { locale });
	if (critical || totalFloat === 0) return m.plan_float_none({}, { locale });
	return m.plan_float_some({ count: totalFloat }, { locale });
}

/** The same in a cell: `critique`, `marge : 5 jours ouvrés`. */
export function floatShort({ totalFloat, critical }: Room, locale: DayLocale): string {
	if (totalFloat < 0) return m.plan_float_less({ count: -totalFloat }, { locale });
	if (critical) return m.plan_critical({}, { locale });
	return m.plan_float_short({ count: totalFloat }, { locale });
}

/** The distance to a frozen plan: `3 jours ouvrés après le plan`. */
export function slipWords(
	slip: { isNew: boolean; workingDays: number; calendarDays: number },
	locale: DayLocale
): string {
	if (slip.isNew) return m.plan_slip_new({}, { locale });
	const count = Math.abs(slip.workingDays);
	if (slip.workingDays > 0) return m.plan_slip_later({ count }, { locale });
	if (slip.workingDays < 0) return m.plan_slip_earlier({ count }, { locale });
	if (slip.calendarDays !== 0) return m.plan_slip_off({ count: Math.abs(slip.calendarDays) }, { locale });
	return m.plan_slip_none({}, { locale });
}
