import type { DayLocale } from '../calendar/format.ts';
import type { Cents } from './money.ts';
import { englishAmount, penaltyWordsEn } from './words-en.ts';
import { frenchAmount, penaltyWords, type PenaltyStep } from './words.ts';

/** An amount as the reader writes it: `1 033,33 €`, `EUR 1,033.33`. */
export const moneyWords = (cents: Cents, currency: string, locale: DayLocale): string =>
	locale === 'en' ? englishAmount(cents, currency) : frenchAmount(cents, currency);

/** One step of a penalty in the reader's language. */
export const stepWords = (step: PenaltyStep, currency: string, locale: DayLocale): string =>
	locale === 'en' ? penaltyWordsEn(step, currency) : penaltyWords(step, currency);
