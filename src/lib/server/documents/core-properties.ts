import { printable } from './parser.ts';

export const CORE_PROPERTIES = 'docProps/core.xml';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text as it may stand in XML. */
export function escapeXml(text: string): string {
	return printable(text).replace(/[&<>]/g, (character) => ESCAPES[character]!);
}

export interface Properties {
	title: string;
	creator: string;
	/** BCP 47, `fr-FR`. */
	language: string;
}

/**
 * The document's own properties (title, author, language), which screen readers and PDF exports read.
 * Written whole: whoever last edited the template must not sign the document, nor its date be the document's.
 */
export function corePropertiesXml({ title, creator, language }: Properties): string {
	return (
		'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
		'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
		'xmlns:dc="http://purl.org/dc/elements/1.1/">' +
		`<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(creator)}</dc:creator>` +
		`<dc:language>${escapeXml(language)}</dc:language></cp:coreProperties>`
	);
}
