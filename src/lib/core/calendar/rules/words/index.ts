import type { DayLocale } from '../../format.ts';
import type { Step } from '../steps.ts';
import { english } from './en.ts';
import { french } from './fr.ts';

/** A language's way to say one step; the steps of a date are said one after another. */
export type Words = (step: Step) => string;

const tables: Record<DayLocale, Words> = { fr: french, en: english };

/** The steps of a date as one line of text. */
export function stepsInWords(steps: readonly Step[], locale: DayLocale = 'fr'): string {
	return steps.map(tables[locale]).join('');
}
