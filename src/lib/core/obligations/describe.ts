import { calendarWarning, type Calendar } from '../calendar/calendar.ts';
import { formatDay, type DayLocale } from '../calendar/format.ts';
import { computeRule, RuleError, type Deadline } from '../calendar/rules/compute.ts';
import { DayError, type Day } from '../calendar/days.ts';
import { eventsIn } from '../calendar/rules/schema.ts';
import { ruleSteps, shifts, type Step } from '../calendar/rules/steps.ts';
import { stepsInWords } from '../calendar/rules/words/index.ts';
import { wordsOf } from './words.ts';
import type { Planned } from './plan.ts';

export type Alternative = Deadline & { reading: string; words: string };

/** Why an occurrence has the date it has, in one language. Worked out when a line is opened, not for every line. */
export type Description = {
	/** « 29 oct. + 7 jours = mar. 5 nov. 2019 ». */
	words: string;
	steps: Step[];
	/** What each extension added, and by which act. */
	extensions: string[];
	/** The other readings of the clause with the dates they would give. */
	alternatives: Alternative[];
	/** Said when the calendar was not confirmed for that year, else null. */
	warning: string | null;
};

/**
 * The arithmetic of an occurrence, its extensions, and what other readings of its clause would give.
 * @param dayOf the day of a single event, for readings that count from another event than the chosen one.
 */
export function describe(
	one: Planned,
	calendar: Calendar,
	locale: DayLocale = 'fr',
	dayOf: (event: string) => Day | null = () => null
): Description {
	const { rule, alternatives } = one.duty;
	const dated = one.state === 'dated';
	const steps: Step[] =
		one.state === 'awaiting'
			? [{ key: 'awaiting', event: one.event ?? '' }]
			: ruleSteps(rule, one.from, calendar, one.k);
	const say = wordsOf(locale);
	const extensions = one.extensions.map(({ days, act, on }) =>
		say.extension(days, act, formatDay(on, locale))
	);
	const total = one.extensions.reduce((sum, { days }) => sum + days, 0);
	if (dated && one.initial?.nominal && one.nominal) {
		const [from, result] = [one.initial.nominal.slice(0, 10), one.nominal.slice(0, 10)];
		const further: Step[] = [
			{ key: 'after', from, count: total, unit: 'day', result },
			...shifts(one, calendar)
		];
		extensions.push(stepsInWords(further, locale));
	}
	return {
		words: stepsInWords(steps, locale),
		steps,
		extensions,
		alternatives: alternatives.map((other) => alternative(other, one, calendar, locale, dayOf)),
		warning: dated && one.due ? calendarWarning(calendar, one.due.slice(0, 10)) : null
	};
}

function alternative(
	{ rule, reading }: Planned['duty']['alternatives'][number],
	one: Planned,
	calendar: Calendar,
	locale: DayLocale,
	dayOf: (event: string) => Day | null
): Alternative {
	const none = { nominal: null, due: null, advised: null };
	try {
		const event = eventsIn(rule).at(-1);
		const from = event === undefined || event === one.event ? one.from : dayOf(event);
		const steps = ruleSteps(rule, from, calendar, one.k);
		const waits = steps[0]?.key === 'awaiting' || steps[0]?.key === 'to_be_set';
		const dates = waits ? none : computeRule(rule, from, calendar, one.k);
		return { ...dates, reading, words: stepsInWords(steps, locale) };
	} catch (error) {
		if (error instanceof RuleError || error instanceof DayError)
			return { ...none, reading, words: error.message };
		throw error;
	}
}
