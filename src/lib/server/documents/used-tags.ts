import type Docxtemplater from 'docxtemplater';
import tools from 'docxtemplater/js/get-tags.js';
import type { TagTree } from '#core/documents/tags.ts';

/** Absent from its types: every part it reads tags in, as compiled (text, headers, footers, slides, properties). */
interface Compiled {
	compiled: Record<string, { postparsed: unknown }>;
}

/** The tags of a compiled template, one tree per part. */
export function usedTags(document: Docxtemplater): TagTree[] {
	return Object.values((document as unknown as Compiled).compiled).map((part) =>
		tools.getTags(part.postparsed)
	);
}
