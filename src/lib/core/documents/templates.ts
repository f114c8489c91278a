import { minutesModel } from './minutes.ts';
import { shellModel } from './shell.ts';
import { weeklyReportModel } from './weekly-report.ts';

/** The closed list of templates: nothing outside it is ever read from the templates folder. */
export const TEMPLATES = {
	shell: { file: 'shell.docx', model: shellModel },
	'weekly-report': { file: 'weekly-report.docx', model: weeklyReportModel },
	minutes: { file: 'minutes.docx', model: minutesModel }
} as const;

export type TemplateName = keyof typeof TEMPLATES;

export function isTemplateName(name: string): name is TemplateName {
	return Object.hasOwn(TEMPLATES, name);
}
