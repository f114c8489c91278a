import type { DayLocale } from '../calendar/format.ts';

/** What this room says by itself, per language; the arithmetic of dates has its own words in `calendar/rules/words`. */
type Table = { extension(days: number, act: string, on: string): string };

const tables: Record<DayLocale, Table> = {
	fr: {
		extension: (days, act, on) => `prolongé de ${days} jour${days > 1 ? 's' : ''} par ${act} du ${on}`
	},
	en: { extension: (days, act, on) => `extended by ${days} day${days === 1 ? '' : 's'} by ${act} of ${on}` }
};

/** The words of a language. */
export function wordsOf(locale: DayLocale): Table {
	return tables[locale];
}
