import { buildDecisions } from '#core/documents/decisions.ts';
import { decisionsDocument } from '#core/meetings/documents/decisions.ts';
import { meetingNumber, minutesVersion } from '#core/meetings/numbers.ts';
import { hasMinutes } from '#core/meetings/states.ts';
import { loadTemplate } from '#server/documents/load-template.ts';
import { renderDocument } from '#server/documents/render.ts';
import { paperFacts, paperName, type PaperVerb } from './paper.ts';

/**
 * The record of decisions of a meeting: the short paper beside the minutes, with the same version.
 * @throws `not_found`; `not_from_here` before the session opens or once cancelled; DocumentError when the template is at fault
 */
export const renderDecisions: PaperVerb = async (ctx, mission, code, asked) => {
	const facts = await paperFacts(ctx, mission, code, asked, hasMinutes);
	const { meeting } = facts;
	const model = buildDecisions(decisionsDocument(facts));
	const bytes = renderDocument(loadTemplate('decisions', ctx.settings.templatesDir), model, {
		templateName: 'decisions',
		title: `${meetingNumber(meeting.body, meeting.code)}, relevé de décisions`,
		creator: meeting.writtenBy || facts.contractor
	});
	const version = minutesVersion(meeting);
	return { bytes, name: paperName(mission, meeting, 'Relevé de décisions', { version }) };
};
