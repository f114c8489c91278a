import { buildMinutes } from '#core/documents/minutes.ts';
import { minutesDocument } from '#core/meetings/minutes-document.ts';
import { meetingNumber, minutesVersion } from '#core/meetings/numbers.ts';
import { hasMinutes } from '#core/meetings/states.ts';
import { loadTemplate } from '#server/documents/load-template.ts';
import { renderDocument } from '#server/documents/render.ts';
import { paperFacts, paperName, type PaperVerb } from './papers/paper.ts';

/**
 * The minutes of a meeting as a Word file, for whoever may read the meeting.
 * @throws `not_found`; `not_from_here` before the session opens or once cancelled; DocumentError when the template is at fault
 */
export const renderMinutes: PaperVerb = async (ctx, mission, code, asked) => {
	const facts = await paperFacts(ctx, mission, code, asked, hasMinutes);
	const { meeting } = facts;
	const model = buildMinutes(minutesDocument(facts));
	const bytes = renderDocument(loadTemplate('minutes', ctx.settings.templatesDir), model, {
		templateName: 'minutes',
		title: `${meetingNumber(meeting.body, meeting.code)}, compte rendu`,
		creator: meeting.writtenBy || facts.contractor
	});
	const version = minutesVersion(meeting);
	return { bytes, name: paperName(mission, meeting, 'Compte rendu', { version }) };
};
