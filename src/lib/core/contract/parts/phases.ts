import { z } from 'zod';
import { daySchema, ruleSchema } from '../../calendar/rules/schema.ts';
import {
	clauseSchema,
	codeSchema,
	codesSchema,
	keySchema,
	linesSchema,
	readingFields,
	sides,
	textSchema
} from '../common.ts';

/** A dated event that other rules count from: a day, a rule, or still to be set. */
export const anchorSchema = z
	.strictObject({
		name: keySchema,
		label: textSchema,
		day: daySchema.optional(),
		rule: ruleSchema.optional(),
		tbd: textSchema.optional(),
		clause: clauseSchema.optional(),
		notes: linesSchema
	})
	.refine(
		(anchor) => [anchor.day, anchor.rule, anchor.tbd].filter((one) => one !== undefined).length === 1,
		{
			error: 'Une ancre porte soit « day » (une date), soit « rule » (un calcul), soit « tbd » (pourquoi elle manque).'
		}
	);

/** A fact that may happen many times (an interruption, a replacement): one duty falls due for each. */
export const eventSchema = z.strictObject({
	name: keySchema,
	label: textSchema,
	/** Where such facts are written down. */
	register: keySchema.optional(),
	clause: clauseSchema.optional()
});

export const phaseSchema = z.strictObject({
	code: codeSchema,
	title: textSchema,
	start: ruleSchema,
	end: ruleSchema,
	/** The document's own words: « 3 mois ». */
	duration: textSchema.optional(),
	/** A fixed date that prevails over the duration. */
	limit: ruleSchema.optional(),
	clause: clauseSchema.optional(),
	notes: linesSchema
});

export const milestoneSchema = z.strictObject({
	code: codeSchema,
	title: textSchema,
	phase: codeSchema.optional(),
	rule: ruleSchema,
	/** `fixed`: a date the contract gives; `floating`: moves with its event. */
	kind: z.enum(['fixed', 'floating']),
	committee: codeSchema.optional(),
	clause: clauseSchema.optional(),
	...readingFields
});

/** A line of the plan. `origin` tells what the contract's own plan says from what the project proposes. */
export const taskSchema = z.strictObject({
	code: codeSchema,
	title: textSchema,
	phase: codeSchema.optional(),
	/** What the plan of the document says the line is for. */
	objective: textSchema.optional(),
	start: ruleSchema,
	end: ruleSchema,
	after: codesSchema.default([]),
	origin: z.enum(['project', 'contract']),
	owner: z.enum(sides).default('contractor'),
	/** The document says it is done already. */
	done: z.boolean().default(false),
	clause: clauseSchema.optional(),
	notes: linesSchema
});

/** What the document says of going on after its end. */
export const renewalSchema = z.strictObject({
	words: textSchema,
	/** How long each renewal lasts, how it is decided and with what notice: a text, or the reason it is not known. */
	term: z.union([textSchema, z.strictObject({ unknown: z.literal(true), why: textSchema })]),
	notice: z.union([textSchema, z.strictObject({ unknown: z.literal(true), why: textSchema })]),
	clause: clauseSchema.optional(),
	notes: linesSchema
});
