import { z } from 'zod';
import { calendarNames } from '../calendar/calendar.ts';
import { daySchema } from '../calendar/rules/schema.ts';
import { clauseSchema, textSchema } from './common.ts';
import { crossCheck } from './checks/cross-check.ts';
import { committeeSchema } from './parts/committees.ts';
import { deliverableSchema } from './parts/deliverables.ts';
import { indicatorSchema } from './parts/indicators.ts';
import { obligationSchema } from './parts/obligations.ts';
import * as party from './parts/parties.ts';
import { penaltiesSchema } from './parts/penalties.ts';
import * as phase from './parts/phases.ts';
import * as register from './parts/registers.ts';
import { regimeNames } from './regimes/types.ts';

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
	regime: z.enum(regimeNames),
	calendar: z.union([z.enum(calendarNames).transform((base) => ({ base, changes: [] })), calendarSchema]),
	language: z.enum(['fr', 'en']).default('fr'),
	currency: z
		.string()
		.regex(/^[A-Z]{3}$/)
		.optional(),
	parties: z.array(party.partySchema).min(2),
	contacts: z.array(party.contactSchema).default([]),
	recipients: z.array(party.recipientSchema).default([]),
	services: z.array(party.serviceSchema).default([]),
	anchors: z.array(phase.anchorSchema).min(1),
	events: z.array(phase.eventSchema).default([]),
	phases: z.array(phase.phaseSchema).min(1),
	milestones: z.array(phase.milestoneSchema).default([]),
	committees: z.array(committeeSchema).default([]),
	deliverables: z.array(deliverableSchema).default([]),
	obligations: z.array(obligationSchema).default([]),
	tasks: z.array(phase.taskSchema).default([]),
	renewal: phase.renewalSchema.optional(),
	formats: z
		.strictObject({
			documents: z.array(textSchema).default([]),
			data: z.array(textSchema).default([]),
			geographic: z.array(textSchema).default([]),
			editable: z.boolean().default(false),
			clause: clauseSchema.optional()
		})
		.optional(),
	registers: z.array(register.registerSchema).default([]),
	volumes: z.array(register.volumeSchema).default([]),
	indicators: z.array(indicatorSchema).default([]),
	penalties: penaltiesSchema,
	ambiguities: z.array(register.ambiguitySchema).default([]),
	notes: z.array(textSchema).default([])
});

/** A mission file: strict (an unknown key is refused) and consistent (every code it cites exists). */
export const contractSchema = contractShape.check((ctx) => {
	for (const { path, message } of crossCheck(ctx.value)) {
		ctx.issues.push({ code: 'custom', input: ctx.value, path, message });
	}
});

export type Contract = z.output<typeof contractSchema>;
export type Party = Contract['parties'][number];
export type Anchor = Contract['anchors'][number];
export type Phase = Contract['phases'][number];
export type Milestone = Contract['milestones'][number];
export type Committee = Contract['committees'][number];
export type Deliverable = Contract['deliverables'][number];
export type Obligation = Contract['obligations'][number];
export type Task = Contract['tasks'][number];
export type Indicator = Contract['indicators'][number];
export type Penalty = Contract['penalties']['items'][number];
export type Register = Contract['registers'][number];
export type Service = Contract['services'][number];
export type ContractEvent = Contract['events'][number];
