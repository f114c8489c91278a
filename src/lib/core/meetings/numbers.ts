import type { Body, MeetingView } from './view.ts';

/** « COPIL n° 2 », of the second meeting of a body, by the rank its code ends with. */
export function meetingNumber(body: Pick<Body, 'short'>, code: string): string {
	return `${body.short} n°\u00a0${Number(/(\d+)$/.exec(code)?.[1] ?? 1)}`;
}

/** The edition of the minutes: 0.1 before they first go out, 1.0 then, 1.1 once reopened, 2.0 when they go out again. */
export function minutesVersion(meeting: Pick<MeetingView, 'edition' | 'state'>): string {
	const out = meeting.state === 'circulated' || meeting.state === 'approved';
	return `${meeting.edition}.${out ? 0 : 1}`;
}
