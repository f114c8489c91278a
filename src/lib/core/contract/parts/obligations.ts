import { z } from 'zod';
import { eventNameSchema, ruleSchema } from '../../calendar/rules/schema.ts';
import {
	clauseSchema,
	codeSchema,
	durationSchema,
	keySchema,
	linesSchema,
	readingFields,
	textSchema
} from '../common.ts';

/**
 * `paper`: something to write or to have approved; `report`: a statement sent for a period; `meeting`; `notice`: a
 * warning or information to give; `control`: listening, calibration, audit, evaluation; `means`: something to set up
 * (a line, an intranet, an access); `conduct`: a way of working.
 */
export const obligationKinds = [
	'paper',
	'report',
	'meeting',
	'notice',
	'control',
	'means',
	'conduct'
] as const;

/**
 * The act that fulfils it, never entered twice: the weekly report of the week, the minutes of the meeting, its
 * papers, the meeting itself; `file`: a file with its sending proof; `statement`: a person states it was done.
 */
export const proofSources = ['weekly_report', 'minutes', 'papers', 'meeting', 'file', 'statement'] as const;

const proofSchema = z.strictObject({ from: z.enum(proofSources), words: textSchema.optional() });

/** Work counted per person or in all: ten listenings per agent and per month. */
const quotaSchema = z.strictObject({
	label: textSchema,
	count: z.int().min(1),
	/** Whom the count is for: « chargé de clientèle »; left out for a count in all. */
	per: textSchema.optional(),
	register: keySchema.optional()
});

export const obligationSchema = z
	.strictObject({
		code: codeSchema,
		title: textSchema,
		kind: z.enum(obligationKinds),
		owner: z.enum(['client', 'contractor', 'both', 'other']),
		rule: ruleSchema,
		/** One occurrence per such event, when the rule itself names none (« un compte rendu de chaque réunion »). */
		each: eventNameSchema.optional(),
		/** Only for a fact of that length (« devait dépasser 20 minutes »); a shorter one makes no duty. */
		when: durationSchema.optional(),
		/** A rhythm without a day (« mensuellement »): one occurrence per period, to be set, never late. */
		period: z.enum(['day', 'week', 'month', 'year']).optional(),
		/** What it must contain, in the document's order. */
		checklist: linesSchema,
		quotas: z.array(quotaSchema).default([]),
		proof: proofSchema.default({ from: 'file' }),
		/** What the document makes of a failure, in its words: « non-conformité au marché ». */
		breach: textSchema.optional(),
		recipients: z.array(keySchema).default([]),
		clause: clauseSchema.optional(),
		...readingFields
	})
	.refine((one) => one.period === undefined || 'tbd' in one.rule, {
		path: ['period'],
		error: '« period » ne vaut qu’avec une règle à déterminer (tbd) : une autre règle dit déjà son rythme.'
	});
