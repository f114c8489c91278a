import { z } from 'zod';
import { clauseSchema, codesSchema, keySchema, linesSchema, textSchema } from '../common.ts';

const cellSchema = z.union([z.string().max(400), z.number(), z.boolean()]);

export const registerSchema = z.strictObject({
	key: keySchema,
	title: textSchema,
	/** A CSV file beside the mission file, with the rows the document gives. */
	source: z
		.string()
		.regex(/^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)*\.csv$/, {
			error: 'Un fichier de registre est un .csv placé à côté du contrat, par exemple « eure-et-loir/sites.csv ».'
		})
		.optional(),
	fields: linesSchema,
	/** The few rows the document gives itself; a longer list goes to a file. */
	rows: z.array(z.record(keySchema, cellSchema)).default([]),
	clause: clauseSchema.optional(),
	notes: linesSchema
});

/** Work the document counts: at least 50 sites, 15 to 20 communes, « une vingtaine » of workshops. */
export const volumeSchema = z.strictObject({
	key: keySchema,
	label: textSchema,
	minimum: z.int().min(0).optional(),
	maximum: z.int().min(0).optional(),
	/** An order of magnitude, neither a floor nor a ceiling. */
	about: z.int().min(0).optional(),
	unit: textSchema.optional(),
	register: keySchema.optional(),
	clause: clauseSchema.optional(),
	notes: linesSchema
});

/** A point the document leaves open or contradicts; `concerns` are codes of the file. */
export const ambiguitySchema = z.strictObject({
	key: keySchema,
	title: textSchema,
	text: textSchema,
	concerns: codesSchema.default([]),
	clause: clauseSchema.optional()
});
