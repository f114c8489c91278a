import Docxtemplater from 'docxtemplater';
import { DocumentError, documentProblem, type DocumentProblem } from '#core/documents/problems.ts';
import { richPaths, tagTree, type TagTree } from '#core/documents/tags.ts';
import { isTemplateName, TEMPLATES } from '#core/documents/templates.ts';
import { entry, writeArchive } from './archive.ts';
import { checkTags } from './check-tags.ts';
import { CORE_PROPERTIES, corePropertiesXml } from './core-properties.ts';
import { withDirections } from './direction-xml.ts';
import { NUMBERING, Numbering } from './numbering.ts';
import { readTag, strictParser } from './parser.ts';
import { richXml } from './rich-xml.ts';
import { usedTags } from './used-tags.ts';
import { compressedPart, freshZip, templateFile, type TemplateFile } from './template-file.ts';

export { DocumentError } from '#core/documents/problems.ts';

export interface RenderOptions {
	/** One of the closed list, or a name for the messages when the template is the client's own. */
	templateName: string;
	/** The document's title property. */
	title: string;
	/** BCP 47; `fr-FR` unless told. */
	language?: string;
	/** Author property; the organisation that signs, `Jalon` unless told. */
	creator?: string;
}

interface TemplateFault {
	properties?: { id?: string; xtag?: string; errors?: TemplateFault[] };
}

/** docxtemplater's own complaints about the template, one problem per tag. */
function faults(error: unknown, templateName: string): DocumentProblem[] {
	const { properties } = error as TemplateFault;
	const all = properties?.errors ?? [error as TemplateFault];
	const tags = all.map((fault) => fault.properties?.xtag).filter((tag) => tag !== undefined);
	if (tags.length === 0) return [documentProblem(templateName, 'template')];
	return [...new Set(tags)].map((tag) => documentProblem(tag, 'syntax'));
}

function refuseAll(problems: DocumentProblem[]): void {
	if (problems.length > 0) throw new DocumentError(problems);
}

/** Tags against the view model, once per template: a misspelt tag is found whatever today's data. */
function checkOnce(file: TemplateFile, used: () => TagTree[], templateName: string): void {
	if (file.checkedFor.has(templateName)) return;
	const given = isTemplateName(templateName) ? tagTree(TEMPLATES[templateName].model) : null;
	refuseAll(used().flatMap((tags) => (given ? checkTags(tags, given) : misspelt(tags))));
	file.checkedFor.add(templateName);
}

function misspelt(tags: TagTree): DocumentProblem[] {
	return Object.entries(tags).flatMap(([tag, inside]) => [
		...(readTag(tag) ? [] : [documentProblem(tag, 'syntax')]),
		...misspelt(inside)
	]);
}

/** The texts of a template that may carry lists and bold, by their paths. */
const richOf = (templateName: string): ReadonlySet<string> =>
	new Set(isTemplateName(templateName) ? richPaths(TEMPLATES[templateName].model) : []);

/**
 * Fills every part of a template with a view model, and gives each part as it then is. Shared by documents and slides.
 * @throws DocumentError naming every tag that is unknown, misspelt, without value or empty
 */
export function fillParts(
	file: TemplateFile,
	model: object,
	templateName: string
): Map<string, string | Uint8Array> {
	const problems = new Map<string, DocumentProblem>();
	const numbering = new Numbering((file.parts.get(NUMBERING) as string | undefined) ?? null);
	const write = (text: string) => richXml(text, numbering);
	const rich = { paths: richOf(templateName), ...(file.kind === 'docx' && { write }) };
	let document: Docxtemplater;
	try {
		document = new Docxtemplater(freshZip(file), {
			paragraphLoop: true,
			linebreaks: true,
			errorLogging: false,
			// Neither `{=<% %>=}` nor raw XML: a template chooses words, not markup.
			syntax: { changeDelimiterPrefix: null },
			parser: strictParser(problems, rich),
			nullGetter: () => ''
		});
		checkOnce(file, () => usedTags(document), templateName);
		document.render(model);
	} catch (error) {
		if (error instanceof DocumentError) throw error;
		throw new DocumentError(faults(error, templateName));
	}
	refuseAll([...problems.values()]);

	const zip = document.getZip();
	const filled = new Map<string, string | Uint8Array>();
	for (const [name, before] of file.parts) {
		// Bytes are never templated, so they are the template's own.
		filled.set(
			name,
			typeof before === 'string' ? withDirections(name, zip.files[name]!.asText()) : before
		);
	}
	const lists = numbering.xml();
	if (lists) filled.set(NUMBERING, lists);
	return filled;
}

/** Makes the file of parts, with the document's own properties. */
export function packParts(
	file: TemplateFile,
	parts: Map<string, string | Uint8Array>,
	{ title, language = 'fr-FR', creator = 'Jalon' }: RenderOptions
): Uint8Array {
	const entries = [...parts].map(([name, content]) => compressedPart(file, name, content));
	return writeArchive([
		...entries,
		entry(CORE_PROPERTIES, corePropertiesXml({ title, creator, language }))
	]);
}

/**
 * Fills a Word template: bytes and a view model in, bytes out. The same input gives the same bytes.
 * Text stays text (markup in the data is escaped, control characters are dropped), line ends become line breaks; a rich
 * text in `{@tag}` becomes paragraphs, lists and bold.
 * @throws DocumentError naming every tag that is unknown, misspelt, without value or empty
 */
export function renderDocument(template: Uint8Array, model: object, options: RenderOptions): Uint8Array {
	const file = templateFile(template, options.templateName);
	return packParts(file, fillParts(file, model, options.templateName), options);
}
