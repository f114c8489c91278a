import { partsOf, type Day } from '../../days.ts';
import { formatDay, formatDayShort } from '../../format.ts';
import { weekdays } from '../schema.ts';
import type { Feast, Step } from '../steps.ts';

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
const dayNames = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;

function quantity(count: number, unit: string): string {
	const [one, many] = units[unit] ?? [unit, unit];
	return `${count} ${count > 1 ? many : one}`;
}

/** The year is said once when both days share it. */
function source(day: Day, result: Day): string {
	return formatDayShort(day, 'fr', partsOf(day).year !== partsOf(result).year);
}

/** The month of the period, or how many after it. */
function ofMonth(later: number): string {
	if (later === 0) return 'du mois';
	return later === 1 ? 'du mois qui suit' : `du ${later}e mois qui suit`;
}

/** « (hors 1er nov., Toussaint) ». */
function without(hidden: readonly Feast[] = []): string {
	if (hidden.length === 0) return '';
	return ` (hors ${hidden.map(({ day, label }) => `${formatDayShort(day, 'fr', false)}, ${label}`).join(' ; ')})`;
}

const off = (label: string | null) => ` (${label ?? 'jour non travaillé'})`;

/** « 29 oct. + 7 jours = mar. 5 nov. 2019 ». */
export function french(step: Step): string {
	if (step.key === 'to_be_set') return `À déterminer : ${step.why}`;
	if (step.key === 'awaiting') return `En attente de « ${step.event} ».`;
	const result = formatDay(step.result);
	switch (step.key) {
		case 'after':
			return `${source(step.from, step.result)} + ${quantity(step.count, step.unit)}${without(step.hidden)} = ${result}`;
		case 'before':
			return `${source(step.from, step.result)} − ${quantity(step.count, step.unit)}${without(step.hidden)} = ${result}`;
		case 'by':
			return `au plus tard le ${result}`;
		case 'strictly_before':
			return `avant le ${source(step.limit, step.result)}, donc au plus tard la veille : ${result}`;
		case 'following_week':
			return `semaine qui suit le ${source(step.from, step.result)} (${step.week}), jusqu’au ${result}`;
		case 'weekly':
			return `${dayNames[(weekdays as readonly string[]).indexOf(step.weekday)]} de la semaine ${step.week} : ${result}`;
		case 'day_of_month':
			return step.date === 31
				? `dernier jour ${ofMonth(step.later)} : ${result}`
				: `le ${step.date === 1 ? '1er' : step.date} ${ofMonth(step.later)}${step.date > 28 ? ', ou son dernier jour' : ''} : ${result}`;
		case 'working_day_of_month':
			return `${step.nth === 1 ? '1er' : `${step.nth}e`} ${step.workable ? 'jour ouvrable' : 'jour ouvré'} ${ofMonth(step.later)}${without(step.hidden)} : ${result}`;
		case 'first_week_of_month':
			return `${dayNames[(weekdays as readonly string[]).indexOf(step.weekday)]} de la première semaine travaillée ${ofMonth(step.later)} : ${result}`;
		case 'end_of_month':
			return `fin du mois : ${result}`;
		case 'every':
			if (step.count === 1 && step.unit === 'day')
				return `chaque jour après le ${formatDayShort(step.from, 'fr', true)} ; ici, le ${result}`;
			return `${source(step.from, step.result)} + ${step.k} × ${quantity(step.count, step.unit)} = ${result}`;
		case 'same_day':
			return `le jour même : ${result}`;
		case 'within':
			return `dans les ${quantity(step.count, step.unit)} : ${result}${step.hour ? ` à ${step.hour.replace(':', ' h ')}` : ''}`;
		case 'period':
			return `pendant toute la période, jusqu’au ${result}`;
		case 'moved':
			return `${off(step.off)}, ${step.forward ? 'reporté' : 'avancé'} au ${result}`;
		case 'advised':
			return `${step.off === undefined ? '' : off(step.off)} ; conseillé : ${result}`;
	}
}
