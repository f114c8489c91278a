import type { Calendar } from '../calendar.ts';
import { isDay, isoWeek, partsOf, type Day } from '../days.ts';
import { formatDay, formatDayShort } from '../format.ts';
import { computeRule, type Deadline } from './compute.ts';
import type { Moment } from './moment.ts';
import { eventsIn, weekdays, type Rule } from './schema.ts';

const units: Record<string, [one: string, many: string]> = {
	day: ['jour', 'jours'],
	week: ['semaine', 'semaines'],
	month: ['mois', 'mois'],
	year: ['an', 'ans'],
	working_day: ['jour ouvré', 'jours ouvrés'],
	workable_day: ['jour ouvrable', 'jours ouvrables'],
	minute: ['minute', 'minutes'],
	hour: ['heure', 'heures']
};

const frenchDays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;

function quantity(count: number, unit: string): string {
	const [one, many] = units[unit] ?? [unit, unit];
	return `${count} ${count > 1 ? many : one}`;
}

/**
 * The arithmetic of a rule in French words: « 29 oct. + 7 jours = mar. 5 nov. 2019 », then what a day off changed.
 * Without the day of its event, says what the rule waits for.
 */
export function explainRule(rule: Rule, event: Moment | null, calendar: Calendar, occurrence = 1): string {
	if ('tbd' in rule) return `À déterminer : ${rule.why}`;
	const missing = eventsIn(rule)[0];
	if (event === null && missing !== undefined) return `En attente de « ${missing} ».`;
	const dates = computeRule(rule, event, calendar, occurrence);
	const sum = arithmetic(rule, event, dates, occurrence);
	return sum + moved(dates, calendar);
}

function arithmetic(
	rule: Exclude<Rule, { tbd: true }>,
	event: Moment | null,
	dates: Deadline,
	k: number
): string {
	const nominal = dates.nominal?.slice(0, 10) ?? '';
	const result = formatDay(nominal);
	const day = event?.slice(0, 10) ?? '';
	const from = day === '' ? '' : sourceDay(day, nominal);
	if ('after' in rule) return `${from} + ${quantity(rule.count, rule.unit)} = ${result}`;
	if ('before' in rule) return `${from} − ${quantity(rule.count, rule.unit)} = ${result}`;
	if ('by' in rule) return `au plus tard le ${result}`;
	if ('strictly_before' in rule) {
		const limit = isDay(rule.strictly_before) ? rule.strictly_before : day;
		return `avant le ${sourceDay(limit, nominal)}, donc au plus tard la veille : ${result}`;
	}
	if ('following_week' in rule)
		return `semaine qui suit le ${from} (${isoWeek(nominal)}), jusqu’au ${result}`;
	if ('weekly' in rule)
		return `${frenchDays[weekdays.indexOf(rule.weekly)]} de la semaine ${isoWeek(nominal)} : ${result}`;
	if ('day_of_month' in rule)
		return `le ${ordinal(rule.day_of_month)} du mois, ou son dernier jour : ${result}`;
	if ('working_day_of_month' in rule) {
		const kind = rule.week === 'mon_sat' ? 'jour ouvrable' : 'jour ouvré';
		return `${ordinalWord(rule.working_day_of_month)} ${kind} du mois : ${result}`;
	}
	if ('end_of_month' in rule) return `fin du mois : ${result}`;
	if ('every' in rule) return `${from} + ${k} × ${quantity(rule.every, rule.unit)} = ${result}`;
	if ('on' in rule) {
		if (!('within' in rule)) return `le jour même : ${result}`;
		const hour = dates.nominal?.slice(11, 16).replace(':', ' h ') ?? '';
		return `dans les ${quantity(rule.within, rule.unit)} : ${result}${hour ? ` à ${hour}` : ''}`;
	}
	return `pendant toute la période, jusqu’au ${result}`;
}

/** The year is said once when both days share it. */
function sourceDay(day: Day, result: Day): string {
	return formatDayShort(day, 'fr', partsOf(day).year !== partsOf(result).year);
}

function ordinal(date: number): string {
	return date === 1 ? '1er' : String(date);
}

function ordinalWord(nth: number): string {
	return nth === 1 ? '1er' : `${nth}e`;
}

function moved({ nominal, due, advised }: Deadline, calendar: Calendar): string {
	if (nominal === null || due === null || advised === null) return '';
	const [from, to] = [nominal.slice(0, 10), due.slice(0, 10)];
	const direction = to > from ? 'reporté au' : 'avancé au';
	const shift = to === from ? '' : ` (${whyOff(from, calendar)}), ${direction} ${formatDay(to)}`;
	const advice =
		advised === to
			? ''
			: `${shift ? '' : ` (${whyOff(to, calendar)})`} ; conseillé : ${formatDay(advised)}`;
	return shift + advice;
}

function whyOff(day: Day, calendar: Calendar): string {
	return calendar.holiday(day)?.label ?? 'jour non travaillé';
}
