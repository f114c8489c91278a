import { z } from 'zod';
import { ruleSchema } from '../../calendar/rules/schema.ts';
import { bodyRulesSchema } from '../../meetings/rules.ts';
import { clauseSchema, codeSchema, codesSchema, keySchema, linesSchema, textSchema } from '../common.ts';

export const committeeKinds = ['copil', 'cotech', 'project', 'panel', 'other'] as const;

const paperSchema = z.strictObject({ title: textSchema, obligation: codeSchema.optional() });

const chairMissing =
	'Tout comité dit qui le préside : écrivez « chair: Directeur général », ou « chair: { unknown: true, why: … } » quand le document ne le désigne pas.';

/** Who chairs: a person or function, or the reason nobody is known to. Never left out, so that it is never forgotten. */
export const chairSchema = z.union(
	[textSchema, z.strictObject({ unknown: z.literal(true), why: textSchema })],
	{ error: chairMissing }
);
export type Chair = z.output<typeof chairSchema>;

/** Rules of the body that the document states; `clauses` tells where, rule by rule. */
const rulesSchema = bodyRulesSchema.omit({ source: true, convening: true }).extend({
	clauses: z
		.strictObject({
			quorum: clauseSchema.optional(),
			second: clauseSchema.optional(),
			voting: clauseSchema.optional(),
			approval: clauseSchema.optional(),
			secretary: clauseSchema.optional()
		})
		.optional()
});

export const committeeSchema = z.strictObject({
	code: codeSchema,
	kind: z.enum(committeeKinds),
	title: textSchema,
	short: textSchema.optional(),
	composition: z.array(
		z.strictObject({ members: textSchema, phases: codesSchema.default([]), party: keySchema.optional() })
	),
	chair: chairSchema,
	cadence: z.strictObject({ words: textSchema, rule: ruleSchema.optional() }),
	/** Calendar days between the convocation and the meeting, where they were agreed; left out, nothing is asked. */
	convening: z.strictObject({ days: z.int().min(1).max(90), clause: clauseSchema.optional() }).optional(),
	/** Quorum, voting, approval, secretary: only what the document says; what is agreed later is set in Jalon. */
	rules: rulesSchema.optional(),
	place: textSchema.optional(),
	powers: textSchema,
	papers: z
		.strictObject({ before: z.array(paperSchema).default([]), after: z.array(paperSchema).default([]) })
		.default({ before: [], after: [] }),
	clause: clauseSchema.optional(),
	notes: linesSchema
});
