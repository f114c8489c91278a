import { z } from 'zod';
import { calendarNames } from '../calendar/calendar.ts';
import { daySchema } from '../calendar/rules/schema.ts';
import { clauseSchema, textSchema } from './common.ts';
import { crossCheck } from './cross-check.ts';
import * as part from './parts.ts';

/** General conditions a contract may name. `unknown` means « voir CCAP » : no delay may be assumed. */
export const regimes = ['unknown', 'ccag-pi-2009', 'ccag-pi-2021', 'ccag-fcs-2021', 'cps', 'simple'] as const;

const calendarSchema = z.strictObject({
	base: z.enum(calendarNames),
	/** Days this mission adds or gives back to the shipped calendar. */
	changes: z.array(z.strictObject({ day: daySchema, label: textSchema, working: z.boolean() })).default([])
});

/** The fields of a mission file, before its parts are checked against one another. */
export const contractShape = z.strictObject({
	/** The version of this format. */
	jalon: z.literal(1),
	slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
		error: 'L’identifiant s’écrit en minuscules, chiffres et tirets, par exemple « eure-et-loir ».'
	}),
	title: textSchema,
	short: textSchema,
	reference: textSchema,
	source: z.strictObject({ kind: textSchema, title: textSchema, notes: z.array(textSchema).default([]) }),
	regime: z.enum(regimes),
	calendar: z.union([z.enum(calendarNames).transform((base) => ({ base, changes: [] })), calendarSchema]),
	language: z.enum(['fr', 'en']).default('fr'),
	currency: z
		.string()
		.regex(/^[A-Z]{3}$/)
		.optional(),
	parties: z.array(part.partySchema).min(2),
	contacts: z.array(part.contactSchema).default([]),
	recipients: z.array(part.recipientSchema).default([]),
	anchors: z.array(part.anchorSchema).min(1),
	phases: z.array(part.phaseSchema).min(1),
	milestones: z.array(part.milestoneSchema).default([]),
	committees: z.array(part.committeeSchema).default([]),
	deliverables: z.array(part.deliverableSchema).default([]),
	obligations: z.array(part.obligationSchema).default([]),
	tasks: z.array(part.taskSchema).default([]),
	formats: z
		.strictObject({
			documents: z.array(textSchema).default([]),
			data: z.array(textSchema).default([]),
			geographic: z.array(textSchema).default([]),
			editable: z.boolean().default(false),
			clause: clauseSchema.optional()
		})
		.optional(),
	registers: z.array(part.registerSchema).default([]),
	volumes: z.array(part.volumeSchema).default([]),
	indicators: z.array(part.indicatorSchema).default([]),
	penalties: part.penaltiesSchema,
	ambiguities: z.array(part.ambiguitySchema).default([]),
	notes: z.array(textSchema).default([])
});

/** A mission file: strict (an unknown key is refused) and consistent (every code it cites exists). */
export const contractSchema = contractShape.check((ctx) => {
	for (const { path, message } of crossCheck(ctx.value)) {
		ctx.issues.push({ code: 'custom', input: ctx.value, path, message });
	}
});

export type Contract = z.output<typeof contractSchema>;
export type Regime = (typeof regimes)[number];
export type Party = Contract['parties'][number];
export type Anchor = Contract['anchors'][number];
export type Phase = Contract['phases'][number];
export type Milestone = Contract['milestones'][number];
export type Committee = Contract['committees'][number];
export type Deliverable = Contract['deliverables'][number];
export type Obligation = Contract['obligations'][number];
export type Task = Contract['tasks'][number];
