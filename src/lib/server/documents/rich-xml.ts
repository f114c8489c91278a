import { richBlocks, type RichList } from '#core/documents/rich/blocks.ts';
import type { Span } from '#core/documents/rich/parse.ts';
import { escapeXml } from './core-properties.ts';
import type { Numbering } from './numbering.ts';

const run = ({ text, bold }: Span) =>
	`<w:r>${bold ? '<w:rPr><w:b/><w:bCs/></w:rPr>' : ''}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

const paragraph = (properties: string, spans: Span[]) =>
	`<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${spans.map(run).join('')}</w:p>`;

const style = (id: string) => `<w:pStyle w:val="${id}"/>`;

function listXml(list: RichList, depth: number, numbering: Numbering): string {
	const { start, items } = list;
	const properties = style(start === null ? 'ListBullet' : 'ListNumber') + numbering.list(depth, start);
	return items
		.map(
			({ spans, lists }) =>
				paragraph(properties, spans) + lists.map((one) => listXml(one, depth + 1, numbering)).join('')
		)
		.join('');
}

/**
 * Typed text as paragraphs of a Word file, by the template's own styles. Every character is escaped: what is written as
 * markup is made here, never by whoever typed.
 */
export function richXml(text: string, numbering: Numbering): string {
	return richBlocks(text)
		.map((block) => {
			if (block.kind === 'list') return listXml(block, 0, numbering);
			// Under the heading of a point of the agenda, which is of the second level.
			if (block.kind === 'heading')
				return paragraph(style(block.level === 1 ? 'Heading3' : 'Heading4'), block.spans);
			return paragraph('', block.spans);
		})
		.join('');
}
