// The look of Jalon's Word files, written as Word itself stores it: a person finds every name in Word's styles pane.
// One family (Calibri, or Carlito of the same widths), ink on paper, one accent.

export const INK = '1F2933';
export const GREY = '566573';
export const RULE = 'CBD3DA';
export const WASH = 'F2F5F7';
export const ACCENT = '1D5B79';

export const NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
export const FONT = 'Calibri';

const run = ({ size, bold, italic, color, caps }) =>
	`<w:rPr>${bold ? '<w:b/><w:bCs/>' : bold === false ? '<w:b w:val="0"/><w:bCs w:val="0"/>' : ''}${italic ? '<w:i/><w:iCs/>' : ''}` +
	`${caps ? '<w:caps/>' : ''}${color ? `<w:color w:val="${color}"/>` : ''}${caps ? '<w:spacing w:val="14"/>' : ''}` +
	`${size ? `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>` : ''}</w:rPr>`;

function paragraphStyle({ id, name, based = 'Normal', next, quick = true, priority = 1, pPr = '', ...look }) {
	return (
		`<w:style w:type="paragraph" ${look.custom ? 'w:customStyle="1" ' : ''}w:styleId="${id}"><w:name w:val="${name}"/>` +
		`<w:basedOn w:val="${based}"/>${next ? `<w:next w:val="${next}"/>` : ''}<w:uiPriority w:val="${priority}"/>` +
		`${quick ? '<w:qFormat/>' : ''}<w:pPr>${pPr}</w:pPr>${run(look)}</w:style>`
	);
}

const spacing = (before, after, line) =>
	`<w:spacing w:before="${before}" w:after="${after}"${line ? ` w:line="${line}" w:lineRule="auto"` : ''}/>`;
const outline = (level) => `<w:outlineLvl w:val="${level}"/>`;
const numbered = (id, level = 0) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
const border = (side, size, color, space) =>
	`<w:${side} w:val="single" w:sz="${size}" w:space="${space}" w:color="${color}"/>`;

function tableStyle({ id, name, borders, side = 85, firstRow = '', firstColumn = '' }) {
	const part = (type, content) =>
		content ? `<w:tblStylePr w:type="${type}">${content}</w:tblStylePr>` : '';
	return (
		`<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="TableNormal"/>` +
		`<w:uiPriority w:val="40"/><w:qFormat/><w:tblPr><w:tblBorders>${borders}</w:tblBorders><w:tblCellMar>` +
		`<w:top w:w="55" w:type="dxa"/><w:left w:w="${side}" w:type="dxa"/><w:bottom w:w="55" w:type="dxa"/><w:right w:w="${side}" w:type="dxa"/>` +
		`</w:tblCellMar></w:tblPr>${part('firstRow', firstRow)}${part('firstCol', firstColumn)}</w:style>`
	);
}

const line = (side, size, color) =>
	`<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="${color}"/>`;

