import { FONT, NS } from './styles.mjs';

const level = (index, format, text, left, hanging, extra = '') =>
	`<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${extra}<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>` +
	`<w:pPr><w:ind w:left="${left}" w:hanging="${hanging}"/></w:pPr></w:lvl>`;

/** word/numbering.xml: 1 headings, 2 bullets, 3 numbers. */
export function numberingXml({ numberedHeadings }) {
	const heading = (i, text, hanging) =>
		level(
			i,
			'decimal',
			text,
			hanging,
			hanging,
			numberedHeadings ? `<w:pStyle w:val="Heading${i + 1}"/>` : ''
		);
	const lists = [
		heading(0, '%1', 454) + heading(1, '%1.%2', 567) + heading(2, '%1.%2.%3', 680),
		level(0, 'bullet', '•', 284, 227, '<w:pStyle w:val="ListBullet"/>') +
			level(1, 'bullet', '–', 567, 227),
		level(0, 'decimal', '%1.', 340, 340, '<w:pStyle w:val="ListNumber"/>')
	];
	return (
		`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:numbering ${NS}>` +
		lists
			.map(
				(content, i) =>
					`<w:abstractNum w:abstractNumId="${i}"><w:multiLevelType w:val="multilevel"/>${content}</w:abstractNum>`
			)
			.join('') +
		lists.map((_, i) => `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${i}"/></w:num>`).join('') +
		'</w:numbering>'
	);
}

/** word/fontTable.xml: where Calibri is absent, Carlito has the same widths, so pages break at the same places. */
export function fontTableXml() {
	return (
		`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts ${NS}><w:font w:name="${FONT}"><w:altName w:val="Carlito"/>` +
		'<w:panose1 w:val="020F0502020204030204"/><w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
	);
}
