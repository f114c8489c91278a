import { buildAttendance } from '#core/documents/attendance.ts';
import { attendanceDocument } from '#core/meetings/documents/attendance.ts';
import { meetingNumber } from '#core/meetings/numbers.ts';
import { isNotCancelled } from '#core/meetings/states.ts';
import { loadTemplate } from '#server/documents/load-template.ts';
import { renderDocument } from '#server/documents/render.ts';
import { paperFacts, paperName, type PaperVerb } from './paper.ts';

/**
 * The attendance sheet of a meeting, to be signed by hand.
 * @throws `not_found`; `not_from_here` once cancelled; DocumentError when the template is at fault
 */
export const renderAttendance: PaperVerb = async (ctx, mission, code, asked) => {
	const facts = await paperFacts(ctx, mission, code, asked, isNotCancelled);
	const { meeting } = facts;
	const model = buildAttendance(attendanceDocument(facts));
	const bytes = renderDocument(loadTemplate('attendance', ctx.settings.templatesDir), model, {
		templateName: 'attendance',
		title: `${meetingNumber(meeting.body, meeting.code)}, feuille d’émargement`,
		creator: facts.client
	});
	return { bytes, name: paperName(mission, meeting, 'Feuille d’émargement') };
};
