import { buildMinutes } from '#core/documents/minutes.ts';
import type { PaperFacts } from '#core/meetings/documents/words.ts';
import { minutesDocument } from '#core/meetings/minutes-document.ts';
import { meetingNumber, minutesVersion } from '#core/meetings/numbers.ts';
import { hasMinutes } from '#core/meetings/states.ts';
import type { Context } from '#server/context.ts';
import { loadTemplate } from '#server/documents/load-template.ts';
import { renderDocument } from '#server/documents/render.ts';
import type { MissionContext } from '#server/missions/read-mission.ts';
import { keptMinutes } from './after/kept-minutes.ts';
import { paperFacts, paperName, type PaperFile, type PaperVerb } from './papers/paper.ts';

/** Minutes made now, with what they were made from. */
export interface MadeMinutes extends PaperFile {
	model: object;
	template: Uint8Array;
}

/** The minutes of the facts given, whether they stand so yet or not. @throws DocumentError when the template is at fault */
export function makeMinutes(ctx: Context, mission: MissionContext, facts: PaperFacts): MadeMinutes {
	const { meeting } = facts;
	const template = loadTemplate('minutes', ctx.settings.templatesDir);
	const model = buildMinutes(minutesDocument(facts));
	const bytes = renderDocument(template, model, {
		templateName: 'minutes',
		title: `${meetingNumber(meeting.body, meeting.code)}, compte rendu`,
		creator: meeting.writtenBy || facts.contractor
	});
	const version = minutesVersion(meeting);
	return { bytes, name: paperName(mission, meeting, 'Compte rendu', { version }), model, template };
}

/**
 * The minutes of a meeting as a Word file, for whoever may read the meeting: as they went out or were approved, the
 * very bytes that were kept then; before, made now.
 * @throws `not_found`; `not_from_here` before the session opens or once cancelled; `file_unreadable` when the bytes
 * are not those that were kept; DocumentError when the template is at fault
 */
export const renderMinutes: PaperVerb = async (ctx, mission, code, asked) => {
	const facts = await paperFacts(ctx, mission, code, asked, hasMinutes);
	return (await keptMinutes(ctx, facts.meeting)) ?? makeMinutes(ctx, mission, facts);
};
