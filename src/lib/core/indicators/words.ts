import { formatDay, type DayLocale } from '../calendar/format.ts';
import { grainOf, slotOf, type At } from './periods.ts';
import type { Judged } from './series.ts';
import type { Measure } from './types.ts';

const frenchPeriods: Record<NonNullable<Judged>['period'], string> = {
	slot: 'par tranche horaire',
	day: 'par jour',
	week: 'par semaine',
	month: 'par mois',
	year: 'par an',
	event: 'à chaque fois',
	meeting: 'à chaque réunion',
	mission: 'sur toute la mission'
};
const englishPeriods: typeof frenchPeriods = {
	slot: 'per time slot',
	day: 'per day',
	week: 'per week',
	month: 'per month',
	year: 'per year',
	event: 'each time',
	meeting: 'at each meeting',
	mission: 'over the whole mission'
};

const months = {
	fr: 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' '),
	en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
};

/** A decimal as a person reads it: `94,995` in French. */
export const localDecimal = (text: string, locale: DayLocale): string =>
	locale === 'fr' ? text.replace('.', ',') : text;

/** `95 %`, `20 s`, `1 jour`. */
export function withUnit(text: string, unit: string | null | undefined, locale: DayLocale): string {
	const number = localDecimal(text, locale);
	return unit ? `${number}\u00a0${unit}` : number;
}

/** A threshold in words: « au moins 95 % par tranche horaire ». */
export function targetWords(judged: NonNullable<Judged>, unit: string | null, locale: DayLocale): string {
	const french = locale === 'fr';
	const low = withUnit(String(judged.value), judged.unit ?? unit, locale);
	const high = withUnit(String(judged.max ?? judged.value), judged.unit ?? unit, locale);
	const words = {
		'>=': french ? `au moins ${low}` : `at least ${low}`,
		'<=': french ? `au plus ${low}` : `at most ${low}`,
		'>': french ? `plus de ${low}` : `more than ${low}`,
		'<': french ? `moins de ${low}` : `less than ${low}`,
		'=': french ? `exactement ${low}` : `exactly ${low}`,
		between: french ? `entre ${low} et ${high}` : `between ${low} and ${high}`
	}[judged.op];
	return `${words} ${periodWords(judged.period, locale)}`;
}

export const periodWords = (period: NonNullable<Judged>['period'], locale: DayLocale): string =>
	(locale === 'fr' ? frenchPeriods : englishPeriods)[period];

/** How a value is made: « appels pris ÷ appels reçus ». The contract's own words stay in its language. */
export function measureWords(measure: Measure | null, locale: DayLocale): string {
	if (!measure) return locale === 'fr' ? 'la valeur relevée' : 'the value recorded';
	if (measure.kind === 'ratio') return `${measure.of} ÷ ${measure.over}`;
	const heads = {
		mean: ['moyenne', 'mean'],
		maximum: ['le plus grand', 'the greatest'],
		gap: ['écart', 'gap'],
		count: ['nombre', 'count']
	}[measure.kind];
	return `${heads[locale === 'fr' ? 0 : 1]}\u00a0: ${measure.of}`.replace(
		'\u00a0:',
		locale === 'fr' ? '\u00a0:' : ':'
	);
}

/** A period as a person reads it: « lun. 6 févr. 2023, 10:00–11:00 », « févr. 2023 ». */
export function periodName(at: At, locale: DayLocale): string {
	const grain = grainOf(at);
	if (grain === 'day') return formatDay(at, locale);
	const slot = slotOf(at);
	if (slot) return `${formatDay(at.slice(0, 10), locale)}, ${slot.from}–${slot.to}`;
	if (grain === 'month') return `${months[locale][Number(at.slice(5, 7)) - 1]} ${at.slice(0, 4)}`;
	if (grain === 'week')
		return locale === 'fr'
			? `semaine ${at.slice(6)} de ${at.slice(0, 4)}`
			: `week ${at.slice(6)} of ${at.slice(0, 4)}`;
	if (grain === 'mission') return locale === 'fr' ? 'toute la mission' : 'the whole mission';
	return at;
}
