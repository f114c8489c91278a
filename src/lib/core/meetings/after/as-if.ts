import { formatDay } from '../../calendar/format.ts';
import type { Day } from '../../calendar/days.ts';
import { promised } from '../holes.ts';
import type { MeetingView } from '../view.ts';
import type { ApprovalWay } from './types.ts';

/** What minutes that leave unsaid which meeting comes next will say: the one people were convened to. */
function nextWords({ nextMeeting, following }: MeetingView): string {
	if (nextMeeting.trim() || !following || !promised(following)) return nextMeeting;
	const at = following.startsAt ? ` à ${following.startsAt}` : '';
	const place = following.place?.trim() ? `, ${following.place.trim()}` : '';
	return `${following.title}, ${formatDay(following.heldOn, 'fr')}${at}${place}`.slice(0, 300);
}

/**
 * A meeting as it will stand once its minutes have gone out: their file is made before, and says so.
 * @param until members may comment until that day; null for no day
 */
export function asCirculated(m: MeetingView, today: Day, until: Day | null): MeetingView {
	return {
		...m,
		state: 'circulated',
		circulatedOn: today,
		edition: m.edition + 1,
		attendance: m.attendance.map((a) => (a.status === 'expected' ? { ...a, status: 'absent' } : a)),
		nextMeeting: nextWords(m),
		after: { commentsUntil: until, approvedHow: null, approvedIn: null, sealed: null }
	};
}

/** A meeting as it will stand once its minutes are approved. */
export function asApproved(
	m: MeetingView,
	today: Day,
	how: ApprovalWay,
	sitting: { code: string; title: string; heldOn: Day } | null
): MeetingView {
	return {
		...m,
		state: 'approved',
		approvedOn: today,
		after: { ...m.after, approvedHow: how, approvedIn: sitting }
	};
}
