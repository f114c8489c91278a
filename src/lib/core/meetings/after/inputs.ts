import { z } from 'zod';
import { isDay } from '../../calendar/days.ts';
import { approvalWays } from './types.ts';

export const circulateInput = z.object({
	version: z.coerce.number().int().min(1),
	commentsUntil: z
		.string()
		.default('')
		.refine((v) => v === '' || isDay(v), 'date_out_of_range')
		.transform((v) => v || null)
});
export const approveInput = z.object({
	version: z.coerce.number().int().min(1),
	how: z.enum(approvalWays, 'choice_missing').default('express'),
	/** Code of the meeting whose minutes are approved, when it is not the one shown. */
	of: z.string().max(60).default('')
});
export const commentInput = z.object({
	item: z
		.union([z.literal(''), z.uuid()])
		.default('')
		.transform((v) => v || null),
	wording: z.string().trim().min(1, 'wording_missing').max(4000, 'too_long')
});
export const answerInput = z
	.object({
		id: z.uuid(),
		answer: z.enum(['taken', 'kept_out'], 'choice_missing'),
		words: z.string().trim().max(4000, 'too_long').default('')
	})
	.refine((v) => v.answer === 'taken' || v.words !== '', { error: 'reason_missing', path: ['words'] });
