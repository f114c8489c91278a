import { z } from 'zod';
import { ruleSchema } from '../../calendar/rules/schema.ts';
import {
	clauseSchema,
	codeSchema,
	keySchema,
	linesSchema,
	readingFields,
	sides,
	textSchema
} from '../common.ts';

/** An earlier hand-in the document asks for: a first version, then an amended one, each with its own date. */
const stepSchema = z.strictObject({
	label: textSchema,
	rule: ruleSchema,
	interpretation: textSchema.optional(),
	clause: clauseSchema.optional()
});

export const deliverableSchema = z
	.strictObject({
		code: codeSchema,
		title: textSchema,
		phase: codeSchema.optional(),
		/** Who hands it in. */
		owner: z.enum(sides).default('contractor'),
		quantity: z.int().min(1).optional(),
		/** Committee codes, roles or party keys; all of them must approve. */
		validators: z.array(textSchema),
		/** Why nobody is named, when the document does not say who approves. */
		validators_unknown: textSchema.optional(),
		rule: ruleSchema,
		steps: z.array(stepSchema).default([]),
		checklist: linesSchema,
		formats: linesSchema,
		editable: z.boolean().default(false),
		recipients: z.array(keySchema).default([]),
		clause: clauseSchema.optional(),
		...readingFields
	})
	.refine((one) => (one.validators.length === 0) === (one.validators_unknown !== undefined), {
		path: ['validators'],
		error: 'Citez un comité, un rôle ou une partie qui valide, ou laissez la liste vide et dites pourquoi dans « validators_unknown ».'
	});
