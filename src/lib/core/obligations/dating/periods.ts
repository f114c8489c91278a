import {
	addDays,
	addMonths,
	dayOf,
	isoWeek,
	monthOf,
	partsOf,
	weekRange,
	type Day
} from '../../calendar/days.ts';

/** One period a rule repeats over; `day` is any day of it. */
export type Period = { name: string; day: Day; from: Day; to: Day };

export type PeriodKind = 'day' | 'week' | 'month' | 'year';

/** The days, ISO weeks, months or years that share at least a day with the span, in order. */
export function periodsBetween(kind: PeriodKind, from: Day, to: Day): Period[] {
	const found: Period[] = [];
	for (let at = periodOfDay(kind, from); at.from <= to; at = periodOfDay(kind, addDays(at.to, 1)))
		found.push(at);
	return found;
}

function periodOfDay(kind: PeriodKind, day: Day): Period {
	if (kind === 'day') return span(day, day, day);
	if (kind === 'week') {
		const name = isoWeek(day);
		const range = weekRange(name);
		return { name, day: range.from, ...range };
	}
	const { year, month } = partsOf(day);
	if (kind === 'year') return span(String(year).padStart(4, '0'), dayOf(year, 1, 1), dayOf(year, 12, 31));
	const first = dayOf(year, month, 1);
	return span(monthOf(day), first, addDays(addMonths(first, 1), -1));
}

function span(name: string, from: Day, to: Day): Period {
	return { name, day: from, from, to };
}
