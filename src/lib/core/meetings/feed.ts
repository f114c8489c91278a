import type { Day } from '../calendar/days.ts';
import type { IcsEvent, When } from '../ics/types.ts';
import type { MeetingState } from './states.ts';

interface Due {
	id: string;
	code: string;
	title: string;
	due: Day;
}

/** What there is of one mission for a calendar, as far as its person may see it. */
export interface FeedMission {
	slug: string;
	mission: string;
	/** An IANA zone. */
	zone: string;
	meetings: {
		id: string;
		code: string;
		title: string;
		heldOn: Day;
		/** `10:00`. */
		startsAt: string | null;
		endsAt: string | null;
		place: string | null;
		state: MeetingState;
		/** People were told of it. */
		told: boolean;
		/** An instant: its last change. */
		at: string;
		/** Of its last convocation. */
		sequence: number | null;
		agenda: string[];
	}[];
	/** What the person's side owes: a day, or a day and an hour in `full`. */
	obligations: (Due & { key: string; full: string })[];
	deliverables: Due[];
	milestones: (Due & { done: boolean; at: string })[];
}

/** The words of a feed, in its person's language. */
export interface FeedWords {
	/** « Projet : Comité technique ». */
	draft(inputs: { title: string }): string;
	obligation(inputs: { code: string; title: string }): string;
	deliverable(inputs: { code: string; title: string }): string;
	milestone(inputs: { title: string }): string;
	reached(inputs: { title: string }): string;
	agenda(): string;
}

/** The event of a meeting keeps this name in every calendar, whatever changes of it (RFC 5545, 3.8.4.7). */
export const meetingUid = (id: string): string => `meeting-${id}@jalon`;

/** When a meeting takes place: at its hour, or that day while it has none. */
export function meetingWhen(
	m: { heldOn: Day; startsAt: string | null; endsAt: string | null },
	zone: string
): When {
	if (!m.startsAt) return { day: m.heldOn };
	return { day: m.heldOn, startsAt: m.startsAt, endsAt: m.endsAt ?? undefined, zone };
}

/** « Ordre du jour : 1. … 2. … », or nothing where there is no item. */
export function agendaText(items: string[], heading: string): string {
	return items.length ? [heading, ...items.map((title, i) => `${i + 1}. ${title}`)].join('\n') : '';
}

/**
 * The events of a calendar that is subscribed to: meetings, what falls due, milestones. The same rows always give the
 * same events, in the same order: what is stamped is when each changed.
 * @param o.at when the calendar's link was made, an instant: the stamp of what has no time of change of its own
 */
export function feedEvents(
	missions: FeedMission[],
	words: FeedWords,
	o: { siteUrl: string; at: string }
): IcsEvent[] {
	return missions.flatMap((m) => {
		const page = (path: string) => `${o.siteUrl}/missions/${encodeURIComponent(m.slug)}/${path}`;
		const due = (kind: string, { id, due }: Due, title: string, at: string, path: string): IcsEvent => ({
			uid: `${kind}-${id}@jalon`,
			stamp: at,
			when: { day: due },
			title: `${title} (${m.mission})`,
			text: page(path),
			url: page(path),
			categories: [m.mission],
			free: true
		});
		const code = encodeURIComponent;
		return [
			...m.meetings.map((g): IcsEvent => {
				const title = g.told ? g.title : words.draft({ title: g.title });
				const url = page(`meetings/${code(g.code)}`);
				return {
					uid: meetingUid(g.id),
					stamp: g.at,
					sequence: g.sequence ?? undefined,
					changedAt: g.at,
					when: meetingWhen(g, m.zone),
					title: `${title} (${m.mission})`,
					place: g.place ?? undefined,
					text: [agendaText(g.agenda, words.agenda()), url].filter(Boolean).join('\n\n'),
					url,
					categories: [m.mission],
					status: g.state === 'cancelled' ? 'CANCELLED' : g.told ? 'CONFIRMED' : 'TENTATIVE',
					free: g.state === 'cancelled' || !g.told
				};
			}),
			...m.deliverables.map((d) =>
				due('deliverable', d, words.deliverable(d), o.at, `deliverables/${code(d.code)}`)
			),
			...m.obligations.map((d) => {
				const path = `obligations/${d.key.split('/').map(code).join('/')}`;
				// Some duties count in hours: `2019-12-03T18:00`.
				const startsAt = /T(\d\d:\d\d)/.exec(d.full)?.[1];
				const event = due('obligation', d, words.obligation(d), o.at, path);
				return startsAt ? { ...event, when: { day: d.due, startsAt, zone: m.zone } } : event;
			}),
			...m.milestones.map((d) =>
				due('milestone', d, d.done ? words.reached(d) : words.milestone(d), d.at, 'schedule')
			)
		];
	});
}
