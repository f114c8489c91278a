/**
 * Every refusal has a code. The status follows from the code here, once; the sentence for the person is in the
 * message catalogue as `error_<code>`.
 */
export const refusals = {
	not_allowed: 403,
	account_closed: 403,
	append_only: 403,
	clock_is_real: 403,
	signed_out: 401,
	not_found: 404,
	stale: 409,
	another_version: 409,
	already_admitted: 409,
	already_answered: 409,
	already_filed: 409,
	already_member: 409,
	already_revoked: 409,
	already_undone: 409,
	account_exists: 409,
	amount_undetermined: 409,
	already_numbered: 409,
	answer_not_handed_in: 409,
	answers_missing: 409,
	awaits_decision: 409,
	blocking_reserve_open: 409,
	comment_delay_running: 409,
	endorsement_missing: 409,
	hearing_missing: 409,
	link_twice: 409,
	last_manager: 409,
	meeting_in_the_future: 409,
	membership_ended: 409,
	minutes_circulated: 409,
	mission_exists: 409,
	no_vote_yet: 409,
	nobody_to_notify: 409,
	nothing_to_print: 409,
	observation_closed: 409,
	not_from_here: 409,
	not_the_first: 409,
	not_yourself: 409,
	penalty_exempt: 409,
	preview_changed: 409,
	task_has_decisions: 409,
	task_stays: 409,
	reply_closed: 409,
	too_many_feeds: 409,
	vote_closed: 409,
	above_cap: 422,
	agenda_row: 422,
	alternate_missing: 422,
	amount_above_computed: 422,
	amount_is_reduced: 422,
	amount_not_reduced: 422,
	amount_unreadable: 422,
	act_number_missing: 422,
	another_mission: 422,
	attendance_row: 422,
	bad_input: 422,
	charged_before_decided: 422,
	choice_missing: 422,
	clause_missing: 422,
	comment_delay_too_short: 422,
	comment_missing: 422,
	contract_faulty: 422,
	convened_late: 422,
	count_missing: 422,
	date_in_the_past: 422,
	date_out_of_range: 422,
	editable_missing: 422,
	fact_changes_more: 422,
	email_invalid: 422,
	end_before_start: 422,
	file_empty: 422,
	file_too_big: 422,
	file_type_refused: 422,
	file_not_what_it_claims: 422,
	file_has_macros: 422,
	file_is_a_bomb: 422,
	file_name_refused: 422,
	file_unreadable: 422,
	fixed_by_contract: 422,
	import_faulty: 422,
	import_nothing: 422,
	in_the_future: 422,
	lag_out_of_range: 422,
	line_pinned: 422,
	link_cycle: 422,
	link_expired: 422,
	link_itself: 422,
	link_meeting: 422,
	link_nowhere: 422,
	link_phase: 422,
	manager_not_oneself: 422,
	meeting_before_version: 422,
	name_missing: 422,
	no_file: 422,
	not_a_signatory: 422,
	observation_not_blocking: 422,
	nothing_changes: 422,
	password_same: 422,
	password_too_short: 422,
	plan_unchanged: 422,
	reference_missing: 422,
	report_empty: 422,
	progress_out_of_range: 422,
	reason_missing: 422,
	reduction_missing: 422,
	role_of_other_side: 422,
	same_person: 422,
	severity_missing: 422,
	same_role: 422,
	signature_for_oneself: 422,
	slug_refused: 422,
	title_length: 422,
	too_long: 422,
	too_many_files: 422,
	too_many_links: 422,
	too_many_tasks: 422,
	unknown_file: 422,
	unknown_meeting: 422,
	unknown_organisation: 422,
	unknown_period: 422,
	unknown_person: 422,
	unknown_phase: 422,
	unknown_ref: 422,
	unknown_version: 422,
	wording_missing: 422,
	wrong_credentials: 422,
	wrong_code: 422,
	wrong_password: 422,
	too_many_attempts: 429,
	unexpected: 500,
	store_down: 503
} as const;

export type RefusalCode = keyof typeof refusals;

/** The form field a refusal is about, and what helps the person understand it. */
export interface RefusalDetail {
	field?: string;
	[key: string]: unknown;
}

/** A refusal on its way up: its code for the log, its status for the answer, what helps the person. */
export class DomainError extends Error {
	readonly code: RefusalCode;
	readonly status: number;
	readonly detail: RefusalDetail;
	constructor(code: RefusalCode, detail: RefusalDetail = {}, cause?: unknown) {
		super(code, { cause });
		this.name = 'DomainError';
		this.code = code;
		this.status = refusals[code];
		this.detail = detail;
	}
}

export const isRefusalCode = (code: unknown): code is RefusalCode =>
	typeof code === 'string' && code in refusals;