/** word/styles.xml; `numberedHeadings` for documents with a table of contents. */
export function stylesXml({ numberedHeadings }) {
	const heading = (level) => (numberedHeadings ? numbered(1, level) : '');
	return (
		`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles ${NS}><w:docDefaults><w:rPrDefault><w:rPr>` +
		`<w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:eastAsia="${FONT}" w:cs="${FONT}"/><w:color w:val="${INK}"/>` +
		`<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="fr-FR" w:eastAsia="fr-FR" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
		`<w:pPrDefault><w:pPr>${spacing(0, 120, 264)}</w:pPr></w:pPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>` +
		`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>` +
		`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>` +
		`<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>` +
		[
			paragraphStyle({
				id: 'Title',
				name: 'Title',
				next: 'Normal',
				pPr: `<w:keepNext/>${spacing(0, 60, 228)}<w:contextualSpacing/>`,
				size: 26,
				bold: true,
				color: INK
			}),
			paragraphStyle({
				id: 'Subtitle',
				name: 'Subtitle',
				next: 'Normal',
				pPr: spacing(0, 200),
				size: 13,
				color: GREY
			}),
			paragraphStyle({
				id: 'Heading1',
				name: 'heading 1',
				next: 'Normal',
				priority: 9,
				pPr: `<w:keepNext/><w:keepLines/>${heading(0)}${spacing(360, 120, 240)}${outline(0)}`,
				size: 15,
				bold: true,
				color: ACCENT
			}),
			paragraphStyle({
				id: 'Heading2',
				name: 'heading 2',
				next: 'Normal',
				priority: 9,
				pPr: `<w:keepNext/><w:keepLines/>${heading(1)}${spacing(240, 80, 240)}${outline(1)}`,
				size: 12,
				bold: true,
				color: INK
			}),
			paragraphStyle({
				id: 'Heading3',
				name: 'heading 3',
				next: 'Normal',
				priority: 9,
				pPr: `<w:keepNext/><w:keepLines/>${heading(2)}${spacing(180, 60, 240)}${outline(2)}`,
				size: 10.5,
				bold: true,
				color: GREY
			}),
			paragraphStyle({
				id: 'Heading4',
				name: 'heading 4',
				next: 'Normal',
				priority: 9,
				pPr: `<w:keepNext/><w:keepLines/>${spacing(140, 40, 240)}${outline(3)}`,
				size: 10.5,
				bold: true,
				color: INK
			}),
			paragraphStyle({
				id: 'ListBullet',
				name: 'List Bullet',
				pPr: `${numbered(2)}${spacing(0, 60)}<w:contextualSpacing/>`
			}),
			paragraphStyle({
				id: 'ListNumber',
				name: 'List Number',
				pPr: `${numbered(3)}${spacing(0, 60)}<w:contextualSpacing/>`
			}),
			paragraphStyle({
				id: 'Caption',
				name: 'caption',
				priority: 35,
				pPr: spacing(60, 160),
				size: 9,
				italic: true,
				color: GREY
			}),
			paragraphStyle({
				id: 'Header',
				name: 'header',
				quick: false,
				priority: 99,
				pPr: spacing(0, 0, 240),
				size: 8.5,
				color: GREY
			}),
			paragraphStyle({
				id: 'Footer',
				name: 'footer',
				quick: false,
				priority: 99,
				pPr: spacing(0, 0, 240),
				size: 8.5,
				color: GREY
			}),
			paragraphStyle({
				id: 'TOCHeading',
				name: 'TOC Heading',
				next: 'Normal',
				priority: 39,
				pPr: `<w:keepNext/>${spacing(0, 160)}`,
				size: 15,
				bold: true,
				color: ACCENT
			}),
			...[1, 2, 3].map((level) =>
				paragraphStyle({
					id: `TOC${level}`,
					name: `toc ${level}`,
					next: 'Normal',
					quick: false,
					priority: 39,
					pPr: `<w:tabs><w:tab w:val="left" w:pos="${440 * level}"/><w:tab w:val="right" w:leader="dot" w:pos="9354"/></w:tabs>${spacing(0, 70)}<w:ind w:left="${220 * (level - 1)}"/>`,
					bold: level === 1 ? true : undefined
				})
			),
			paragraphStyle({
				id: 'FrontHeading',
				name: 'Titre liminaire',
				custom: true,
				next: 'Normal',
				pPr: `<w:keepNext/><w:keepLines/>${spacing(320, 100)}`,
				size: 13,
				bold: true,
				color: ACCENT
			}),
			paragraphStyle({
				id: 'CoverText',
				name: 'Texte de couverture',
				custom: true,
				pPr: spacing(0, 60),
				size: 12,
				color: GREY
			}),
			paragraphStyle({
				id: 'CoverTitle',
				name: 'Titre de couverture',
				custom: true,
				based: 'Title',
				next: 'Subtitle',
				pPr: spacing(120, 120, 228),
				size: 34
			}),
			paragraphStyle({
				id: 'PartyRole',
				name: 'Rôle de la partie',
				custom: true,
				pPr: `<w:keepNext/>${spacing(0, 20, 240)}`,
				size: 8.5,
				color: GREY,
				caps: true
			}),
			paragraphStyle({
				id: 'PartyName',
				name: 'Nom de la partie',
				custom: true,
				pPr: spacing(0, 0, 252),
				size: 12,
				bold: true
			}),
			paragraphStyle({
				id: 'AccentLine',
				name: 'Filet',
				custom: true,
				pPr: `<w:pBdr>${border('bottom', 12, ACCENT, 1)}</w:pBdr>${spacing(0, 280, 120)}`,
				size: 4
			}),
			paragraphStyle({
				id: 'HeaderLine',
				name: 'Filet d’en-tête',
				custom: true,
				based: 'Header',
				pPr: `<w:pBdr>${border('bottom', 4, RULE, 1)}</w:pBdr>${spacing(0, 0, 120)}`,
				size: 4
			}),
			paragraphStyle({
				id: 'TableHead',
				name: 'En-tête de tableau',
				custom: true,
				pPr: `<w:keepNext/>${spacing(0, 0, 240)}`,
				size: 9,
				bold: true,
				color: INK
			}),
			paragraphStyle({
				id: 'TableText',
				name: 'Texte de tableau',
				custom: true,
				pPr: spacing(0, 0, 247),
				size: 9.5
			}),
			paragraphStyle({
				id: 'TableGroup',
				name: 'Groupe de tableau',
				custom: true,
				pPr: `<w:keepNext/>${spacing(0, 0, 240)}`,
				size: 9.5,
				bold: true,
				color: ACCENT
			}),
			paragraphStyle({
				id: 'Conclusion',
				name: 'Conclusion',
				custom: true,
				pPr: `<w:keepLines/><w:pBdr>${border('left', 18, ACCENT, 8)}</w:pBdr>${spacing(80, 160)}<w:ind w:left="200"/>`
			}),
			paragraphStyle({
				id: 'Guidance',
				name: 'Consigne',
				custom: true,
				pPr: spacing(0, 80),
				italic: true,
				color: GREY
			}),
			paragraphStyle({ id: 'Nothing', name: 'Néant', custom: true, pPr: spacing(0, 120), color: GREY }),
			paragraphStyle({
				id: 'TemplateTag',
				name: 'Balise de bloc',
				custom: true,
				pPr: `<w:keepNext/>${spacing(0, 0, 240)}`,
				size: 8,
				color: '8A4B08'
			})
		].join('') +
		tableStyle({
			id: 'JalonTable',
			name: 'Tableau Jalon',
			borders: line('top', 4, RULE) + line('bottom', 6, RULE) + line('insideH', 4, RULE),
			firstRow: `<w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>${line('top', 4, RULE)}${line('bottom', 10, ACCENT)}</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="${WASH}"/></w:tcPr>`
		}) +
		tableStyle({
			id: 'JalonSheet',
			name: 'Fiche Jalon',
			borders: line('top', 4, RULE) + line('bottom', 4, RULE) + line('insideH', 4, RULE),
			firstColumn: '<w:rPr><w:b/></w:rPr>'
		}) +
		tableStyle({ id: 'JalonLayout', name: 'Mise en page Jalon', borders: '', side: 0 }) +
		'</w:styles>'
	);
}
