import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { buildAttendance } from '#core/documents/attendance.ts';
import { buildConvocation } from '#core/documents/convocation.ts';
import { buildDecisions } from '#core/documents/decisions.ts';
import { buildDeck, type DeckModel } from '#core/documents/deck/model.ts';
import { deckSlides } from '#core/documents/deck/pages.ts';
import { buildMinutes } from '#core/documents/minutes.ts';
import { buildAnswers } from '#core/documents/observations/answers.ts';
import { buildLifted } from '#core/documents/observations/lifted.ts';
import { buildShell } from '#core/documents/shell.ts';
import type { TagTree } from '#core/documents/tags.ts';
import { TEMPLATES, type TemplateName } from '#core/documents/templates.ts';
import { buildWeeklyReport } from '#core/documents/weekly-report.ts';
import { loadTemplate } from '#server/documents/load-template.ts';
import { renderDocument } from '#server/documents/render.ts';
import { renderSlides } from '#server/documents/slides/render-slides.ts';
import * as papers from './samples-papers.ts';
import { minimalAnswers, minimalLifted, richAnswers, richLifted } from './samples-observations.ts';
import { minimalWeeklyReport, richWeeklyReport } from './samples-weekly-report.ts';
import * as samples from './samples.ts';

export const TEMPLATES_DIR = join(import.meta.dirname, '../../templates');
export const NAMES = Object.keys(TEMPLATES) as TemplateName[];
/** Those that are Word files. */
export const WORD = NAMES.filter((name) => name !== 'deck');

/** Every template with every block filled, and with the least its view model takes. */
export const rich = {
	shell: () => buildShell(samples.richShell),
	'weekly-report': () => buildWeeklyReport(richWeeklyReport),
	minutes: () => buildMinutes(samples.richMinutes),
	convocation: () => buildConvocation(papers.richConvocation),
	attendance: () => buildAttendance(papers.richAttendance),
	decisions: () => buildDecisions(papers.richDecisions),
	deck: () => buildDeck(papers.richDeck),
	answers: () => buildAnswers(richAnswers),
	lifted: () => buildLifted(richLifted)
};
export const minimal = {
	shell: () => buildShell(samples.minimalShell),
	'weekly-report': () => buildWeeklyReport(minimalWeeklyReport),
	minutes: () => buildMinutes(samples.minimalMinutes),
	convocation: () => buildConvocation(papers.minimalConvocation),
	attendance: () => buildAttendance(papers.minimalAttendance),
	decisions: () => buildDecisions(papers.minimalDecisions),
	deck: () => buildDeck(papers.minimalDeck),
	answers: () => buildAnswers(minimalAnswers),
	lifted: () => buildLifted(minimalLifted)
};

export function template(name: TemplateName): Uint8Array {
	return new Uint8Array(readFileSync(join(TEMPLATES_DIR, 'documents', TEMPLATES[name].file)));
}

export function render(name: TemplateName, model: object, title = 'Essai'): Uint8Array {
	const bytes = loadTemplate(name, TEMPLATES_DIR);
	const options = { templateName: name, title };
	if (name === 'deck') return renderSlides(bytes, deckSlides(model as DeckModel, 1), options);
	return renderDocument(bytes, model, options);
}

/** The parts that carry what a reader meets: the body of a Word file, or each slide. */
export function bodies(bytes: Uint8Array): string[] {
	const zip = new PizZip(bytes);
	return Object.keys(zip.files)
		.filter((path) => /^(?:word\/document|ppt\/slides\/[^/]+)\.xml$/.test(path))
		.map((path) => zip.files[path]!.asText());
}

/** One part of a Word file as text. */
export function part(bytes: Uint8Array, path: string): string {
	const file = new PizZip(bytes).file(path);
	if (!file) throw new Error(`no ${path}`);
	return file.asText();
}

/** The template with its main part rewritten: what a person might have done to it in Word. */
export function edited(name: TemplateName, change: (xml: string) => string): Uint8Array {
	const zip = new PizZip(template(name));
	const before = zip.file('word/document.xml')!.asText();
	const after = change(before);
	if (after === before) throw new Error('the change did not apply');
	zip.file('word/document.xml', after);
	return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}

/** Rewrites inspected tags as a view model would list them: `{#list?}` opens nothing, `a.b` is `b` inside `a`. */
export function normalised(tags: TagTree, into: TagTree = {}): TagTree {
	for (const [tag, inside] of Object.entries(tags)) {
		const steps = tag === '.' ? ['.'] : tag.replace(/\?$/, '').split('.');
		let home = into;
		for (const step of steps) home = home[step] ??= {};
		normalised(inside, tag.endsWith('?') ? into : home);
	}
	return into;
}
