import { z } from 'zod';
import { decisionKinds, outcomes, voteChoices } from './circuit.ts';
import { numbered, readLines, type ReserveLine } from './observations/inputs.ts';

/** Shapes of the forms. Their own messages are codes of refusals, said by the catalogue. */
const text = (longest: number) => z.string().trim().max(longest, 'too_long').default('');
/** The version the person had in front of them, and the hash of its bytes. */
const seen = { version: z.uuid('bad_input'), seen: z.string().regex(/^[0-9a-f]{64}$/, 'bad_input') };

const needsReason = (field: string, code: string) => ({ path: [field], message: code });

export const voteInput = z
	.object({ ...seen, choice: z.enum(voteChoices, 'choice_missing'), reason: text(4000) })
	.refine((v) => v.choice === 'approve' || v.reason !== '', needsReason('reason', 'reason_missing'));
export type VoteInput = z.output<typeof voteInput>;

const meeting = z
	.union([z.literal(''), z.uuid('unknown_meeting')])
	.optional()
	.transform((id) => id || null);
export const endorseInput = z
	.object({ ...seen, outcome: z.enum(outcomes, 'choice_missing'), ...numbered, meeting })
	.refine((v) => v.outcome === 'endorsed' || v.reserves !== '', needsReason('reserves', 'reason_missing'))
	// Without a severity the words stay as they are said, and the chair may number them afterwards.
	.transform(({ severities, ...v }, ctx) => {
		if (v.outcome === 'endorsed' || severities.length === 0) return { ...v, lines: null };
		const lines = readLines(v.reserves, severities);
		if (typeof lines !== 'string') return { ...v, lines };
		ctx.addIssue({ code: 'custom', path: ['reserves'], message: lines });
		return z.NEVER;
	});
/** `lines`: the reserves with the severities chosen for them, to be numbered in the same act. */
export type EndorseInput = Omit<z.output<typeof endorseInput>, 'lines'> & { lines?: ReserveLine[] | null };

export const decideInput = z
	.object({
		...seen,
		kind: z.enum(decisionKinds, 'choice_missing'),
		reasons: text(8000),
		reduction: text(200)
	})
	.refine((v) => v.kind === 'admit' || v.reasons !== '', needsReason('reasons', 'reason_missing'))
	.refine((v) => v.kind !== 'reduce' || v.reduction !== '', needsReason('reduction', 'reduction_missing'));
export type DecideInput = z.output<typeof decideInput>;

export const handInInput = z.object({
	files: z
		.union([z.uuid('unknown_file').transform((id) => [id]), z.array(z.uuid('unknown_file'))])
		.default([])
		.refine((list) => list.length > 0, 'no_file'),
	note: text(4000)
});
export type HandInInput = z.output<typeof handInInput>;
