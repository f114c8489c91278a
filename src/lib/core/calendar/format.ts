import { Temporal } from 'temporal-polyfill';
import { parseDay, type Day } from './days.ts';

export type DayLocale = 'fr' | 'en';

type Style = 'long' | 'short' | 'full';

// Intl objects are slow to build: one per locale and style, for the life of the process.
const TAGS: Record<DayLocale, string> = { fr: 'fr-FR', en: 'en-GB' };
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: DayLocale, style: Style): Intl.DateTimeFormat {
	const key = `${locale}/${style}`;
	const known = formatters.get(key);
	if (known) return known;
	const made = new Intl.DateTimeFormat(TAGS[locale], {
		timeZone: 'UTC',
		weekday: style === 'full' ? 'long' : 'short',
		day: 'numeric',
		month: style === 'full' ? 'long' : 'short',
		year: 'numeric'
	});
	formatters.set(key, made);
	return made;
}

function words(day: Day, locale: DayLocale, style: Style) {
	const instant = Temporal.PlainDate.from(parseDay(day)).toZonedDateTime('UTC').epochMilliseconds;
	const part = { weekday: '', day: '', month: '', year: '' };
	for (const { type, value } of formatter(locale, style).formatToParts(instant)) {
		if (type in part) part[type as keyof typeof part] = value;
	}
	// The first of a month is an ordinal in French; "Sept" keeps three letters like its neighbours in English.
	if (locale === 'fr' && part.day === '1') part.day = '1er';
	if (locale === 'en' && part.month === 'Sept') part.month = 'Sep';
	return part;
}

/** `mer. 29 janv. 2020` in French, `Wed 29 Jan 2020` in English. */
export function formatDay(day: Day, locale: DayLocale = 'fr'): string {
	const part = words(day, locale, 'long');
	return `${part.weekday} ${part.day} ${part.month} ${part.year}`;
}

/** `29 janv. 2020` in French, `29 Jan 2020` in English; without the year when `year` is false. */
export function formatDayShort(day: Day, locale: DayLocale = 'fr', year = true): string {
	const part = words(day, locale, 'short');
	return year ? `${part.day} ${part.month} ${part.year}` : `${part.day} ${part.month}`;
}

/** `mercredi 29 janvier 2020`: for documents and for screen readers. */
export function formatDayFull(day: Day, locale: DayLocale = 'fr'): string {
	const part = words(day, locale, 'full');
	return `${part.weekday} ${part.day} ${part.month} ${part.year}`;
}
