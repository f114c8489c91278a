import { z } from 'zod';
import { calendarNames, type CalendarName } from '#core/calendar/calendar.ts';
import { daySchema } from '#core/calendar/rules/schema.ts';
import { regimeNames } from '#core/contract/regimes/index.ts';
import { AmountError, readCents, readDecimal } from '#core/penalties/money.ts';

/** Reports a number that cannot be read exactly in the words of the reader. */
function exact(read: (value: number | string) => unknown) {
	return z.union([z.number(), z.string()]).superRefine((value, ctx) => {
		try {
			read(value);
		} catch (error) {
			if (!(error instanceof AmountError)) throw error;
			ctx.addIssue({ code: 'custom', message: error.message });
		}
	});
}

const amount = exact(readCents);
const decimal = exact(readDecimal);
const days = z.int().min(0).max(20_000);

const itemSchema = z
	.strictObject({
		base: amount.optional(),
		days: days.optional(),
		dueOn: daySchema.optional(),
		deliveredOn: daySchema.optional(),
		extensionDays: days.optional(),
		whole: z.boolean().optional(),
		attributable: z.boolean().optional()
	})
	.refine((item) => (item.days === undefined) !== (item.dueOn === undefined), {
		error: 'donnez soit days (le nombre de jours), soit dueOn et deliveredOn (les dates).'
	})
	.refine((item) => item.days === undefined || (item.deliveredOn ?? item.extensionDays) === undefined, {
		error: 'days compte déjà tout : retirez deliveredOn et extensionDays.'
	});

const factSchema = z
	.strictObject({
		kind: z.string().min(1),
		seconds: z.int().min(0).optional(),
		minutes: z.number().min(0).optional(),
		obligation: z.string().min(1).optional(),
		deliverable: z.string().min(1).optional(),
		period: z.string().optional(),
		days: days.optional(),
		count: z.int().min(1).max(10_000).optional(),
		attributable: z.boolean().optional()
	})
	.refine((fact) => fact.seconds === undefined || fact.minutes === undefined, {
		error: 'donnez seconds ou minutes, pas les deux.'
	});

const calendars = { MA: 'MA-public', MA1: 'MA-private' } as const;
const id = z.union([z.string(), z.number()]).optional();
const calendar = z
	.enum([...calendarNames, 'MA', 'MA1'])
	.transform((name): CalendarName => (name === 'MA' || name === 'MA1' ? calendars[name] : name))
	.optional();
const items = z.array(itemSchema).min(1);

/** Late days by the formula of general conditions, or of a CPS with its own rate and cap. */
export const byRegimeSchema = z.strictObject({
	id,
	regime: z.enum(regimeNames),
	contract: amount.optional(),
	currency: z.string().optional(),
	rate: decimal.optional(),
	cap: decimal.optional(),
	calendar,
	items
});

/** Facts, or late days, of a contract file; `amount` is the value of the contract, which the file does not carry. */
export const byFileSchema = z
	.strictObject({
		id,
		contract: z.string().min(1),
		amount: amount.optional(),
		currency: z.string().optional(),
		reading: z.enum(['wide', 'narrow']).optional(),
		facts: z.array(factSchema).min(1).optional(),
		items: items.optional()
	})
	.refine((one) => (one.facts === undefined) !== (one.items === undefined), {
		error: 'donnez soit facts (des faits), soit items (des retards en jours).'
	});

export type ByRegime = z.output<typeof byRegimeSchema>;
export type ByFile = z.output<typeof byFileSchema>;
