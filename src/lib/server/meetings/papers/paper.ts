import { fileName } from '#core/documents/file-name.ts';
import { DomainError } from '#core/errors.ts';
import type { PaperFacts } from '#core/meetings/documents/words.ts';
import type { MeetingState } from '#core/meetings/states.ts';
import type { MeetingView } from '#core/meetings/view.ts';
import type { Context } from '#server/context.ts';
import { readMeeting, type MeetingRows } from '#server/meetings/read-meeting.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';

export interface PaperFile {
	bytes: Uint8Array;
	name: string;
}

/** Asks for a paper of one meeting; `asked` are its rows, when they were asked for before. */
export type PaperVerb = (
	ctx: Context,
	mission: MissionContext,
	code: string,
	asked?: Promise<MeetingRows>
) => Promise<PaperFile>;

/**
 * A meeting with what all its papers say of the contract, for whoever may read the meeting.
 * @param allowed the states in which the paper exists
 * @throws `not_found`; `not_from_here` in another state
 */
export async function paperFacts(
	ctx: Context,
	mission: MissionContext,
	code: string,
	asked: Promise<MeetingRows> | undefined,
	allowed: (state: MeetingState) => boolean
): Promise<PaperFacts> {
	const meeting = await readMeeting(ctx, mission, code, asked);
	if (!allowed(meeting.state)) throw new DomainError('not_from_here', { state: meeting.state });
	const party = (side: string) => meeting.parties.find((o) => o.side === side)?.name ?? '—';
	const { title, reference } = mission;
	return {
		// A reference that only says the title again is no number.
		contract: { title, number: reference?.includes(title) ? undefined : (reference ?? undefined) },
		client: party('client'),
		contractor: party('contractor'),
		meeting
	};
}

/** The name a paper is saved under: `E_E-COPIL-02_Convocation_20200123.docx`. */
export const paperName = (
	mission: MissionContext,
	meeting: MeetingView,
	title: string,
	more: { version?: string; extension?: 'pptx' } = {}
): string => fileName({ contract: mission.prefix, code: meeting.code, title, day: meeting.heldOn, ...more });
