import { directionRuns, hasRightToLeft, runsRightToLeft } from '#core/documents/rich/direction.ts';

const WORD_PARAGRAPH = /<w:p(?: [^>]*[^/>])?>.*?<\/w:p>/gs;
const WORD_RUN = /<w:r(?: [^>]*)?>(<w:rPr>.*?<\/w:rPr>)?(<w:t(?: [^>]*)?>)([^<]*)<\/w:t><\/w:r>/gs;
const WORD_TEXT = /<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g;
// What may follow `bidi` in the properties of a paragraph, and `rtl` in those of a run (ECMA-376 part 1, 17.3.1.26, 17.3.2.28).
const AFTER_BIDI =
	/<w:(?:adjustRightInd|snapToGrid|spacing|ind|contextualSpacing|mirrorIndents|suppressOverlap|jc|textDirection|textAlignment|textboxTightWrap|outlineLvl|divId|cnfStyle|rPr|sectPr|pPrChange)\b|<\/w:pPr>/;
const AFTER_RTL = /<w:(?:cs|em|lang|eastAsianLayout|specVanish|oMath)\b|<\/w:rPr>/;

const insert = (xml: string, before: RegExp, what: string) => {
	const at = xml.search(before);
	return xml.slice(0, at) + what + xml.slice(at);
};
const textOf = (xml: string, text: RegExp) => [...xml.matchAll(text)].map(([, words]) => words).join('');

function wordRuns(_run: string, properties: string | undefined, open: string, text: string): string {
	const kept = properties ?? '';
	const right = insert(kept || '<w:rPr></w:rPr>', AFTER_RTL, '<w:rtl/>');
	const keeping = open.includes('xml:space') ? open : open.replace('<w:t', '<w:t xml:space="preserve"');
	return directionRuns(text)
		.map((run) => `<w:r>${run.right ? right : kept}${keeping}${run.text}</w:t></w:r>`)
		.join('');
}

function wordParagraph(xml: string): string {
	if (!hasRightToLeft(xml)) return xml;
	const marked = xml.replace(WORD_RUN, wordRuns);
	if (!runsRightToLeft(textOf(xml, WORD_TEXT))) return marked;
	if (/^<w:p(?: [^>]*)?><w:pPr>/.test(marked)) return insert(marked, AFTER_BIDI, '<w:bidi/>');
	return marked.replace(/^<w:p(?: [^>]*)?>/, '$&<w:pPr><w:bidi/></w:pPr>');
}

const SLIDE_PARAGRAPH = /<a:p>.*?<\/a:p>/gs;
const SLIDE_TEXT = /<a:t(?: [^>]*)?>([^<]*)<\/a:t>/g;

function slideParagraph(xml: string): string {
	if (!hasRightToLeft(xml) || !runsRightToLeft(textOf(xml, SLIDE_TEXT))) return xml;
	return xml.startsWith('<a:p><a:pPr')
		? xml.replace(/<a:pPr(?: rtl="\d")?/, '<a:pPr rtl="1"')
		: xml.replace('<a:p>', '<a:p><a:pPr rtl="1"/>');
}

/**
 * Says of text written from right to left that it is: the paragraph that begins so, and each run of such letters within
 * a line that does not. Word orders letters by these marks, not by the letters alone. Other documents are left as they are.
 */
export function withDirections(name: string, xml: string): string {
	if (!hasRightToLeft(xml)) return xml;
	if (name.startsWith('word/')) return xml.replace(WORD_PARAGRAPH, wordParagraph);
	return name.startsWith('ppt/slides/') ? xml.replace(SLIDE_PARAGRAPH, slideParagraph) : xml;
}
