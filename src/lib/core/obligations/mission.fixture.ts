import { contractSchema, type Contract } from '../contract/schema.ts';
import { minimalContract } from '../contract/minimal.fixture.ts';
import { calendarOf } from '../calendar/calendar.ts';
import { addMonths } from '../calendar/days.ts';
import type { PlanFacts } from './plan.ts';

const clause = { ref: 'art. 5', quote: 'fournir' };
const daily = { every: 1, unit: 'day', from: 'start' };

/**
 * A service contract with daily reports, monthly ones, committees, facts and staged dates: `scale` multiplies what
 * repeats (1 gives about 4,000 occurrences in three years).
 */
export function serviceContract(scale = 1): Contract {
	const obligation = (code: string, rule: unknown, more: Record<string, unknown> = {}) => ({
		code,
		title: `Obligation ${code}`,
		kind: 'report',
		owner: 'contractor',
		rule,
		clause,
		...more
	});
	const many = <T>(count: number, make: (index: number) => T) =>
		Array.from({ length: count * scale }, (_, index) => make(index + 1));
	return contractSchema.parse({
		...minimalContract(),
		regime: 'cps',
		calendar: 'MA-public',
		anchors: [
			{ name: 'notification', label: 'Notification', tbd: 'à venir' },
			{ name: 'start', label: 'Début', tbd: 'à venir' },
			{ name: 'end', label: 'Fin', rule: { after: 'start', count: 36, unit: 'month', roll: 'none' } }
		],
		events: [{ name: 'interruption', label: 'Interruption' }],
		phases: [{ code: 'X-P1', title: 'Service', start: { on: 'start' }, end: { on: 'end' } }],
		committees: ['X-COPIL', 'X-CSP'].map((code) => ({
			code,
			kind: 'copil',
			title: code,
			composition: [],
			chair: 'Directeur',
			cadence: { words: 'régulière' },
			powers: 'suit'
		})),
		milestones: [
			{ code: 'X-M1', title: 'Fin', kind: 'floating', rule: { on: 'end' }, clause },
			{ code: 'X-M2', title: 'Forum', kind: 'floating', rule: { tbd: true, why: 'à fixer' }, clause }
		],
		deliverables: [
			{
				code: 'X-L1',
				title: 'Dossier',
				validators: ['X-COPIL'],
				rule: { strictly_before: '2023-06-30' },
				steps: [
					{ label: 'Première version', rule: { strictly_before: '2023-06-15' } },
					{ label: 'Version amendée', rule: { strictly_before: '2023-06-30' } }
				]
			}
		],
		obligations: [
			...many(3, (n) => obligation(`X-D${n}`, daily)),
			...many(6, (n) => obligation(`X-M0${n}`, { day_of_month: 10, month_offset: 1 })),
			...many(4, (n) => obligation(`X-W${n}`, { working_day_of_month: 5, month_offset: 1 })),
			...many(1, (n) =>
				obligation(
					`X-C${n}`,
					{ tbd: true, why: 'jour non dit' },
					{ period: 'month', kind: 'control' }
				)
			),
			obligation('X-Q1', { every: 3, unit: 'month', from: 'start' }, { kind: 'meeting' }),
			obligation('X-A1', { end_of_month: 1, year_offset: 1 }),
			obligation(
				'X-S1',
				{ before: 'meeting:copil', count: 5, unit: 'day' },
				{
					kind: 'paper',
					alternatives: [
						{
							rule: { before: 'meeting:copil', count: 5, unit: 'working_day' },
							reading: 'Jours ouvrés'
						}
					]
				}
			),
			obligation(
				'X-S2',
				{ tbd: true, why: 'aucun délai' },
				{
					kind: 'paper',
					each: 'meeting:*',
					alternatives: [
						{ rule: { after: 'meeting:*', count: 5, unit: 'working_day' }, reading: 'Usage' }
					]
				}
			),
			obligation('X-S3', { after: 'notification', count: 1, unit: 'month' }, { kind: 'means' }),
			obligation('X-E1', { before: 'end', count: 2, unit: 'month' }),
			obligation(
				'X-V9',
				{ on: 'interruption', within: 20, unit: 'minute' },
				{ kind: 'notice', owner: 'client' }
			)
		]
	});
}

/** The facts of such a mission: started on 30 November 2022, a committee every quarter, a review every month. */
export function serviceFacts(scale = 1): PlanFacts {
	const start = '2022-11-30';
	const months = Array.from({ length: 36 }, (_, index) => index + 1);
	return {
		events: { notification: '2022-11-15', start },
		meetings: [
			...months
				.filter((n) => n % 3 === 0)
				.map((n) => ({
					committee: 'X-COPIL',
					day: addMonths(start, n),
					code: `X-COPIL-${n / 3}`
				})),
			...months.flatMap((n) =>
				Array.from({ length: scale }, (_, copy) => ({
					committee: 'X-CSP',
					day: addMonths('2022-11-12', n),
					code: `X-CSP-${n}-${copy}`
				}))
			)
		],
		happenings: { interruption: [{ code: 'INT-1', at: '2022-12-05T14:10' }] },
		calendar: calendarOf('MA-public'),
		from: start,
		to: '2025-11-30'
	};
}
