import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { buildMinutes } from '#core/documents/minutes.ts';
import { buildShell } from '#core/documents/shell.ts';
import type { TagTree } from '#core/documents/tags.ts';
import { TEMPLATES, type TemplateName } from '#core/documents/templates.ts';
import { buildWeeklyReport } from '#core/documents/weekly-report.ts';
import { loadTemplate } from '#server/documents/load-template.ts';
import { renderDocument } from '#server/documents/render.ts';
import { minimalWeeklyReport, richWeeklyReport } from './samples-weekly-report.ts';
import * as samples from './samples.ts';

export const TEMPLATES_DIR = join(import.meta.dirname, '../../templates');
export const NAMES = Object.keys(TEMPLATES) as TemplateName[];

/** Every template with every block filled, and with the least its view model takes. */
export const rich = {
	shell: () => buildShell(samples.richShell),
	'weekly-report': () => buildWeeklyReport(richWeeklyReport),
	minutes: () => buildMinutes(samples.richMinutes)
};
export const minimal = {
	shell: () => buildShell(samples.minimalShell),
	'weekly-report': () => buildWeeklyReport(minimalWeeklyReport),
	minutes: () => buildMinutes(samples.minimalMinutes)
};

export function template(name: TemplateName): Uint8Array {
	return new Uint8Array(readFileSync(join(TEMPLATES_DIR, 'documents', TEMPLATES[name].file)));
}

export function render(name: TemplateName, model: object, title = 'Essai'): Uint8Array {
	return renderDocument(loadTemplate(name, TEMPLATES_DIR), model, { templateName: name, title });
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
