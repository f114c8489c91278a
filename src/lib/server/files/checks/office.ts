import { DomainError } from '#core/errors.ts';
import { elements, xmlText } from './xml.ts';
import { unfold } from './zip.ts';

/** The content type of the main part, by extension (ECMA-376 part 1, 11.3, 12.3, 13.3). */
const main: Record<string, string> = {
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
	pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'
};

const activeName = /(^|\/)(vbaproject\.bin|vbadata\.xml|activex\/|macrosheets\/|dialogsheets\/|customui\/)/i;
const activeType = /macroenabled|vbaproject|activex|oleobject|ms-excel\.(macrosheet|intlmacrosheet)/i;
const embedded = /(^|\/)embeddings\/[^/]+$/i;
/** A chart carries its figures as a workbook of its own. */
const embeddedOffice = /\.(docx|xlsx|pptx)$/i;

const macros = () => new DomainError('file_has_macros');

/**
 * A Word, Excel or PowerPoint file: the main part is of the kind the extension says, nothing in it acts, nothing is
 * fetched from elsewhere when it is opened. Links that a person clicks are left alone.
 * @throws `file_not_what_it_claims`, `file_has_macros`, `file_is_a_bomb`, `file_unreadable`
 */
export async function checkOffice(bytes: Uint8Array, extension: string, depth = 0): Promise<void> {
	if (!isZip(bytes)) throw new DomainError('file_not_what_it_claims');
	const { names, parts } = await unfold(
		bytes,
		(name) => name === '[Content_Types].xml' || /\.rels$/i.test(name) || embeddedOffice.test(name)
	);
	const types = parts.get('[Content_Types].xml');
	if (!types) throw new DomainError('file_not_what_it_claims');
	const text = xmlText(types);
	const declared = [...elements(text, 'Override'), ...elements(text, 'Default')].map(
		(e) => e.ContentType ?? ''
	);
	if (names.some((name) => activeName.test(name)) || declared.some((type) => activeType.test(type)))
		throw macros();
	if (!declared.some((type) => type.toLowerCase() === main[extension]))
		throw new DomainError('file_not_what_it_claims');
	for (const name of names) if (embedded.test(name) && !embeddedOffice.test(name)) throw macros();
	for (const [name, part] of parts) {
		if (/\.rels$/i.test(name)) checkRelations(xmlText(part));
		else if (embeddedOffice.test(name)) {
			if (depth > 0) throw new DomainError('file_is_a_bomb');
			await checkOffice(part, name.split('.').pop()!.toLowerCase(), depth + 1);
		}
	}
}

/** A zip file begins with the header of its first part. */
export function isZip(bytes: Uint8Array): boolean {
	return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * What is fetched when the file opens may only be a person's click away. Word notes the template of the author's own
 * machine in every document: a drive of that machine reaches nobody, a server does.
 */
function checkRelations(text: string): void {
	for (const { Type = '', Target = '', TargetMode = '' } of elements(text, 'Relationship')) {
		if (/\/(oleObject|control|activeX\w*|vbaProject|keyMapCustomizations|attachedToolbars)$/i.test(Type))
			throw macros();
		if (TargetMode.toLowerCase() !== 'external' || /\/hyperlink$/i.test(Type)) continue;
		const local = /^(file:\/\/\/)?[a-z]:[\\/]/i.test(Target) || /^[^\\/:%]+$/.test(Target);
		if (!(local && /\/(attachedTemplate|externalLinkPath|externalLinkLongPath)$/i.test(Type)))
			throw macros();
	}
}
