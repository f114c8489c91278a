import { z } from 'zod';
import { isDay } from '../days.ts';

/**
 * When something is due, as a contract file writes it. A rule names its kind by its first field
 * (`after`, `before`, `by` …); each kind is strict, so a misspelt field is refused instead of ignored.
 */

export const weekdays = [
	'monday',
	'tuesday',
	'wednesday',
	'thursday',
	'friday',
	'saturday',
	'sunday'
] as const;
export const calendarUnits = ['day', 'week', 'month', 'year'] as const;
export const workingUnits = ['working_day', 'workable_day'] as const;

export const daySchema = z.string().refine(isDay, {
	error: (issue) =>
		`« ${String(issue.input)} » n’est pas une date réelle : écrivez AAAA-MM-JJ, par exemple 2019-10-29.`
});

const EVENT = /^[A-Za-z][A-Za-z0-9_-]*(:(\*|[A-Za-z0-9][A-Za-z0-9_-]*))?$/;

/**
 * The name of an event: an anchor (`notification`), a milestone (`E-M1`), a meeting of a committee
 * (`meeting:copil`, `meeting:*` for any), a move of a deliverable (`submitted:E-L25`), the beginning or the end
 * of a phase (`start:E-P2`, `end:E-P1`), or `period_end`.
 */
export const eventNameSchema = z.string().regex(EVENT, {
	error: 'Un évènement s’écrit en un mot (« notification »), ou avec deux-points (« meeting:copil », « end:E-P1 »).'
});

/** A date or an event. What looks like a date must be a real one. */
const whenSchema = z.string().check((ctx) => {
	const value = ctx.value;
	if (isDay(value) || (!/^\d/.test(value) && EVENT.test(value))) return;
	ctx.issues.push({
		code: 'custom',
		input: value,
		message: `« ${value} » n’est ni une date réelle (AAAA-MM-JJ, par exemple 2019-10-29) ni un nom d’évènement.`
	});
});

const count = z.int().min(0).max(20_000);
const offset = z.int().min(0).max(120);

const kinds = {
	after: z.union([
		z.strictObject({
			after: eventNameSchema,
			count,
			unit: z.enum(calendarUnits),
			roll: z.enum(['next', 'none']).optional()
		}),
		z.strictObject({ after: eventNameSchema, count, unit: z.enum(workingUnits) })
	]),
	before: z.strictObject({
		before: eventNameSchema,
		count,
		unit: z.enum([...calendarUnits, ...workingUnits])
	}),
	by: z.strictObject({ by: whenSchema }),
	strictly_before: z.strictObject({ strictly_before: whenSchema }),
	following_week: z.strictObject({ following_week: eventNameSchema }),
	weekly: z.strictObject({ weekly: z.enum(weekdays) }),
	day_of_month: z.strictObject({ day_of_month: z.int().min(1).max(31), month_offset: offset.optional() }),
	working_day_of_month: z.strictObject({
		working_day_of_month: z.int().min(1).max(27),
		month_offset: offset.optional(),
		week: z.enum(['mon_fri', 'mon_sat']).optional()
	}),
	first_week_of_month: z.strictObject({
		first_week_of_month: z.enum(weekdays),
		month_offset: offset.optional()
	}),
	end_of_month: z.strictObject({ end_of_month: z.int().min(1).max(12), year_offset: offset.optional() }),
	every: z.strictObject({
		every: z.int().min(1).max(5000),
		unit: z.enum(calendarUnits),
		from: eventNameSchema
	}),
	on: z.union([
		z.strictObject({ on: eventNameSchema }),
		z.strictObject({
			on: eventNameSchema,
			within: z.int().min(1).max(100_000),
			unit: z.enum(['minute', 'hour'])
		})
	]),
	from: z.strictObject({ from: whenSchema, to: whenSchema }),
	tbd: z.strictObject({ tbd: z.literal(true), why: z.string().min(1) })
};

/** The shape of each kind, for whoever describes the format (its JSON Schema). */
export const ruleShapes: readonly z.ZodType[] = Object.values(kinds);

export type RuleKind = keyof typeof kinds;
export const ruleKinds = Object.keys(kinds) as RuleKind[];

export type Rule = {
	[K in RuleKind]: z.output<(typeof kinds)[K]>;
}[RuleKind];

/** The kind a written rule claims to be: its first known field, `every` before its own `from`. */
export function claimedKind(value: unknown): RuleKind | null {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
	return ruleKinds.find((kind) => Object.hasOwn(value, kind)) ?? null;
}

/** Reads a rule; each problem is reported on the field of the kind that was meant. */
export const ruleSchema = z.unknown().transform((value, ctx): Rule => {
	const kind = claimedKind(value);
	if (kind === null) {
		const message = `Une règle de date commence par l’un de ces champs : ${ruleKinds.join(', ')}.`;
		ctx.issues.push({ code: 'custom', input: value, message });
		return z.NEVER;
	}
	const schema = pick(kind, value as Record<string, unknown>);
	const read = schema.safeParse(value, { reportInput: true });
	if (read.success) return read.data as Rule;
	for (const issue of read.error.issues) ctx.issues.push({ ...issue } as z.core.$ZodRawIssue);
	return z.NEVER;
});

/** Only to name every unit to a person who wrote none of them. */
const afterAnyUnit = z.looseObject({
	after: eventNameSchema,
	count,
	unit: z.enum([...calendarUnits, ...workingUnits])
});

/** Unions report nothing usable: choose the branch that the unit (or `within`) points to. */
function pick(kind: RuleKind, value: Record<string, unknown>): z.ZodType {
	if (kind === 'after') {
		const known = ([...calendarUnits, ...workingUnits] as readonly unknown[]).includes(value['unit']);
		if (!known) return afterAnyUnit;
		const working = (workingUnits as readonly unknown[]).includes(value['unit']);
		return kinds.after.options[working ? 1 : 0];
	}
	if (kind === 'on') return kinds.on.options['within' in value || 'unit' in value ? 1 : 0];
	return kinds[kind];
}

/** The events a rule waits for, in writing order; dates are left out. */
export function eventsIn(rule: Rule): string[] {
	const names = [
		'after' in rule ? rule.after : null,
		'before' in rule ? rule.before : null,
		'by' in rule ? rule.by : null,
		'strictly_before' in rule ? rule.strictly_before : null,
		'following_week' in rule ? rule.following_week : null,
		'on' in rule ? rule.on : null,
		'from' in rule ? rule.from : null,
		'to' in rule ? rule.to : null
	];
	return names.filter((name): name is string => name !== null && !isDay(name));
}

/** Which period a rule repeats over when it names no event. */
export function periodOf(rule: Rule): 'week' | 'month' | 'year' | null {
	if ('weekly' in rule) return 'week';
	if ('day_of_month' in rule || 'working_day_of_month' in rule || 'first_week_of_month' in rule)
		return 'month';
	return 'end_of_month' in rule ? 'year' : null;
}
