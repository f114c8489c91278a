import { z } from 'zod';
import {
	clauseSchema,
	codeSchema,
	codesSchema,
	durationSchema,
	keySchema,
	linesSchema,
	textSchema
} from '../common.ts';

export const penaltySchema = z
	.strictObject({
		code: codeSchema,
		title: textSchema,
		/** What happened: an event of the file (`interruption`), `late_report` or `late_delivery`. */
		fact: keySchema.optional(),
		/** A flat amount in the contract's currency, per fact and not per day … */
		amount: z.number().positive().optional(),
		/** … or a rate per thousand and per day. */
		rate: z.number().positive().optional(),
		/** Narrows a fact that lasts. */
		duration: durationSchema.optional(),
		/** The duties whose delay is a fact for certain; empty when the clause names none. */
		obligations: codesSchema.default([]),
		/** Duties that only another reading of the clause adds: a person decides. */
		alternatives: z
			.array(z.strictObject({ reading: textSchema, obligations: codesSchema.min(1) }))
			.default([]),
		conditions: textSchema.optional(),
		clause: clauseSchema.optional(),
		notes: linesSchema
	})
	.refine((one) => (one.amount === undefined) !== (one.rate === undefined), {
		path: ['amount'],
		error: 'Une pénalité porte soit « amount » (un montant), soit « rate » (pour mille et par jour).'
	});

export const penaltiesSchema = z
	.strictObject({
		/** True when this document says nothing: undetermined is not zero. */
		undetermined: z.boolean().default(false),
		why: textSchema.optional(),
		/** In percent of the contract; absent: the document states none, which is not « no cap ». */
		cap: z.number().positive().max(100).optional(),
		/** « Il pourra être appliqué » : nothing is due before the client decides. */
		optional: z.boolean().default(false),
		/** Causes that take the penalty away: force majeure, a fact that is not the contractor's. */
		excuses: linesSchema,
		items: z.array(penaltySchema).default([]),
		clause: clauseSchema.optional(),
		notes: linesSchema
	})
	.refine((penalties) => penalties.undetermined === (penalties.items.length === 0), {
		error: 'Écrivez « undetermined: true » avec « why », ou au moins une pénalité dans « items ».'
	})
	.refine((penalties) => !penalties.undetermined || penalties.why !== undefined, {
		path: ['why'],
		error: 'Dites pourquoi les pénalités sont indéterminées et où les chercher.'
	});
