import type { Cell } from '#core/obligations/follow/csv.ts';
import { diffDays } from '#core/calendar/days.ts';
import { isLateAction } from '#core/meetings/registers/query.ts';
import type { ActionRow, DecisionRow } from '#core/meetings/registers/types.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { resolutionWords } from '$lib/meetings/words.ts';
import { standingWords, votesWords } from './words.ts';

/** Widths of the columns in a spreadsheet, in characters. */
export const decisionWidths = [16, 60, 14, 20, 12, 34, 13, 12, 9, 28, 22, 13];
export const actionWidths = [16, 60, 24, 13, 11, 13, 40, 12, 12, 34, 13, 34];

/** The decisions as a table to take away, one row each after the columns. */
export function decisionSheet(rows: readonly DecisionRow[]): Cell[][] {
	return [
		[
			m.meetings_col_number(),
			m.meetings_col_decision(),
			m.meetings_col_kind(),
			m.registers_col_body(),
			m.registers_sheet_meeting(),
			m.registers_sheet_title(),
			m.registers_col_held(),
			m.registers_sheet_deliverable(),
			m.meetings_col_version(),
			m.registers_col_votes(),
			m.registers_col_standing(),
			m.meetings_col_effect()
		],
		...rows.map((r): Cell[] => [
			r.number,
			r.wording,
			resolutionWords(r.kind),
			r.bodyName,
			r.meeting,
			r.meetingTitle,
			r.heldOn,
			r.deliverable,
			r.version,
			votesWords(r),
			standingWords(r),
			r.effectOn
		])
	];
}

/** The actions as a table to take away; days late are a number, to be sorted by. */
export function actionSheet(rows: readonly ActionRow[], today: string): Cell[][] {
	return [
		[
			m.meetings_col_number(),
			m.meetings_col_action(),
			m.meetings_col_owner(),
			m.meetings_col_due(),
			m.registers_sheet_late(),
			m.registers_sheet_done(),
			m.registers_result(),
			m.registers_col_body(),
			m.registers_sheet_meeting(),
			m.registers_sheet_title(),
			m.registers_col_held(),
			m.registers_sheet_item()
		],
		...rows.map((r): Cell[] => [
			r.number,
			r.wording,
			r.owner,
			r.dueOn,
			isLateAction(r, today) ? diffDays(r.dueOn!, today) : null,
			r.doneOn,
			r.result,
			r.bodyName,
			r.meeting,
			r.meetingTitle,
			r.heldOn,
			r.item
		])
	];
}
