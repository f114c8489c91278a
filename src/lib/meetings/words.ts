import type {
	AttendanceStatus,
	CommitteeKind,
	Paper,
	Purpose,
	ResolutionKind,
	Seat
} from '#core/meetings/view.ts';
import type { MeetingState } from '#core/meetings/states.ts';
import type { DayRemark } from '#core/meetings/day-remark.ts';
import { formatDate } from '$lib/i18n/format.ts';
import { m } from '$lib/i18n/paraglide/messages.js';

const kinds = {
	copil: m.committees_kind_copil,
	cotech: m.committees_kind_cotech,
	project: m.committees_kind_project,
	panel: m.committees_kind_panel,
	other: m.committees_kind_other
};
const capacities = {
	chair: m.committees_capacity_chair,
	member: m.committees_capacity_member,
	secretary: m.committees_capacity_secretary,
	guest: m.committees_capacity_guest
};
const states = {
	draft: m.meetings_state_draft,
	convened: m.meetings_state_convened,
	in_session: m.meetings_state_in_session,
	held: m.meetings_state_held,
	circulated: m.meetings_state_circulated,
	approved: m.meetings_state_approved,
	cancelled: m.meetings_state_cancelled
};
const purposeNames = {
	information: m.meetings_purpose_information,
	opinion: m.meetings_purpose_opinion,
	decision: m.meetings_purpose_decision
};
const statuses = {
	expected: m.meetings_status_expected,
	present: m.meetings_status_present,
	represented: m.meetings_status_represented,
	excused: m.meetings_status_excused,
	absent: m.meetings_status_absent
};
const resolutionNames = {
	validation: m.meetings_kind_validation,
	arbitration: m.meetings_kind_arbitration,
	orientation: m.meetings_kind_orientation
};

export const kindWords = (kind: CommitteeKind) => kinds[kind]();
export const capacityWords = (capacity: Seat['capacity']) => capacities[capacity]();
export const stateWords = (state: MeetingState) => states[state]();
export const purposeWords = (purpose: Purpose) => purposeNames[purpose]();
export const statusWords = (status: AttendanceStatus) => statuses[status]();
export const resolutionWords = (kind: ResolutionKind) => resolutionNames[kind]();

/** « au plus tard le sam. 7 déc. 2019, conseillé le ven. 6 déc. 2019 », or why there is no day. */
export function paperWords(paper: Paper): string {
	if (paper.state === 'awaiting') return m.committees_due_awaiting();
	if (!paper.due) return m.committees_due_undetermined();
	const due = m.committees_due({ day: formatDate(paper.due) });
	return paper.advised && paper.advised !== paper.due
		? `${due}, ${m.committees_advised({ day: formatDate(paper.advised) })}`
		: due;
}

export function remarkWords(remark: DayRemark, day: string): string {
	if (remark.kind === 'past') return m.meetings_remark_past({ day: formatDate(day) });
	return remark.kind === 'holiday'
		? m.meetings_remark_holiday({ day: formatDate(day), label: remark.label })
		: m.meetings_remark_weekend({ day: formatDate(day) });
}

/** « 14:00 – 16:00 ». */
export const hoursWords = (startsAt: string | null, endsAt = '') =>
	endsAt ? `${startsAt ?? ''} – ${endsAt}` : (startsAt ?? '');
