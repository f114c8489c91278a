import { z } from 'zod';
import { isDay } from '../../calendar/days.ts';

const id = z.uuid();
const version = z.coerce.number().int().min(1);
const day = z.string().refine(isDay, 'date_out_of_range');
const words = (longest: number) => z.string().trim().max(longest, 'too_long').default('');
/** An empty file field is sent as a file without a name. */
const file = z
	.instanceof(File)
	.optional()
	.transform((given) => (given && given.name !== '' ? given : null));

export const sendInput = z.object({
	id,
	version,
	sentOn: day,
	sentTo: words(4000).transform((text) =>
		text
			.split(/[\n;,]/)
			.map((one) => one.trim())
			.filter((one) => one !== '')
	),
	note: words(4000),
	file
});
export type SendInput = z.output<typeof sendInput>;

export const answerInput = z.object({
	id,
	version,
	answer: z.enum(['accept', 'contest'], 'choice_missing'),
	reason: words(4000)
});
export type AnswerInput = z.output<typeof answerInput>;

export const closeInput = z.object({
	id,
	version,
	reason: words(4000),
	closing: z.enum(['waived', 'not_sent', 'restored'])
});
export type CloseInput = z.output<typeof closeInput>;

export const closeLateInput = z.object({
	code: z.string().min(1).max(40),
	reason: words(4000),
	closing: z.enum(['waived', 'not_sent'], 'choice_missing')
});
export type CloseLateInput = z.output<typeof closeLateInput>;

export const extendInput = z.object({
	id,
	version,
	days: z.coerce.number('bad_input').int('bad_input').min(1, 'bad_input').max(3660, 'bad_input'),
	act: words(300),
	actOn: day
});
export type ExtendInput = z.output<typeof extendInput>;

export const readingInput = z.object({
	code: z.string().min(1).max(40),
	reading: words(2000)
});
export type ReadingInput = z.output<typeof readingInput>;
