import { z } from 'zod';
import { isDay } from '../../calendar/days.ts';
import { AmountError, plainAmount, readCents } from '../money.ts';
import { penaltyDecisions } from './types.ts';

const id = z.uuid();
const version = z.coerce.number().int().min(1);
const day = z.string().refine(isDay, 'date_out_of_range');
const words = (longest: number) => z.string().trim().max(longest, 'too_long').default('');

/** « 1 000,50 » as `1000.50`; exact, never a float. */
const amount = z
	.string()
	.trim()
	.transform((text, ctx) => {
		try {
			return plainAmount(readCents(text));
		} catch (error) {
			if (!(error instanceof AmountError)) throw error;
			ctx.addIssue({ code: 'custom', message: 'amount_unreadable' });
			return z.NEVER;
		}
	});
const optionalAmount = z
	.string()
	.trim()
	.default('')
	.pipe(z.union([z.literal('').transform(() => null), amount]));

export const typeInput = z.object({ id, version, amount, ref: words(300), quote: words(400) });
export type TypeInput = z.output<typeof typeInput>;

export const valueInput = z.object({
	number: z.string().regex(/^PEN-\d{3,}$/),
	version,
	base: optionalAmount,
	whole: z
		.literal('on')
		.optional()
		.transform((on) => on !== undefined),
	contractValue: optionalAmount
});
export type ValueInput = z.output<typeof valueInput>;

export const inviteInput = z.object({ id, version, commentBy: day, message: words(4000) });
export type InviteInput = z.output<typeof inviteInput>;

export const commentInput = z.object({ id, version, comment: words(8000) });
export type CommentInput = z.output<typeof commentInput>;

export const decideInput = z.object({
	id,
	version,
	decision: z.enum(penaltyDecisions, 'choice_missing'),
	amount: optionalAmount,
	reason: words(8000)
});
export type DecideInput = z.output<typeof decideInput>;

export const chargeInput = z.object({ id, version, reference: words(200), chargedOn: day });
export type ChargeInput = z.output<typeof chargeInput>;

export const penaltyReadingInput = z.object({
	code: z.string().min(1).max(40),
	/** `narrow` is the clause's own reading, which the store keeps as ''. */
	reading: z
		.string({ error: 'choice_missing' })
		.max(4000)
		.transform((chosen) => (chosen === 'narrow' ? '' : chosen)),
	reason: words(4000)
});
export type PenaltyReadingInput = z.output<typeof penaltyReadingInput>;

/** As `datetime-local` sends it, with seconds or without. */
const moment = z
	.string()
	.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, 'date_out_of_range')
	.refine((text) => isDay(text.slice(0, 10)), 'date_out_of_range')
	.transform((text) => (text.length === 16 ? `${text}:00` : text));
const file = z
	.instanceof(File)
	.optional()
	.transform((given) => (given && given.name !== '' ? given : null));
const checked = z
	.literal('on')
	.optional()
	.transform((on) => on !== undefined);

export const interruptionInput = z.object({
	/** What it corrects: its number and the revision that was read; left out for a new one. */
	corrects: z.string().default(''),
	revision: z.coerce.number().int().min(0).default(0),
	correction: words(4000),
	startsAt: moment,
	endsAt: z
		.string()
		.default('')
		.pipe(z.union([z.literal('').transform(() => null), moment])),
	what: words(300),
	place: words(300),
	attributable: z.enum(['unknown', 'yes', 'no']).default('unknown'),
	attributableReason: words(2000),
	excluded: checked,
	excludedReason: words(2000),
	file
});
export type InterruptionInput = z.output<typeof interruptionInput>;
