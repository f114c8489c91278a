import PizZip from 'pizzip';
import { DocumentError, documentProblem } from '#core/documents/problems.ts';
import { CORE_PROPERTIES } from './core-properties.ts';
import { entry, partNames, type Entry } from './archive.ts';

export interface TemplateFile {
	/** What Office program it is for, told by its main part. */
	kind: 'docx' | 'pptx';
	/** Every part as text or bytes, in the order they are written. */
	parts: Map<string, string | Uint8Array>;
	/** Compressed once, for the parts a document leaves as they are. */
	compressed: Map<string, Entry>;
	/** Whether its tags were compared with the view model of this name. */
	checkedFor: Set<string>;
}

const FIRST = ['[Content_Types].xml', '_rels/.rels'];
const MAIN = { docx: 'word/document.xml', pptx: 'ppt/presentation.xml' };
const TEXT = /\.(?:xml|rels)$/;
const opened = new WeakMap<Uint8Array, TemplateFile>();

function refuse(templateName: string, sentence?: string): never {
	throw new DocumentError([documentProblem(templateName, 'template', sentence)]);
}

function open(bytes: Uint8Array, templateName: string): TemplateFile {
	let zip: PizZip;
	try {
		zip = new PizZip(bytes);
	} catch {
		return refuse(templateName);
	}
	const names = partNames(zip);
	const kind = names.includes(MAIN.docx) ? 'docx' : names.includes(MAIN.pptx) ? 'pptx' : null;
	if (!kind || !FIRST.every((name) => names.includes(name))) return refuse(templateName);
	if (names.some((name) => /vbaProject|\/activeX\/|oleObject|\/embeddings\//i.test(name))) {
		refuse(
			templateName,
			`Le modèle ${templateName} contient une macro ou un objet incorporé : enregistrez-le en .${kind}, sans macro ni objet.`
		);
	}
	const rest = names.filter((name) => !FIRST.includes(name) && name !== CORE_PROPERTIES).sort();
	const parts = new Map<string, string | Uint8Array>();
	for (const name of [...FIRST, ...rest]) {
		const file = zip.files[name]!;
		parts.set(name, TEXT.test(name) ? file.asText() : file.asUint8Array());
	}
	return { kind, parts, compressed: new Map(), checkedFor: new Set() };
}

/**
 * Opens a template once per byte array: the loader hands out the same array while the file on disk is the same.
 * @throws DocumentError when it is neither a Word nor a PowerPoint document, or carries macros or embedded objects
 */
export function templateFile(bytes: Uint8Array, templateName: string): TemplateFile {
	let file = opened.get(bytes);
	if (!file) opened.set(bytes, (file = open(bytes, templateName)));
	return file;
}

/** A fresh zip for docxtemplater, which wants one of its own per document. */
export function freshZip(file: TemplateFile): PizZip {
	const zip = new PizZip();
	for (const [name, content] of file.parts) zip.file(name, content);
	return zip;
}

/** A part in compressed form: from the cache when the document did not change it. */
export function compressedPart(file: TemplateFile, name: string, content: string | Uint8Array): Entry {
	if (content !== file.parts.get(name)) return entry(name, content);
	let known = file.compressed.get(name);
	if (!known) file.compressed.set(name, (known = entry(name, content)));
	return known;
}
