import { m } from './paraglide/messages.js';
import { getLocale } from './paraglide/runtime.js';

export type Locale = 'fr' | 'en';

/** British English: days before months, weeks that start on Monday, as in the contracts. */
const TAGS = { fr: 'fr-FR', en: 'en-GB' } as const;

const DAY_STYLES = {
	/** mer. 29 janv. 2020 */
	short: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
	/** mercredi 29 janvier 2020 */
	long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
	/** 29 janv. 2020 */
	plain: { day: 'numeric', month: 'short', year: 'numeric' },
	/** 29 janv. */
	brief: { day: 'numeric', month: 'short' },
	/** 29/01/2020 */
	numeric: { day: '2-digit', month: '2-digit', year: 'numeric' },
	/** janvier 2020 */
	month: { month: 'long', year: 'numeric' }
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DayStyle = keyof typeof DAY_STYLES;

// Building a format costs a hundred times more than using it, and a table has hundreds of dates.
const built = new Map<string, unknown>();
function once<T>(key: string, build: () => T): T {
	if (!built.has(key)) built.set(key, build());
	return built.get(key) as T;
}

function midnight(day: string): Date {
	return new Date(`${day}T00:00:00Z`);
}

function written(format: Intl.DateTimeFormat, date: Date, locale: Locale): string {
	const text = format.formatToParts(date);
	// French writes « 1er décembre », which Intl does not know; en-GB puts a comma that no month of ours needs.
	return text
		.map((part, at) => {
			if (locale === 'fr' && part.type === 'day' && part.value === '1') return '1er';
			if (locale === 'en' && part.type === 'literal' && text[at - 1]?.type === 'weekday') return ' ';
			return part.value;
		})
		.join('');
}

/**
 * A civil day for people: `2020-01-29` gives « mer. 29 janv. 2020 ».
 * Nothing gives « à déterminer »; what is no day throws RangeError.
 */
export function formatDate(
	day: string | null | undefined,
	locale: Locale = getLocale(),
	style: DayStyle = 'short'
): string {
	if (!day) return m.date_undetermined({}, { locale });
	const format = once(
		`${locale} ${style}`,
		() => new Intl.DateTimeFormat(TAGS[locale], { ...DAY_STYLES[style], timeZone: 'UTC' })
	);
	return written(format, midnight(day), locale);
}

/** « du 28 oct. au 3 nov. 2019 »: two civil days. */
export function formatDateRange(from: string, to: string, locale: Locale = getLocale()): string {
	const style = from.slice(0, 4) === to.slice(0, 4) ? 'brief' : 'plain';
	return m.date_range(
		{ from: formatDate(from, locale, style), to: formatDate(to, locale, 'plain') },
		{ locale }
	);
}

/** An instant, as the clock on the wall of `timeZone` shows it: « lun. 2 déc. 2019, 14:05 ». */
export function formatDateTime(
	instant: string | Date,
	locale: Locale = getLocale(),
	timeZone = 'Europe/Paris'
): string {
	const date = typeof instant === 'string' ? new Date(instant) : instant;
	const day = once(
		`${locale} day ${timeZone}`,
		() => new Intl.DateTimeFormat(TAGS[locale], { ...DAY_STYLES.short, timeZone })
	);
	return `${written(day, date, locale)}, ${formatTime(date, locale, timeZone)}`;
}

/** « 14:05 », on a 24-hour clock. */
export function formatTime(
	instant: string | Date,
	locale: Locale = getLocale(),
	timeZone = 'Europe/Paris'
): string {
	const date = typeof instant === 'string' ? new Date(instant) : instant;
	return once(
		`${locale} time ${timeZone}`,
		() =>
			new Intl.DateTimeFormat(TAGS[locale], {
				hour: '2-digit',
				minute: '2-digit',
				hourCycle: 'h23',
				timeZone
			})
	).format(date);
}

/** ISO 8601 week: `2019-W44` gives « semaine 44 (28 oct. – 3 nov. 2019) ». */
export function formatWeek(period: string, locale: Locale = getLocale()): string {
	const [year, week] = period.split('-W');
	// 4 January is always in week 1.
	const fourth = midnight(`${year}-01-04`);
	const monday = new Date(fourth);
	monday.setUTCDate(fourth.getUTCDate() - ((fourth.getUTCDay() + 6) % 7) + (Number(week) - 1) * 7);
	const sunday = new Date(monday);
	sunday.setUTCDate(monday.getUTCDate() + 6);
	const iso = (date: Date) => date.toISOString().slice(0, 10);
	const sameYear = monday.getUTCFullYear() === sunday.getUTCFullYear();
	return m.date_week(
		{
			week: Number(week),
			from: formatDate(iso(monday), locale, sameYear ? 'brief' : 'plain'),
			to: formatDate(iso(sunday), locale, 'plain')
		},
		{ locale }
	);
}

/** Whole days from `today` to `due`: negative when it is past. */
export function daysLeft(due: string, today: string): number {
	return Math.round((midnight(due).getTime() - midnight(today).getTime()) / 86_400_000);
}

/** « dans 3 jours », « demain », « aujourd’hui », « en retard de 2 jours ». */
export function daysLeftWords(due: string, today: string, locale: Locale = getLocale()): string {
	const count = daysLeft(due, today);
	if (count === 0) return m.date_today({}, { locale });
	if (count === 1) return m.date_tomorrow({}, { locale });
	return count > 0
		? m.date_in_days({ count }, { locale })
		: m.date_late_days({ count: -count }, { locale });
}

/** For what is past without being late: « il y a 2 jours ». */
export function daysAgoWords(day: string, today: string, locale: Locale = getLocale()): string {
	const count = daysLeft(today, day);
	return count <= 0 ? m.date_today({}, { locale }) : m.date_days_ago({ count }, { locale });
}

/** « 12 345,6 » */
export function formatNumber(value: number, locale: Locale = getLocale(), digits = 2): string {
	return once(
		`${locale} number ${digits}`,
		() => new Intl.NumberFormat(TAGS[locale], { maximumFractionDigits: digits })
	).format(value);
}

/** « 210 000,00 € », always with its currency (ISO 4217). */
export function formatMoney(amount: number, currency: string, locale: Locale = getLocale()): string {
	return once(
		`${locale} money ${currency}`,
		() => new Intl.NumberFormat(TAGS[locale], { style: 'currency', currency })
	).format(amount);
}

const UNITS = { fr: ['octets', 'ko', 'Mo', 'Go'], en: ['bytes', 'kB', 'MB', 'GB'] } as const;

/** Bytes for people, in thousands (SI): « 1,2 Mo ». */
export function fileSize(bytes: number, locale: Locale = getLocale()): string {
	let power = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
	// 999 999 bytes would be rounded to « 1 000 ko ».
	if (power < 3 && Math.round(bytes / 1000 ** power) >= 1000) power += 1;
	const value = bytes / 1000 ** power;
	return `${formatNumber(value, locale, value < 10 && power > 0 ? 1 : 0)}\u00a0${UNITS[locale][power]}`;
}

/**
 * Chooses between the forms of a word by the language's own rule (in French 0 and 1,5 are singular).
 * Whole sentences go through the catalogue's plural forms instead.
 */
export function plural(
	count: number,
	forms: { one: string; other: string },
	locale: Locale = getLocale()
): string {
	const rule = once(`${locale} plural`, () => new Intl.PluralRules(TAGS[locale])).select(count);
	return rule === 'one' ? forms.one : forms.other;
}

/** « a, b et c » */
export function formatList(words: string[], locale: Locale = getLocale()): string {
	return once(`${locale} list`, () => new Intl.ListFormat(TAGS[locale], { type: 'conjunction' })).format(
		words
	);
}
