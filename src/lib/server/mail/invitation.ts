import type { IcsEvent } from '#core/ics/types.ts';
import { writeCalendar } from '#core/ics/write.ts';
import { agendaText, meetingUid, meetingWhen } from '#core/meetings/feed.ts';
import type { WaitingMail } from '#server/backend/index.ts';
import * as words from '../../i18n/paraglide/messages/_index.js';

/** The address of `Jalon <jalon@example.test>`. */
export const addressOf = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();

/**
 * What a convocation puts into the calendar of the person it is sent to (RFC 5546): a request, with the same name and a
 * higher number each time something changed, or a cancellation. Null for a mail that brings nothing into a calendar.
 * @param o.mailFrom the address that sends, in the name of whoever convened
 */
export function invitationOf(
	mail: Pick<WaitingMail, 'toEmail' | 'data' | 'convocation'>,
	o: { siteUrl: string; mailFrom: string },
	locale: 'fr' | 'en' = 'fr'
): { method: 'REQUEST' | 'CANCEL'; text: string } | null {
	const { convocation, toEmail, data } = mail;
	if (!convocation) return null;
	const { content, method, sequence, at, meeting, partial } = convocation;
	const page = `${o.siteUrl}/missions/${encodeURIComponent(content.slug)}/meetings/${encodeURIComponent(content.code)}`;
	const sender = addressOf(o.mailFrom);
	const organiser = content.organiser ?? { name: content.mission, email: sender };
	const event: IcsEvent = {
		uid: meetingUid(meeting),
		stamp: at,
		sequence,
		when: meetingWhen(content, content.zone),
		title: `${content.title} (${content.mission})`,
		place: content.place ?? undefined,
		text: [content.body, agendaText(content.agenda, words.feed_agenda({}, { locale })), page]
			.filter(Boolean)
			.join('\n\n'),
		url: page,
		// Somebody taken off the list: the meeting itself goes on (RFC 5546, 3.2.5).
		status: method === 'REQUEST' ? 'CONFIRMED' : partial ? undefined : 'CANCELLED',
		organiser: { ...organiser, sentBy: organiser.email === sender ? undefined : sender },
		attendees: [
			{ name: String(data.name ?? toEmail), email: toEmail, rsvp: method === 'REQUEST' || undefined }
		]
	};
	return { method, text: writeCalendar({ method, zone: content.zone, events: [event] }) };
}
