import { fileName } from '#core/documents/file-name.ts';
import { buildMinutes } from '#core/documents/minutes.ts';
import { DomainError } from '#core/errors.ts';
import { minutesDocument } from '#core/meetings/minutes-document.ts';
import { meetingNumber, minutesVersion } from '#core/meetings/numbers.ts';
import { hasMinutes } from '#core/meetings/states.ts';
import type { Context } from '#server/context.ts';
import { loadTemplate } from '#server/documents/load-template.ts';
import { renderDocument } from '#server/documents/render.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { readMeeting, type MeetingRows } from './read-meeting.ts';

/**
 * The minutes of a meeting as a Word file, for whoever may read the meeting.
 * @throws `not_found`; `not_from_here` before the session opens or once cancelled; DocumentError when the template is at fault
 */
export async function renderMinutes(
	ctx: Context,
	mission: MissionContext,
	code: string,
	asked?: Promise<MeetingRows>
): Promise<{ bytes: Uint8Array; name: string }> {
	const meeting = await readMeeting(ctx, mission, code, asked);
	if (!hasMinutes(meeting.state)) throw new DomainError('not_from_here', { state: meeting.state });
	const party = (side: string) => meeting.parties.find((o) => o.side === side)?.name ?? '—';
	const input = minutesDocument({
		contract: { title: mission.title, number: mission.reference ?? undefined },
		client: party('client'),
		contractor: party('contractor'),
		meeting
	});
	const bytes = renderDocument(loadTemplate('minutes', ctx.settings.templatesDir), buildMinutes(input), {
		templateName: 'minutes',
		title: `${meetingNumber(meeting.body, meeting.code)}, compte rendu`,
		creator: meeting.writtenBy || party('contractor'),
		language: 'fr-FR'
	});
	const name = fileName({
		contract: mission.prefix,
		code: meeting.code,
		title: 'Compte rendu',
		version: minutesVersion(meeting),
		day: meeting.heldOn
	});
	return { bytes, name };
}
