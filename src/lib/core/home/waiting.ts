import { addDays } from '#core/calendar/days.ts';

export type WaitingKind = 'vote' | 'endorse' | 'decide' | 'answer_report' | 'file_report' | 'action';

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

/** Overdue, within seven days or waiting for an answer now, later. What has no date asks for an act now. */
export function groupWaiting(items: Waiting[]): WaitingGroups {
	const groups: WaitingGroups = { overdue: [], week: [], later: [] };
	for (const item of items) {
		if (item.dueOn !== null && item.dueOn < item.today) groups.overdue.push(item);
		else if (item.dueOn === null || item.dueOn <= addDays(item.today, 7)) groups.week.push(item);
		else groups.later.push(item);
	}
	return groups;
}
