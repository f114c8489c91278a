import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf, makeCalendar } from '../../calendar/calendar.ts';
import { addDays, weekday } from '../../calendar/days.ts';
import type { Rule } from '../../calendar/rules/schema.ts';
import { isCadence, proposeSeries, type Planned } from './series.ts';

const calendar = calendarOf('FR');
const anchors = { start: '2022-11-30' };
const world = { anchors, calendar, planned: [] as Planned[] };
const days = (rule: Rule, from: string, to: string, planned: Planned[] = []) =>
	proposeSeries(rule, { from, to }, { ...world, planned }).map((p) => [p.occurrence, p.day]);

it('once a month: the last worked day of each, and says what it passed over', () => {
	const found = proposeSeries({ day_of_month: 31 }, { from: '2019-12-02', to: '2020-06-30' }, world);
	expect(found.map((p) => p.day)).toEqual([
		'2019-12-31',
		'2020-01-31',
		'2020-02-28',
		'2020-03-31',
		'2020-04-30',
		'2020-05-29',
		'2020-06-30'
	]);
	expect(found[2]).toMatchObject({ occurrence: '2020-02', nominal: '2020-02-29' });
	expect(found[2]!.skipped).toEqual([{ day: '2020-02-29', holiday: null }]);
	// Sunday 31 May 2020 is Pentecost: it has a name.
	expect(found[5]!.skipped.map((s) => s.day)).toEqual(['2020-05-31', '2020-05-30']);
});

it('goes round a holiday of the mission’s own calendar, by its name', () => {
	const own = makeCalendar('FR', [{ day: '2019-12-31', label: 'Fermeture', working: false }]);
	const [one] = proposeSeries(
		{ day_of_month: 31 },
		{ from: '2019-12-02', to: '2019-12-31' },
		{ ...world, calendar: own }
	);
	expect(one).toMatchObject({ day: '2019-12-30', skipped: [{ day: '2019-12-31', holiday: 'Fermeture' }] });
});

it('every three months from the start of the service, each by the month it falls in', () => {
	expect(days({ every: 3, unit: 'month', from: 'start' }, '2023-03-06', '2024-03-31')).toEqual([
		['2023-05', '2023-05-30'],
		['2023-08', '2023-08-30'],
		['2023-11', '2023-11-30'],
		['2024-02', '2024-02-29']
	]);
});

it('looks back for rules of another month, and leaves out what a month does not have', () => {
	expect(days({ working_day_of_month: 5, month_offset: 1 }, '2023-03-01', '2023-04-30')).toEqual([
		['2023-03', '2023-03-07'],
		['2023-04', '2023-04-07']
	]);
	expect(days({ working_day_of_month: 22 }, '2023-04-01', '2023-06-30')).toEqual([
		['2023-06', '2023-06-30']
	]);
});

it('a week by its Monday is passed over when all of it before is not worked', () => {
	expect(days({ weekly: 'monday' }, '2019-11-04', '2019-11-24')).toEqual([
		['2019-W45', '2019-11-04'],
		['2019-W47', '2019-11-18']
	]);
});

describe('what is there already', () => {
	const rule: Rule = { day_of_month: 31 };
	const taken = (planned: Planned[]) =>
		proposeSeries(rule, { from: '2019-12-01', to: '2020-02-29' }, { ...world, planned }).map(
			(p) => p.taken
		);

	it('by hand in the same month, or by its occurrence on whatever day it was moved to', () => {
		expect(taken([{ code: 'E-PT-02', day: '2019-12-18', occurrence: null }])).toEqual([
			'E-PT-02',
			null,
			null
		]);
		expect(taken([{ code: 'E-PT-03', day: '2020-02-03', occurrence: '2020-01' }])).toEqual([
			null,
			'E-PT-03',
			null
		]);
	});
});

it('a rule to be set, or one that waits for an event, is planned by hand', () => {
	expect(isCadence(undefined)).toBe(false);
	expect(isCadence({ tbd: true, why: 'à fixer' })).toBe(false);
	expect(isCadence({ after: 'end:E-P1', count: 10, unit: 'day' })).toBe(false);
	expect(days({ every: 3, unit: 'month', from: 'unknown' }, '2023-01-01', '2024-01-01')).toEqual([]);
});

describe('whatever the rule, the country and the span', () => {
	const rule = fc.oneof(
		fc
			.constantFrom('monday', 'wednesday', 'friday', 'sunday')
			.map((weekly): Rule => ({ weekly }) as Rule),
		fc.integer({ min: 1, max: 31 }).map((day_of_month): Rule => ({ day_of_month })),
		fc
			.record({
				working_day_of_month: fc.integer({ min: 1, max: 23 }),
				month_offset: fc.integer({ min: 0, max: 3 })
			})
			.map((r): Rule => r),
		fc.constantFrom('monday', 'thursday').map((d): Rule => ({ first_week_of_month: d }) as Rule),
		fc.integer({ min: 1, max: 12 }).map((end_of_month): Rule => ({ end_of_month })),
		fc
			.record({
				every: fc.integer({ min: 1, max: 40 }),
				unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
				from: fc.constant('start')
			})
			.map((r): Rule => r)
	);
	const from = fc.integer({ min: 0, max: 900 }).map((n) => addDays('2022-11-30', n));
	const name = fc.constantFrom('FR' as const, 'MA-public' as const, 'SN' as const);
	const some = fc.array(
		fc.record({ code: fc.stringMatching(/^M-\d\d$/), day: from, occurrence: fc.constant(null) }),
		{ maxLength: 6 }
	);

	it('never a day that is not worked, never before what it passed over, never outside the span', () => {
		fc.assert(
			fc.property(rule, from, fc.integer({ min: 0, max: 500 }), name, (r, start, length, country) => {
				const its = calendarOf(country);
				const to = addDays(start, length);
				for (const p of proposeSeries(
					r,
					{ from: start, to },
					{ anchors, calendar: its, planned: [] }
				)) {
					expect(its.isWorking(p.day)).toBe(true);
					expect(weekday(p.day)).toBeLessThanOrEqual(5);
					expect(p.day >= start && p.day <= p.nominal && p.nominal <= to).toBe(true);
					expect(p.skipped.map((s) => s.day)).toEqual(
						p.skipped.map((_, i) => addDays(p.nominal, -i))
					);
					expect(addDays(p.day, p.skipped.length)).toBe(p.nominal);
				}
			}),
			{ numRuns: 200 }
		);
	});

	it('never two for one occurrence, and what is planned may come in any order', () => {
		fc.assert(
			fc.property(rule, from, some, fc.func(fc.integer()), (r, start, planned, key) => {
				const span = { from: start, to: addDays(start, 400) };
				const found = proposeSeries(r, span, { anchors, calendar, planned });
				expect(new Set(found.map((p) => p.occurrence)).size).toBe(found.length);
				const shuffled = planned.toSorted((a, b) => key(a) - key(b));
				expect(proposeSeries(r, span, { anchors, calendar, planned: shuffled })).toEqual(found);
			}),
			{ numRuns: 200 }
		);
	});

	it('what was planned from a proposal is not proposed again', () => {
		fc.assert(
			fc.property(rule, from, (r, start) => {
				const span = { from: start, to: addDays(start, 200) };
				const first = proposeSeries(r, span, { anchors, calendar, planned: [] });
				const planned = first.map((p, i) => ({
					code: `M-${i}`,
					day: p.day,
					occurrence: p.occurrence
				}));
				expect(
					proposeSeries(r, span, { anchors, calendar, planned }).filter((p) => p.taken === null)
				).toEqual([]);
			}),
			{ numRuns: 100 }
		);
	});
});
