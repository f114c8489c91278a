import type { Cell } from '#core/obligations/follow/csv.ts';
import { plainAmount } from '#core/penalties/money.ts';
import type { InterruptionRow, PenaltyLine } from '#core/penalties/follow/types.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { aboutWords, decisionWords, judgedWords, stageName, stepInWords } from './words.ts';

/** For a spreadsheet: an amount as a number; what nobody knows in words, for an empty cell reads as zero. */
const amount = (cents: bigint | null): Cell =>
	cents === null ? m.penalties_undetermined() : Number(plainAmount(cents));

/** The penalties as a table to take away, one row each after the columns. */
export function penaltySheet(lines: readonly PenaltyLine[]): Cell[][] {
	return [
		[
			m.penalties_col_number(),
			m.penalties_col_what(),
			m.penalties_sheet_subject(),
			m.penalties_sheet_title(),
			m.penalties_fact_due(),
			m.penalties_fact_done(),
			m.penalties_fact_days(),
			m.penalties_fact_starts(),
			m.penalties_fact_ends(),
			m.penalties_int_sheet_seconds(),
			m.penalties_col_clause(),
			m.penalties_sheet_quote(),
			m.penalties_sheet_steps(),
			m.penalties_sheet_currency(),
			m.penalties_col_amount(),
			m.penalties_col_stage(),
			m.penalties_sheet_notified(),
			m.penalties_sheet_comment_by(),
			m.penalties_sheet_decision(),
			m.penalties_col_decided(),
			m.penalties_sheet_charged_ref(),
			m.penalties_sheet_charged_on()
		],
		...lines.map((one): Cell[] => [
			one.number,
			aboutWords(one.about),
			one.subject,
			one.title,
			one.facts.due ?? null,
			one.facts.doneOn ?? null,
			one.facts.days ?? null,
			one.facts.startsAt ?? null,
			one.facts.endsAt ?? null,
			one.facts.seconds ?? null,
			[one.clauseCode, one.clause?.ref].filter(Boolean).join(', '),
			one.clause?.quote ?? null,
			one.steps.map((step) => stepInWords(step, one.currency)).join(' ; '),
			one.currency,
			amount(one.amount),
			stageName(one.stage),
			one.notifiedOn,
			one.commentBy,
			one.decision ? decisionWords(one.decision) : null,
			one.decided === null ? null : Number(plainAmount(one.decided)),
			one.chargedRef,
			one.chargedOn
		])
	];
}

/** The register as a table to take away: every revision, for nothing of it is hidden. */
export function interruptionSheet(rows: readonly InterruptionRow[]): Cell[][] {
	const yes = (value: boolean) => (value ? m.penalties_int_yes() : m.penalties_int_no());
	return [
		[
			m.penalties_int_col_number(),
			m.penalties_int_sheet_revision(),
			m.penalties_fact_starts(),
			m.penalties_fact_ends(),
			m.penalties_int_sheet_seconds(),
			m.penalties_int_field_what(),
			m.penalties_int_field_place(),
			m.penalties_int_col_judged(),
			m.penalties_int_sheet_reason(),
			m.penalties_int_sheet_excluded(),
			m.penalties_int_field_excluded_reason(),
			m.penalties_int_sheet_correction(),
			m.penalties_int_col_proof(),
			'SHA-256',
			m.penalties_int_sheet_by(),
			m.penalties_int_sheet_on()
		],
		...rows
			.flatMap((row) => [row, ...row.before])
			.map((one): Cell[] => [
				one.number,
				one.revision,
				one.startsAt,
				one.endsAt,
				one.seconds,
				one.what,
				one.place,
				judgedWords(one),
				one.attributableReason,
				yes(one.excluded),
				one.excludedReason,
				one.correction,
				one.fileName,
				one.sha256,
				one.by,
				one.on
			])
	];
}
