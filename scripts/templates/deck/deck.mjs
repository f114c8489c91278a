import PizZip from 'pizzip';
import { contentLayout, HEAD, master, presentation, theme, titleLayout } from './parts.mjs';
import { slides } from './slides.mjs';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const KIND = 'application/vnd.openxmlformats-officedocument.presentationml';

const relations = (...lines) =>
	`${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${lines
		.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
		.join('')}</Relationships>`;

/** The template of slides as a file; the same bytes whenever it is made. */
export function deckFile(date) {
	const zip = new PizZip();
	const put = (name, content) => zip.file(name, content, { date });
	const overrides = [
		['ppt/presentation.xml', `${KIND}.presentation.main+xml`],
		['ppt/slideMasters/slideMaster1.xml', `${KIND}.slideMaster+xml`],
		['ppt/slideLayouts/slideLayout1.xml', `${KIND}.slideLayout+xml`],
		['ppt/slideLayouts/slideLayout2.xml', `${KIND}.slideLayout+xml`],
		['ppt/theme/theme1.xml', 'application/vnd.openxmlformats-officedocument.theme+xml'],
		['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
		...slides.map((_, i) => [`ppt/slides/slide${i + 1}.xml`, `${KIND}.slide+xml`])
	];
	put(
		'[Content_Types].xml',
		`${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides
			.map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`)
			.join('')}</Types>`
	);
	put(
		'_rels/.rels',
		relations(
			['rId1', `${OFFICE}/officeDocument`, 'ppt/presentation.xml'],
			['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml']
		)
	);
	put(
		'docProps/core.xml',
		`${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Support de présentation</dc:title><dc:creator>Jalon</dc:creator></cp:coreProperties>`
	);
	put('ppt/presentation.xml', presentation(slides.length));
	put(
		'ppt/_rels/presentation.xml.rels',
		relations(
			['rId1', `${OFFICE}/slideMaster`, 'slideMasters/slideMaster1.xml'],
			['rId2', `${OFFICE}/theme`, 'theme/theme1.xml'],
			...slides.map((_, i) => [`rId${i + 10}`, `${OFFICE}/slide`, `slides/slide${i + 1}.xml`])
		)
	);
	put('ppt/theme/theme1.xml', theme());
	put('ppt/slideMasters/slideMaster1.xml', master());
	put(
		'ppt/slideMasters/_rels/slideMaster1.xml.rels',
		relations(
			['rId1', `${OFFICE}/slideLayout`, '../slideLayouts/slideLayout1.xml'],
			['rId2', `${OFFICE}/slideLayout`, '../slideLayouts/slideLayout2.xml'],
			['rId3', `${OFFICE}/theme`, '../theme/theme1.xml']
		)
	);
	for (const [i, xml] of [titleLayout(), contentLayout()].entries()) {
		put(`ppt/slideLayouts/slideLayout${i + 1}.xml`, xml);
		put(
			`ppt/slideLayouts/_rels/slideLayout${i + 1}.xml.rels`,
			relations(['rId1', `${OFFICE}/slideMaster`, '../slideMasters/slideMaster1.xml'])
		);
	}
	for (const [i, [name, xml]] of slides.entries()) {
		put(`ppt/slides/slide${i + 1}.xml`, xml);
		put(
			`ppt/slides/_rels/slide${i + 1}.xml.rels`,
			relations([
				'rId1',
				`${OFFICE}/slideLayout`,
				`../slideLayouts/slideLayout${name === 'opening' ? 1 : 2}.xml`
			])
		);
	}
	return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}
