import { addDays, diffDays } from '#core/calendar/days.ts';

export type WaitingKind =
	| 'vote'
	| 'endorse'
	| 'decide'
	| 'answer_report'
	| 'file_report'
	| 'hand_in'
	| 'hand_in_again'
	| 'answer_observations'
	| 'check_answers'
	| 'send_obligation'
	| 'comment_penalty'
	| 'decide_penalty'
	| 'charge_penalty'
	| 'qualify_interruption'
	| 'settle_exclusion'
	| 'reach_milestone'
	| 'open_meeting'
	| 'circulate_minutes'
	| 'comment_minutes'
	| 'answer_comments'
	| 'reopen_minutes'
	| 'approve_by_silence'
	| 'confirm_drafts'
	| 'action'
	| 'sign_amendment';

const places = {
	vote: 'deliverables',
	endorse: 'deliverables',
	decide: 'deliverables',
	hand_in: 'deliverables',
	hand_in_again: 'deliverables',
	answer_observations: 'deliverables',
	check_answers: 'deliverables',
	answer_report: 'reports',
	file_report: 'reports',
	send_obligation: 'obligations',
	comment_penalty: 'penalties',
	decide_penalty: 'penalties',
	charge_penalty: 'penalties',
	qualify_interruption: 'registers/interruptions',
	settle_exclusion: 'indicators',
	reach_milestone: 'schedule',
	open_meeting: 'meetings',
	circulate_minutes: 'meetings',
	comment_minutes: 'meetings',
	answer_comments: 'meetings',
	reopen_minutes: 'meetings',
	approve_by_silence: 'meetings',
	confirm_drafts: 'meetings',
	action: 'meetings',
	sign_amendment: 'contract'
} as const satisfies Record<WaitingKind, string>;

/** What is done below the minutes, on the page of their meeting. */
const afterwards = new Set<WaitingKind>([
	'comment_minutes',
	'answer_comments',
	'reopen_minutes',
	'approve_by_silence'
]);

/** One thing that waits for this person: what it is about, where it is done, and by when. */
export interface Waiting {
	slug: string;
	mission: string;
	kind: WaitingKind;
	subject: string;
	title: string;
	ref: string | null;
	dueOn: string | null;
	/** The mission's own day. */
	today: string;
}

export interface WaitingGroups {
	overdue: Waiting[];
	week: Waiting[];
	later: Waiting[];
}

/** Where it is done, below the address of the mission: `deliverables/E-L11`. An action is closed in its meeting. */
export function placeOf(w: Pick<Waiting, 'kind' | 'subject' | 'ref'>): string {
	const part = places[w.kind];
	if (part === 'schedule' || part === 'registers/interruptions' || part === 'indicators') return part;
	if (part === 'contract') return w.ref === null ? part : `${part}/changes/${encodeURIComponent(w.ref)}`;
	// The oldest one of its duty, by a name that is itself an address: E-S1/E-COTECH-01.
	if (part === 'obligations')
		return `${part}/${(w.ref ?? '').split('/').map(encodeURIComponent).join('/')}`;
	const place = `${part}/${encodeURIComponent((w.kind === 'action' ? w.ref : w.subject) ?? '')}`;
	if (w.kind === 'confirm_drafts') return `${place}#decisions`;
	if (afterwards.has(w.kind)) return `${place}#afterwards`;
	return w.kind === 'answer_observations' || w.kind === 'check_answers' ? `${place}#observations` : place;
}

/** Each mission has its own day: what is told side by side is how many days are left. */
const left = (item: Waiting) =>
	item.dueOn === null ? Number.POSITIVE_INFINITY : diffDays(item.today, item.dueOn);

/**
 * Overdue, within seven days or waiting for an answer now, later; the latest or nearest first. What has no date asks
 * for an act now.
 */
export function groupWaiting(items: Waiting[]): WaitingGroups {
	const groups: WaitingGroups = { overdue: [], week: [], later: [] };
	// Two without a date are equal: infinity less infinity is no order.
	for (const item of items.toSorted((a, b) => (left(a) === left(b) ? 0 : left(a) - left(b)))) {
		if (item.dueOn !== null && item.dueOn < item.today) groups.overdue.push(item);
		else if (item.dueOn === null || item.dueOn <= addDays(item.today, 7)) groups.week.push(item);
		else groups.later.push(item);
	}
	return groups;
}
