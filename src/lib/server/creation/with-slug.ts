import { parseDocument } from 'yaml';

/** The same file under another short name; everything else of the text stays as it was written. */
export function withSlug(text: string, slug: string): string {
	const line = /^slug:.*$/m;
	if (line.test(text)) return text.replace(line, `slug: ${slug}`);
	// Written in another manner (a JSON-like file): set where it is, the text is laid out again.
	const doc = parseDocument(text);
	doc.set('slug', slug);
	return String(doc);
}
