import type Docxtemplater from 'docxtemplater';
import type { TagTree } from '#core/documents/tags.ts';

interface PartTags {
	tags: TagTree;
}

/** Part of docxtemplater since 3.62, absent from its types. */
interface WithTags {
	getTags(): { document?: PartTags; headers: PartTags[]; footers: PartTags[] };
}

/** The tags of a compiled template, one tree per part (text, each header, each footer). */
export function usedTags(document: Docxtemplater): TagTree[] {
	const { document: main, headers, footers } = (document as unknown as WithTags).getTags();
	return [...(main ? [main] : []), ...headers, ...footers].map((part) => part.tags);
}
