import { periodOf, type Rule } from '../../calendar/rules/schema.ts';
import type { Day } from '../../calendar/days.ts';
import { calendarIn } from '../../creation/outlook.ts';
import { makeResolver, type EventDays } from '../events.ts';
import type { Contract } from '../schema.ts';

/** Something that falls due once and so can be given another date. */
export type Extendable = {
	part: 'phases' | 'milestones' | 'deliverables' | 'obligations';
	code: string;
	title: string;
	on: Day | null;
};
/** A number of the contract that an act may change. */
export type Count = {
	target: string;
	code: string;
	title: string;
	field: string;
	value: number;
	unit: string | null;
};

const once = (rule: Rule, each: string | undefined, period: string | undefined) =>
	periodOf(rule) === null &&
	!('every' in rule) &&
	each === undefined &&
	period === undefined &&
	!Object.values(rule).some((value) => typeof value === 'string' && value.startsWith('meeting:'));

/** What can be given another date, with the day it has now. */
export function extendables(contract: Contract, told: EventDays): Extendable[] {
	const { dayOf, date } = makeResolver(contract, told, calendarIn(contract));
	const due = (rule: Rule) => date(rule).due?.slice(0, 10) ?? null;
	return [
		...contract.phases.map(({ code, title }) => ({
			part: 'phases' as const,
			code,
			title,
			on: dayOf(`end:${code}`)
		})),
		...contract.milestones.map(({ code, title }) => ({
			part: 'milestones' as const,
			code,
			title,
			on: dayOf(code)
		})),
		...contract.deliverables.map(({ code, title, rule }) => ({
			part: 'deliverables' as const,
			code,
			title,
			on: due(rule)
		})),
		...contract.obligations
			.filter((one) => once(one.rule, one.each, one.period) && !isFact(contract, one.rule))
			.map(({ code, title, rule }) => ({ part: 'obligations' as const, code, title, on: due(rule) }))
	];
}

/** Falls due for a fact that may happen many times. */
function isFact(contract: Contract, rule: Rule): boolean {
	const names = new Set(contract.events.map((one) => one.name));
	return Object.values(rule).some((value) => typeof value === 'string' && names.has(value));
}

const ruleCounts = ['count', 'every', 'day_of_month', 'working_day_of_month', 'within'] as const;
type Part = 'phases' | 'milestones' | 'deliverables' | 'obligations';

/** Every count of the contract, with a path that names it by codes and not by rank. */
export function countsOf(contract: Contract): Count[] {
	const found: Count[] = [];
	const inRule = (part: Part, code: string, title: string, name: string, rule: Rule) => {
		for (const field of ruleCounts) {
			const value = (rule as Record<string, unknown>)[field];
			if (typeof value !== 'number') continue;
			const unit = 'unit' in rule ? String(rule.unit) : null;
			found.push({ target: `${part}/${code}/${name}/${field}`, code, title, field, value, unit });
		}
	};
	for (const one of contract.phases) inRule('phases', one.code, one.title, 'end', one.end);
	for (const part of ['milestones', 'deliverables', 'obligations'] as const)
		for (const one of contract[part]) inRule(part, one.code, one.title, 'rule', one.rule);
	for (const { code, title, quantity } of contract.deliverables)
		if (quantity !== undefined)
			found.push({
				target: `deliverables/${code}/quantity`,
				code,
				title,
				field: 'quantity',
				value: quantity,
				unit: null
			});
	for (const { code, quotas } of contract.obligations)
		quotas.forEach(({ label, count, per }, index) =>
			found.push({
				target: `obligations/${code}/quotas/${index}/count`,
				code,
				title: label,
				field: 'quota',
				value: count,
				unit: per ?? null
			})
		);
	for (const one of contract.volumes)
		for (const field of ['minimum', 'maximum', 'about'] as const) {
			const value = one[field];
			if (value !== undefined)
				found.push({
					target: `volumes/${one.key}/${field}`,
					code: one.key,
					title: one.label,
					field,
					value,
					unit: one.unit ?? null
				});
		}
	return found;
}
