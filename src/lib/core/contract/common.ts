import { z } from 'zod';
import { ruleSchema } from '../calendar/rules/schema.ts';

/** Any text a person reads: trimmed, not empty, of a length that fits a screen. */
export const textSchema = z.string().trim().min(1).max(4000);

/** The code of a thing of the mission: `E-L11`, `copil`, `E-S4`. */
export const codeSchema = z.string().regex(/^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/, {
	error: 'Un code s’écrit avec des lettres, des chiffres et des tirets, par exemple E-L11.'
});

/** A key used inside the file only: `client`, `sites`. */
export const keySchema = z.string().regex(/^[a-z][a-z0-9_-]*$/, {
	error: 'Une clé s’écrit en minuscules, sans espace ni accent, par exemple « client ».'
});

/** Codes of the file. */
export const codesSchema = z.array(codeSchema);

/** Short texts, none by default. */
export const linesSchema = z.array(textSchema).default([]);

/** Where the document asks for it. `quote` is a few words of it, `line` the line of the source file if known. */
export const clauseSchema = z.strictObject({
	ref: textSchema,
	quote: z.string().trim().min(1).max(400).optional(),
	line: z.int().min(1).optional()
});
export type Clause = z.output<typeof clauseSchema>;

/** Another way to read the same clause, kept beside the one that was chosen. */
export const alternativeSchema = z.strictObject({ rule: ruleSchema, reading: textSchema });

/** Fields of everything that carries a rule the document may leave open. */
export const readingFields = {
	/** Why the rule is a reading of the clause, when the clause does not say it in so many words. */
	interpretation: textSchema.optional(),
	alternatives: z.array(alternativeSchema).default([]),
	notes: linesSchema
};

export const sides = ['client', 'contractor', 'other'] as const;
export type Side = (typeof sides)[number];

/** Which facts that last are meant: an interruption of at most 30 minutes, or of more than 30. */
export const durationSchema = z
	.strictObject({
		over: z.number().min(0).optional(),
		at_most: z.number().positive().optional(),
		unit: z.enum(['second', 'minute', 'hour'])
	})
	.refine((one) => one.over !== undefined || one.at_most !== undefined, {
		error: 'Dites « over » (plus de) ou « at_most » (au plus), avec l’unité : { at_most: 30, unit: minute }.'
	});
