import { isLateAction } from '#core/meetings/registers/query.ts';
import type { ActionRow, DecisionRow } from '#core/meetings/registers/types.ts';
import { daysLeft, daysLeftWords, formatDate } from '$lib/i18n/format.ts';
import { m } from '$lib/i18n/paraglide/messages.js';

/** How many were for it, or that nobody was against; empty where nobody said. */
export function votesWords({ votes }: Pick<DecisionRow, 'votes'>): string {
	if (!votes) return '';
	if (votes.how === 'consensus') return m.registers_votes_consensus();
	const counted = m.registers_votes({
		yes: votes.for ?? 0,
		no: votes.against ?? 0,
		none: votes.abstained ?? 0
	});
	return votes.casting ? `${counted}, ${m.registers_votes_casting()}` : counted;
}

/** What became of it: a draft, rejected, put off, or what the body says of the version. */
export function standingWords(row: DecisionRow): string {
	if (!row.binds) return m.registers_draft();
	if (row.result === 'rejected') return m.registers_rejected();
	if (row.result === 'deferred') return m.registers_deferred();
	if (row.outcome === 'endorsed') return m.registers_endorsed();
	if (row.outcome === 'endorsed_with_reserves') return m.registers_endorsed_with_reserves();
	if (row.outcome === 'not_endorsed') return m.registers_not_endorsed();
	return m.registers_adopted();
}
export const standingTone = (row: DecisionRow): 'soon' | 'late' | 'neutral' | 'done' =>
	!row.binds
		? 'soon'
		: row.result === 'rejected' || row.outcome === 'not_endorsed'
			? 'late'
			: row.result === 'deferred'
				? 'neutral'
				: 'done';

export function actionState(row: ActionRow, today: string) {
	if (row.doneOn)
		return { state: 'done' as const, word: m.meetings_action_done({ day: formatDate(row.doneOn) }) };
	if (!row.dueOn) return { state: 'neutral' as const, word: m.meetings_action_no_date() };
	const state = isLateAction(row, today) ? 'late' : daysLeft(row.dueOn, today) <= 7 ? 'soon' : 'ontime';
	return { state: state as 'late' | 'soon' | 'ontime', word: daysLeftWords(row.dueOn, today) };
}
