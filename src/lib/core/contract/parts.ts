import { z } from 'zod';
import { daySchema, eventNameSchema, ruleSchema } from '../calendar/rules/schema.ts';
import { clauseSchema, codeSchema, keySchema, readingFields, sides, textSchema } from './common.ts';

const codes = z.array(codeSchema);
const lines = z.array(textSchema).default([]);

/** An organisation of the mission. `unknown: true` when the document does not name it. */
export const partySchema = z.strictObject({
	key: keySchema,
	name: textSchema,
	short: textSchema.optional(),
	side: z.enum(sides),
	address: textSchema.optional(),
	unknown: z.boolean().default(false),
	clause: clauseSchema.optional()
});

/** A person or function the document names. */
export const contactSchema = z.strictObject({
	name: textSchema.optional(),
	function: textSchema,
	party: keySchema,
	email: z.email().optional(),
	clause: clauseSchema.optional()
});

/** A dated event that other rules count from: a day, a rule, or still to be set. */
export const anchorSchema = z
	.strictObject({
		name: keySchema,
		label: textSchema,
		day: daySchema.optional(),
		rule: ruleSchema.optional(),
		tbd: textSchema.optional(),
		clause: clauseSchema.optional()
	})
	.refine(
		(anchor) => [anchor.day, anchor.rule, anchor.tbd].filter((one) => one !== undefined).length === 1,
		{
			error: 'Une ancre porte soit « day » (une date), soit « rule » (un calcul), soit « tbd » (pourquoi elle manque).'
		}
	);

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
	notes: lines
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

export const committeeKinds = ['copil', 'cotech', 'project', 'panel', 'other'] as const;

const paperSchema = z.strictObject({ title: textSchema, obligation: codeSchema.optional() });

export const committeeSchema = z.strictObject({
	code: codeSchema,
	kind: z.enum(committeeKinds),
	title: textSchema,
	short: textSchema.optional(),
	composition: z.array(
		z.strictObject({ members: textSchema, phases: codes.default([]), party: keySchema.optional() })
	),
	chair: textSchema.optional(),
	cadence: z.strictObject({ words: textSchema, rule: ruleSchema.optional() }),
	place: textSchema.optional(),
	powers: textSchema,
	papers: z
		.strictObject({ before: z.array(paperSchema).default([]), after: z.array(paperSchema).default([]) })
		.default({ before: [], after: [] }),
	clause: clauseSchema.optional(),
	notes: lines
});

export const deliverableSchema = z.strictObject({
	code: codeSchema,
	title: textSchema,
	phase: codeSchema.optional(),
	quantity: z.int().min(1).optional(),
	/** Committee codes, roles or party keys; all of them must approve. */
	validators: z.array(textSchema).min(1),
	rule: ruleSchema,
	/** Earlier hand-ins the document asks for: a first version, then an amended one. */
	steps: z
		.array(z.strictObject({ label: textSchema, rule: ruleSchema, clause: clauseSchema.optional() }))
		.default([]),
	checklist: lines,
	formats: lines,
	editable: z.boolean().default(false),
	recipients: z.array(keySchema).default([]),
	clause: clauseSchema.optional(),
	...readingFields
});

export const obligationKinds = ['paper', 'report', 'meeting', 'conduct'] as const;

export const obligationSchema = z.strictObject({
	code: codeSchema,
	title: textSchema,
	kind: z.enum(obligationKinds),
	owner: z.enum(['client', 'contractor', 'both', 'other']),
	rule: ruleSchema,
	/** One occurrence per such event, when the rule itself names none (« un compte rendu de chaque réunion »). */
	each: eventNameSchema.optional(),
	recipients: z.array(keySchema).default([]),
	clause: clauseSchema.optional(),
	...readingFields
});

export const recipientSchema = z.strictObject({
	key: keySchema,
	name: textSchema.optional(),
	email: z.email()
});

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
	fields: lines,
	clause: clauseSchema.optional(),
	notes: lines
});

export const indicatorSchema = z.strictObject({
	code: codeSchema,
	title: textSchema,
	period: textSchema.optional(),
	threshold: z
		.strictObject({
			op: z.enum(['>=', '<=', '=', 'between']),
			value: z.number(),
			max: z.number().optional(),
			unit: textSchema.optional()
		})
		.optional(),
	register: keySchema.optional(),
	clause: clauseSchema.optional(),
	notes: lines
});

export const penaltySchema = z.strictObject({
	code: codeSchema,
	title: textSchema,
	/** A flat amount in the contract's currency, per fact … */
	amount: z.number().positive().optional(),
	/** … or a rate per thousand and per day. */
	rate: z.number().positive().optional(),
	obligations: codes.default([]),
	conditions: textSchema.optional(),
	clause: clauseSchema.optional()
});

export const penaltiesSchema = z
	.strictObject({
		/** True when this document says nothing: undetermined is not zero. */
		undetermined: z.boolean().default(false),
		why: textSchema.optional(),
		/** In percent of the contract. */
		cap: z.number().positive().max(100).optional(),
		items: z.array(penaltySchema).default([])
	})
	.refine((penalties) => penalties.undetermined === (penalties.items.length === 0), {
		error: 'Écrivez « undetermined: true » avec « why », ou au moins une pénalité dans « items ».'
	})
	.refine((penalties) => !penalties.undetermined || penalties.why !== undefined, {
		path: ['why'],
		error: 'Dites pourquoi les pénalités sont indéterminées et où les chercher.'
	});

/** Work the document counts: at least 50 sites, 15 to 20 communes. */
export const volumeSchema = z.strictObject({
	key: keySchema,
	label: textSchema,
	minimum: z.int().min(0).optional(),
	maximum: z.int().min(0).optional(),
	unit: textSchema.optional(),
	register: keySchema.optional(),
	clause: clauseSchema.optional(),
	notes: lines
});

/** A point the document leaves open or contradicts; `concerns` are codes of the file. */
export const ambiguitySchema = z.strictObject({
	key: keySchema,
	title: textSchema,
	text: textSchema,
	concerns: codes.default([]),
	clause: clauseSchema.optional()
});

/** A starter task of the plan. `origin` tells what the contract asks from what the project proposes. */
export const taskSchema = z.strictObject({
	code: codeSchema,
	title: textSchema,
	phase: codeSchema.optional(),
	start: ruleSchema,
	end: ruleSchema,
	after: codes.default([]),
	origin: z.enum(['project', 'contract']),
	owner: z.enum(sides).default('contractor'),
	clause: clauseSchema.optional(),
	notes: lines
});
