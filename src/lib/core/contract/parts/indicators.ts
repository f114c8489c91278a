import { z } from 'zod';
import { clauseSchema, codeSchema, keySchema, linesSchema, textSchema } from '../common.ts';

/** Over what a value is taken before it is compared. `event`: one fact (a call, an interruption). */
export const indicatorPeriods = [
	'slot',
	'day',
	'week',
	'month',
	'year',
	'event',
	'meeting',
	'mission'
] as const;

/** What it means to miss the threshold. */
export const thresholdEffects = ['breach', 'anomaly', 'action_plan', 'duty', 'penalty', 'target'] as const;

/** How a value is made of what is counted. A ratio whose denominator is 0 does not apply: neither 100 % nor a breach. */
const measureSchema = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('ratio'), of: textSchema, over: textSchema }),
	z.strictObject({ kind: z.enum(['mean', 'maximum', 'gap', 'count']), of: textSchema })
]);

const compared = {
	op: z.enum(['>=', '<=', '=', '<', '>', 'between']),
	value: z.number(),
	/** The upper bound of `between`. */
	max: z.number().optional(),
	unit: textSchema.optional(),
	/** Compared before rounding. */
	period: z.enum(indicatorPeriods),
	effect: z.enum(thresholdEffects).default('breach'),
	/** When this threshold judges another value than the indicator's own (each contact, beside their rate). */
	measure: measureSchema.optional(),
	/** Hours in which time counts: a key of `services`, or `calendar`; left out when the document does not say. */
	clock: keySchema.optional(),
	clause: clauseSchema.optional()
};

const boundsError = 'Avec « between », donnez « value » (le bas) et « max » (le haut, plus grand).';
type Bounds = { op: string; value: number; max?: number | undefined };
const bounded = (one: Bounds) =>
	one.op === 'between' ? one.max !== undefined && one.max > one.value : one.max === undefined;

export const thresholdSchema = z
	.strictObject(compared)
	.refine(bounded, { path: ['max'], error: boundsError });

export const indicatorSchema = z
	.strictObject({
		code: codeSchema,
		title: textSchema,
		measure: measureSchema.optional(),
		unit: textSchema.optional(),
		/** Judged for each of these, never for all of them together: « item de la grille ». */
		by: textSchema.optional(),
		/** Several when the document judges the same value over several periods. */
		thresholds: z.array(thresholdSchema).default([]),
		/** Why there is no threshold, when the document names the indicator without a value. */
		unset: textSchema.optional(),
		alternatives: z
			.array(
				z
					.strictObject({ ...compared, reading: textSchema })
					.refine(bounded, { path: ['max'], error: boundsError })
			)
			.default([]),
		/** Days of this register are left out of the judgement and kept in the raw data. */
		excludes: keySchema.optional(),
		register: keySchema.optional(),
		interpretation: textSchema.optional(),
		clause: clauseSchema.optional(),
		notes: linesSchema
	})
	.refine((one) => one.thresholds.length > 0 || one.unset !== undefined, {
		path: ['thresholds'],
		error: 'Donnez au moins un seuil, ou dites dans « unset » pourquoi il n’y en a pas.'
	});
