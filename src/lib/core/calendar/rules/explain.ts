import type { Calendar } from '../calendar.ts';
import type { DayLocale } from '../format.ts';
import type { Moment } from './moment.ts';
import type { Rule } from './schema.ts';
import { ruleSteps } from './steps.ts';
import { stepsInWords } from './words/index.ts';

/**
 * The arithmetic of a rule in words: « 29 oct. + 7 jours = mar. 5 nov. 2019 », then what a day off changed.
 * Without the day of its event, says what the rule waits for.
 */
export function explainRule(
	rule: Rule,
	event: Moment | null,
	calendar: Calendar,
	occurrence = 1,
	locale: DayLocale = 'fr'
): string {
	return stepsInWords(ruleSteps(rule, event, calendar, occurrence), locale);
}
