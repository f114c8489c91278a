import { partsOf, type Day } from '../../days.ts';
import { formatDay, formatDayShort } from '../../format.ts';
import type { Feast, Step } from '../steps.ts';

const units: Record<string, string> = {
	working_day: 'working day',
	workable_day: 'workable day (Mon–Sat)'
};

function quantity(count: number, unit: string): string {
	const [head = unit, tail = ''] = (units[unit] ?? unit).split(' (');
	return `${count} ${head}${count === 1 ? '' : 's'}${tail && ` (${tail}`}`;
}

/** The year is said once when both days share it. */
function source(day: Day, result: Day): string {
	return formatDayShort(day, 'en', partsOf(day).year !== partsOf(result).year);
}

function ordinal(n: number): string {
	const tens = n % 100;
	const ending = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
	return `${n}${ending}`;
}

/** The month of the period, or how many after it. */
function month(later: number): string {
	if (later === 0) return 'the month';
	return later === 1 ? 'the following month' : `the ${ordinal(later)} month after`;
}

/** “(without 1 Nov, Toussaint)”. */
function without(hidden: readonly Feast[] = []): string {
	if (hidden.length === 0) return '';
	return ` (without ${hidden.map(({ day, label }) => `${formatDayShort(day, 'en', false)}, ${label}`).join('; ')})`;
}

const off = (label: string | null) => ` (${label ?? 'not a working day'})`;

/** “29 Oct + 7 days = Tue 5 Nov 2019”. */
export function english(step: Step): string {
	if (step.key === 'to_be_set') return `To be set: ${step.why}`;
	if (step.key === 'awaiting') return `Awaiting “${step.event}”.`;
	const result = formatDay(step.result, 'en');
	switch (step.key) {
		case 'after':
			return `${source(step.from, step.result)} + ${quantity(step.count, step.unit)}${without(step.hidden)} = ${result}`;
		case 'before':
			return `${source(step.from, step.result)} − ${quantity(step.count, step.unit)}${without(step.hidden)} = ${result}`;
		case 'by':
			return `no later than ${result}`;
		case 'strictly_before':
			return `before ${source(step.limit, step.result)}, so no later than the day before: ${result}`;
		case 'following_week':
			return `the week after ${source(step.from, step.result)} (${step.week}), until ${result}`;
		case 'weekly':
			return `${step.weekday[0]?.toUpperCase()}${step.weekday.slice(1)} of week ${step.week}: ${result}`;
		case 'day_of_month':
			return step.date === 31
				? `last day of ${month(step.later)}: ${result}`
				: `the ${ordinal(step.date)} of ${month(step.later)}${step.date > 28 ? ', or its last day' : ''}: ${result}`;
		case 'working_day_of_month':
			return `${ordinal(step.nth)} ${step.workable ? 'workable' : 'working'} day of ${month(step.later)}${without(step.hidden)}: ${result}`;
		case 'first_week_of_month':
			return `${step.weekday[0]?.toUpperCase()}${step.weekday.slice(1)} of the first working week of ${month(step.later)}: ${result}`;
		case 'end_of_month':
			return `end of the month: ${result}`;
		case 'every':
			if (step.count === 1 && step.unit === 'day')
				return `every day after ${formatDayShort(step.from, 'en', true)}; here, ${result}`;
			return `${source(step.from, step.result)} + ${step.k} × ${quantity(step.count, step.unit)} = ${result}`;
		case 'same_day':
			return `the same day: ${result}`;
		case 'within':
			return `within ${quantity(step.count, step.unit)}: ${result}${step.hour ? ` at ${step.hour}` : ''}`;
		case 'period':
			return `during the whole period, until ${result}`;
		case 'moved':
			return `${off(step.off)}, moved ${step.forward ? 'on' : 'back'} to ${result}`;
		case 'advised':
			return `${step.off === undefined ? '' : off(step.off)}; advised: ${result}`;
	}
}
