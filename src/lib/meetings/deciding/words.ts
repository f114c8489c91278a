import type { Quorum } from '#core/meetings/quorum.ts';
import type { ResolutionResult } from '#core/meetings/deciding/vote.ts';
import type { Resolution } from '#core/meetings/view.ts';
import { m } from '$lib/i18n/paraglide/messages.js';

/** « Voix présentes ou représentées : 5 sur 9 ; quorum de 5 atteint ». */
export function quorumWords({ asked, reached, ...counts }: Quorum, second: boolean): string {
	if (asked) return reached ? m.deciding_quorum_reached(counts) : m.deciding_quorum_missing(counts);
	return second ? m.deciding_quorum_second(counts) : m.deciding_quorum_unasked(counts);
}

const results = {
	adopted: m.deciding_result_adopted,
	rejected: m.deciding_result_rejected,
	deferred: m.deciding_result_deferred
};
export const resultWords = (result: ResolutionResult): string => results[result]();

/** « Adoptée, 4 pour, 1 contre, 0 abstention(s) »; a decision nobody said more of is told by its words alone. */
export function takenWords({ result, votes }: Resolution): string {
	if (!votes) return result === 'adopted' ? '' : resultWords(result);
	if (votes.how === 'consensus') return `${resultWords(result)} ${m.deciding_by_consensus()}`;
	const { for: yes, against, abstained, casting } = votes;
	const counts = m.deciding_votes_words({ yes, against, abstained });
	return [resultWords(result), counts, casting ? m.deciding_votes_casting() : '']
		.filter(Boolean)
		.join(', ');
}

/** The hour a person reads on their wall, `14:05`: where a demonstration plays on another day, its hour is this one. */
export function hourNow(): string {
	const now = new Date();
	return [now.getHours(), now.getMinutes()].map((n) => String(n).padStart(2, '0')).join(':');
}
