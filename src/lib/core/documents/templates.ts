import { attendanceModel } from './attendance.ts';
import { convocationModel } from './convocation.ts';
import { decisionsModel } from './decisions.ts';
import { deckModel } from './deck/model.ts';
import { minutesModel } from './minutes.ts';
import { answersModel } from './observations/answers.ts';
import { liftedModel } from './observations/lifted.ts';
import { shellModel } from './shell.ts';
import { weeklyReportModel } from './weekly-report.ts';

/** The closed list of templates: nothing outside it is ever read from the templates folder. */
export const TEMPLATES = {
	shell: { file: 'shell.docx', model: shellModel },
	'weekly-report': { file: 'weekly-report.docx', model: weeklyReportModel },
	minutes: { file: 'minutes.docx', model: minutesModel },
	convocation: { file: 'convocation.docx', model: convocationModel },
	attendance: { file: 'attendance.docx', model: attendanceModel },
	decisions: { file: 'decisions.docx', model: decisionsModel },
	deck: { file: 'deck.pptx', model: deckModel },
	answers: { file: 'answers.docx', model: answersModel },
	lifted: { file: 'lifted.docx', model: liftedModel }
} as const;

export type TemplateName = keyof typeof TEMPLATES;

export function isTemplateName(name: string): name is TemplateName {
	return Object.hasOwn(TEMPLATES, name);
}
