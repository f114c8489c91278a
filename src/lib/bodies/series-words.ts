import { weekRange } from '#core/calendar/days.ts';
import type { Proposal } from '#core/meetings/bodies/series.ts';
import { formatDate, formatList, formatWeek } from '$lib/i18n/format.ts';
import { m } from '$lib/i18n/paraglide/messages.js';

/** « mars 2023 », « semaine 44 de 2019 », « 2023 », or the day itself. */
export function occurrenceWords(occurrence: string): string {
	if (/^\d{4}-W\d{2}$/.test(occurrence) && weekRange(occurrence)) return formatWeek(occurrence);
	if (/^\d{4}-\d{2}$/.test(occurrence)) return formatDate(`${occurrence}-01`, undefined, 'month');
	return /^\d{4}$/.test(occurrence) ? occurrence : formatDate(occurrence);
}

/** Why the day is not the one the rule gives: each day passed over, by its name when it has one. */
export function shiftWords(p: Pick<Proposal, 'nominal' | 'skipped'>): string {
	if (p.skipped.length === 0) return m.bodies_shift_none();
	const why = p.skipped.map((one) =>
		one.holiday
			? m.bodies_shift_holiday({ day: formatDate(one.day), label: one.holiday })
			: m.bodies_shift_weekend({ day: formatDate(one.day) })
	);
	return m.bodies_shift({ why: formatList(why) });
}
