import type { Calendar } from '../../calendar/calendar.ts';
import { addDays, addUnits, isoWeek, weekday, type Day } from '../../calendar/days.ts';
import { computeRule, RuleError } from '../../calendar/rules/compute.ts';
import { periodOf, type Rule } from '../../calendar/rules/schema.ts';
import type { EventDays } from '../../contract/events.ts';

/** A meeting of the body that is there already. */
export interface Planned {
	code: string;
	day: Day;
	occurrence: string | null;
}
/** Why a day is not taken: a holiday by its name, or a Saturday or Sunday. */
export interface Skipped {
	day: Day;
	holiday: string | null;
}
export interface Proposal {
	/** « 2023-03 » a month, « 2019-W44 » a week, « 2023 » a year, « 2023-02-28 » a repetition counted in days. */
	occurrence: string;
	/** The day the rule gives. */
	nominal: Day;
	/** A worked day, as close before it as there is. */
	day: Day;
	/** The days passed over to come there, from the nominal one on. */
	skipped: Skipped[];
	/** The meeting that stands for this occurrence already. */
	taken: string | null;
}

/** Can meetings be proposed from this rule? Those that wait for an event, or are to be set, are planned by hand. */
export const isCadence = (rule: Rule | undefined): rule is Rule =>
	rule !== undefined && !('tbd' in rule) && (periodOf(rule) !== null || 'every' in rule);

interface Slot {
	occurrence: string;
	nominal: Day;
	/** First and last day of what the occurrence stands for. */
	first: Day;
	last: Day;
}

const month = (day: Day) => day.slice(0, 7);
const periodUnits = { week: 'week', month: 'month', year: 'year' } as const;

/** The occurrence of a rule for the period of a day, whose first day it is. */
function slotOfPeriod(rule: Rule, first: Day, calendar: Calendar): Slot | null {
	const period = periodOf(rule)!;
	const offset =
		'month_offset' in rule
			? (rule.month_offset ?? 0)
			: 'year_offset' in rule
				? (rule.year_offset ?? 0)
				: 0;
	const begins = addUnits(first, offset, periodUnits[period]);
	const last = addDays(addUnits(begins, 1, periodUnits[period]), -1);
	const occurrence =
		period === 'week' ? isoWeek(begins) : period === 'month' ? month(begins) : begins.slice(0, 4);
	try {
		const nominal = computeRule(rule, first, calendar).nominal?.slice(0, 10);
		if (!nominal) return null;
		// « Monday of the first week » may be one of the month before.
		const monday = addDays(nominal, 1 - weekday(nominal));
		return { occurrence, nominal, first: nominal < begins ? monday : begins, last };
	} catch (error) {
		// « The 25th worked day » of a month that has 20: this month has none.
		if (error instanceof RuleError) return null;
		throw error;
	}
}

function firstOf(day: Day, period: 'week' | 'month' | 'year'): Day {
	if (period === 'week') return addDays(day, 1 - weekday(day));
	return period === 'month' ? `${month(day)}-01` : `${day.slice(0, 4)}-01-01`;
}

function* slots(rule: Rule, from: Day, to: Day, anchors: EventDays, calendar: Calendar): Generator<Slot> {
	if ('every' in rule) {
		const start = anchors[rule.from];
		if (!start) return;
		let before = start;
		for (let k = 1; ; k++) {
			const nominal = addUnits(start, rule.every * k, rule.unit);
			if (nominal > to) return;
			const occurrence =
				rule.unit === 'month' ? month(nominal) : rule.unit === 'year' ? nominal.slice(0, 4) : nominal;
			if (nominal >= from) yield { occurrence, nominal, first: addDays(before, 1), last: nominal };
			before = nominal;
		}
	}
	const period = periodOf(rule)!;
	const offset =
		'month_offset' in rule
			? (rule.month_offset ?? 0)
			: 'year_offset' in rule
				? (rule.year_offset ?? 0)
				: 0;
	const until = addUnits(to, 1, periodUnits[period]);
	let first = firstOf(addUnits(from, -offset - 1, periodUnits[period]), period);
	for (; first <= until; first = addUnits(first, 1, periodUnits[period])) {
		const slot = slotOfPeriod(rule, first, calendar);
		if (slot && slot.nominal >= from && slot.nominal <= to) yield slot;
	}
}

/**
 * The meetings a body's cadence asks for between two days, both included. What the rule gives is a last day (« at least
 * once a month »): a holiday, a Saturday or a Sunday sends back to the worked day before it. An occurrence whose days
 * hold none is left out, and so is one whose day would be before the span.
 *
 * @param planned the meetings of the body, cancelled ones left out; in any order
 */
export function proposeSeries(
	rule: Rule,
	span: { from: Day; to: Day },
	{ anchors, calendar, planned }: { anchors: EventDays; calendar: Calendar; planned: readonly Planned[] }
): Proposal[] {
	if (!isCadence(rule) || span.from > span.to) return [];
	const found: Proposal[] = [];
	for (const { occurrence, nominal, first, last } of slots(rule, span.from, span.to, anchors, calendar)) {
		let day = nominal;
		const skipped: Skipped[] = [];
		while (!calendar.isWorking(day) && day >= first) {
			skipped.push({ day, holiday: calendar.holiday(day)?.label ?? null });
			day = addDays(day, -1);
		}
		if (day < first || day < span.from) continue;
		const taken = planned
			.filter((p) => (p.occurrence ? p.occurrence === occurrence : p.day >= first && p.day <= last))
			.map((p) => p.code)
			.toSorted()[0];
		found.push({ occurrence, nominal, day, skipped, taken: taken ?? null });
	}
	return found;
}
