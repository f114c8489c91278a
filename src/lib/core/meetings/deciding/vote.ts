import type { BodyRules } from '../rules.ts';

export const resolutionResults = ['adopted', 'rejected', 'deferred'] as const;
export type ResolutionResult = (typeof resolutionResults)[number];

/** How it was decided; the counts are of a vote. */
export type Votes =
	| { how: 'consensus' }
	| { how: 'vote'; for: number; against: number; abstained: number; casting?: boolean };
type Counts = Extract<Votes, { how: 'vote' }>;

/** A tie that the chair's casting vote settles, where the rules give one. */
export const isTie = (voting: BodyRules['voting'], { for: yes, against }: Counts): boolean =>
	voting?.rule === 'majority' && voting.casting && yes === against && yes > 0;

/**
 * What a vote comes to under the rules of the body; abstentions are not votes cast.
 * @returns null where it is not for arithmetic to say: no rule was agreed, or the chair casts the deciding vote
 */
export function resultOf(voting: BodyRules['voting'], votes: Counts): 'adopted' | 'rejected' | null {
	if (!voting) return null;
	if (votes.casting && isTie(voting, votes)) return null;
	const { for: yes, against } = votes;
	const adopted = {
		consensus: yes > 0 && against === 0,
		majority: yes > against,
		two_thirds: yes > 0 && 3 * yes >= 2 * (yes + against)
	}[voting.rule];
	return adopted ? 'adopted' : 'rejected';
}
