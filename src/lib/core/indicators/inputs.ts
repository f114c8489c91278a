import { z } from 'zod';
import { isDay } from '../calendar/days.ts';

const words = (longest: number) => z.string().trim().max(longest, 'too_long').default('');
const day = z.string().refine(isDay, 'date_out_of_range');

/** A table typed by hand: its fields are read with the indicator it is about. */
export const gridInput = z.looseObject({ quantity: words(4000), reason: words(4000) });
export type GridInput = z.output<typeof gridInput>;

/** Bytes of a file of values: 10 000 lines and room to spare. */
export const CSV_BYTES = 2_000_000;

export const fileInput = z.object({
	quantity: words(4000),
	file: z
		.instanceof(File, { message: 'no_file' })
		.refine((file) => file.name !== '' && file.size > 0, 'no_file')
		.refine((file) => file.size <= CSV_BYTES, 'file_too_big')
});
export type FileInput = z.output<typeof fileInput>;

export const importInput = z.object({
	quantity: words(4000),
	reason: words(4000),
	/** The file as it was shown, and what the store held then. */
	text: z.string().max(CSV_BYTES, 'file_too_big'),
	seen: z.string().max(64)
});
export type ImportInput = z.output<typeof importInput>;

export const exclusionInput = z.object({ register: z.string().min(1).max(80), day, reason: words(4000) });
export type ExclusionInput = z.output<typeof exclusionInput>;

export const settleInput = z.object({
	register: z.string().min(1).max(80),
	day,
	number: z.coerce.number().int(),
	verdict: z.enum(['accepted', 'refused', 'lifted'], 'choice_missing'),
	reason: words(4000)
});
export type SettleInput = z.output<typeof settleInput>;

export const freezeInput = z.object({ meeting: z.string().min(1).max(80) });
export type FreezeInput = z.output<typeof freezeInput>;
