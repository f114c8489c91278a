import type { DayLocale } from '#core/calendar/format.ts';
import type { Link, LinkType } from '#core/schedule/network/types.ts';
import type { ScheduleItem } from '#core/schedule/types.ts';
import { m } from '../i18n/paraglide/messages.js';
import { nameWords } from './words.ts';

type Named = Pick<ScheduleItem, 'code' | 'title'>;

/** `fin à début`, and the three others. */
export function linkTypeWords(type: LinkType, locale: DayLocale): string {
	if (type === 'FS') return m.gantt_link_fs({}, { locale });
	if (type === 'SS') return m.gantt_link_ss({}, { locale });
	return type === 'FF' ? m.gantt_link_ff({}, { locale }) : m.gantt_link_sf({}, { locale });
}

/** `+2 jours ouvrés`, `−1 jour`; empty without a lag. */
export function lagWords({ lag, lagUnit }: Pick<Link, 'lag' | 'lagUnit'>, locale: DayLocale): string {
	if (lag === 0) return '';
	const words = { sign: lag > 0 ? '+' : '−', count: Math.abs(lag) };
	return lagUnit === 'working'
		? m.gantt_lag_working(words, { locale })
		: m.gantt_lag_calendar(words, { locale });
}

/** `fin à début, +2 jours ouvrés`, with what is wrong with it. */
export function tieWords(
	link: Pick<Link, 'type' | 'lag' | 'lagUnit'>,
	broken: boolean,
	locale: DayLocale
): string {
	return [
		linkTypeWords(link.type, locale),
		lagWords(link, locale),
		broken ? m.gantt_link_broken({}, { locale }) : ''
	]
		.filter((part) => part !== '')
		.join(', ');
}

/** `E-T101 Entretiens → E-T102 Analyse : fin à début, +2 jours ouvrés`. */
export function linkWords(link: Link, from: Named, to: Named, broken: boolean, locale: DayLocale): string {
	const words = { from: nameWords(from), to: nameWords(to), type: tieWords(link, broken, locale) };
	return m.gantt_link(words, { locale });
}
