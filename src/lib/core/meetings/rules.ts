import { z } from 'zod';

export const quorumShares = ['half', 'majority', 'two_thirds', 'all'] as const;
export type QuorumShare = (typeof quorumShares)[number];
export const votingRules = ['consensus', 'majority', 'two_thirds'] as const;
export type VotingRule = (typeof votingRules)[number];
export const secretarySides = ['client', 'contractor'] as const;
export type SecretarySide = (typeof secretarySides)[number];

/** How a body works, rule by rule, as `committees.rules` and a contract file both write it. */
const shapes = {
	/** Calendar days between the convocation and the meeting. */
	convening: z.strictObject({ days: z.int().min(1).max(90) }),
	/** How many voting seats must be present or represented: a share of them, or a number. */
	quorum: z.union([
		z.strictObject({ share: z.enum(quorumShares) }),
		z.strictObject({ count: z.int().min(1).max(200) })
	]),
	/** Without quorum: convened again on the same agenda, so many days later at least, and no quorum is asked then. */
	second: z.strictObject({ days: z.int().min(0).max(90) }),
	/** How it decides; `casting`: the chair's vote settles a tie. */
	voting: z.strictObject({ rule: z.enum(votingRules), casting: z.boolean() }),
	/** How minutes are approved: at the next meeting, or when nobody said anything for so many calendar days. */
	approval: z.union([
		z.strictObject({ how: z.literal('meeting') }),
		z.strictObject({ how: z.literal('silence'), days: z.int().min(1).max(90) })
	]),
	/** Who holds the pen. The contractor's secretary types drafts that the client confirms. */
	secretary: z.enum(secretarySides)
};
export type RuleName = keyof typeof shapes;
export const ruleNames = Object.keys(shapes) as RuleName[];

export const bodyRulesSchema = z.strictObject({
	convening: shapes.convening.optional(),
	quorum: shapes.quorum.optional(),
	second: shapes.second.optional(),
	voting: shapes.voting.optional(),
	approval: shapes.approval.optional(),
	secretary: shapes.secretary.optional(),
	/** Where it was agreed, in words: « Réunion de lancement du 5 novembre 2019 ». Not needed for what the contract says. */
	source: z.string().trim().max(500).optional()
});
/** What is left out is not a default: nothing is asked of the body on that point. */
export type BodyRules = z.output<typeof bodyRulesSchema>;

/**
 * The rules of a body as stored. A rule that is not understood is left out rather than guessed, so that a page never
 * fails over one of them.
 *
 * @param stored `committees.rules`, or anything else
 */
export function rulesOf(stored: unknown): BodyRules {
	if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return {};
	const given = stored as Record<string, unknown>;
	const rules: Record<string, unknown> = {};
	for (const name of ruleNames) {
		const read = shapes[name].safeParse(given[name]);
		if (read.success) rules[name] = read.data;
	}
	if (typeof given['source'] === 'string' && given['source'].trim())
		rules['source'] = given['source'].trim();
	return rules as BodyRules;
}

/**
 * A model to start from, never a default: the rules of consultative administrative commissions (code des relations
 * entre le public et l'administration, art. R. 133-8 and R. 133-10 to R. 133-12): five days' convocation, half of
 * the members present or represented, a second convocation without quorum, the majority, the chair's casting vote.
 */
export const crpaModel: BodyRules = {
	convening: { days: 5 },
	quorum: { share: 'half' },
	second: { days: 5 },
	voting: { rule: 'majority', casting: true }
};
