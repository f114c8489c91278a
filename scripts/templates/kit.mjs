import {
	Footer,
	Header,
	PageNumber,
	Paragraph,
	Tab,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TextRun,
	VerticalAlign,
	WidthType
} from 'docx';
import { RULE, WASH } from './styles.mjs';

/** Width of the text between the margins, in twentieths of a point (A4, 2.25 cm each side). */
export const WIDTH = 9354;
export const MARGIN = 1276;
/** The same on a page laid on its side. */
export const WIDE = 16838 - 2 * MARGIN;

/** A paragraph; `**bold**` parts are bold. */
export function p(text, style, more = {}) {
	const children = text
		.split(/(\*\*[^*]+\*\*)/)
		.filter(Boolean)
		.map((part) =>
			part.startsWith('**') ? new TextRun({ text: part.slice(2, -2), bold: true }) : new TextRun(part)
		);
	return new Paragraph({ style, children, ...more });
}

export const tag = (text) => p(text, 'TemplateTag');

/** Shows `full` when the list has rows, else the sentence: an empty table could be an omission. */
export function orNothing(list, full, sentence) {
	return [
		tag(`{#${list}?}`),
		...full,
		tag(`{/${list}?}`),
		tag(`{^${list}}`),
		p(sentence, 'Nothing'),
		tag(`{/${list}}`)
	];
}

/** Content repeated for each item of a list; `^list` for content shown when it is empty. */
export function each(list, ...content) {
	const name = list.replace('^', '');
	return [tag(list === name ? `{#${name}}` : `{^${name}}`), ...content, tag(`{/${name}}`)];
}

function cell(content, width, more = {}) {
	const children = Array.isArray(content) ? content : [content];
	return new TableCell({ width: { size: width, type: WidthType.DXA }, children, ...more });
}

/** Shares of 100 to exact twips. */
function widths(shares, width = WIDTH) {
	const total = shares.reduce((sum, share) => sum + share, 0);
	const cut = shares.map((share) => Math.floor((width * share) / total));
	cut[cut.length - 1] += width - cut.reduce((sum, part) => sum + part, 0);
	return cut;
}

const thin = { style: 'single', size: 4, color: RULE };
/** Lines between the columns too: each cell is a box to write in. */
const BOXES = {
	top: thin,
	bottom: thin,
	left: thin,
	right: thin,
	insideHorizontal: thin,
	insideVertical: thin
};

function frame(style, columnWidths, rows, look, boxes = false) {
	return new Table({
		...(boxes && { borders: BOXES }),
		style,
		rows,
		columnWidths,
		width: { size: columnWidths.reduce((sum, part) => sum + part, 0), type: WidthType.DXA },
		layout: TableLayoutType.FIXED,
		tableLook: {
			firstRow: false,
			lastRow: false,
			firstColumn: false,
			lastColumn: false,
			noHBand: true,
			noVBand: true,
			...look
		}
	});
}

export function headRow(columns, columnWidths) {
	return new TableRow({
		tableHeader: true,
		cantSplit: true,
		children: columns.map(([title, , , options], i) =>
			cell(p(title, 'TableHead', options), columnWidths[i], { verticalAlign: VerticalAlign.BOTTOM })
		)
	});
}

/** A table that repeats its header row: columns are [title, tag text, share, paragraph options], the loop spans one row. */
export function table(list, columns, { after = [], height, width, boxes } = {}) {
	const columnWidths = widths(
		columns.map(([, , share]) => share),
		width
	);
	const rows = [headRow(columns, columnWidths)];
	if (list !== null) {
		const open = list ? `{#${list}}` : '';
		const close = list ? `{/${list}}` : '';
		const texts = columns.map(([, text]) => text);
		texts[0] = open + texts[0];
		texts[texts.length - 1] += close;
		rows.push(plainRow(texts, columns, columnWidths, height));
	}
	rows.push(...after.map((make) => make(columns, columnWidths)));
	return frame('JalonTable', columnWidths, rows, { firstRow: true }, boxes);
}

function plainRow(texts, columns, columnWidths, height) {
	return new TableRow({
		cantSplit: true,
		height: height && { value: height, rule: 'atLeast' },
		children: texts.map((text, i) =>
			cell(typeof text === 'string' ? p(text, 'TableText', columns[i][3]) : text, columnWidths[i])
		)
	});
}

/** The agenda of a meeting, with the hours and the papers of each item. */
export const agendaTable = () =>
	table('agenda', [
		['N°', '{rank}', 7],
		['Horaire', '{slot}', 19],
		['Point', [p('{topic}', 'TableText'), ...each('refs', p('{.}', 'Caption'))], 42],
		['Pour', '{purpose}', 14],
		['Présenté par', '{presenter}', 18]
	]);

/** A plain row under a table's loop. */
export const row =
	(...texts) =>
	(columns, columnWidths) =>
		plainRow(texts, columns, columnWidths);

/** A row to sign, with who signs it. */
export const signRow = (who) => (columns, columnWidths) =>
	plainRow([who, ...columns.slice(1).map(() => '')], columns, columnWidths, 850);

/** A row left for the hand, as high as it takes to sign. */
export const blankRow = (height) => (columns, columnWidths) =>
	plainRow(
		columns.map(() => ''),
		columns,
		columnWidths,
		height
	);

/** A row across all columns, for the name of a group. */
export const groupRow = (text) => (columns) =>
	new TableRow({
		cantSplit: true,
		children: [
			cell(p(text, 'TableGroup'), WIDTH, { columnSpan: columns.length, shading: { fill: WASH } })
		]
	});

/** A row that says there is nobody: it opens and closes in two cells, so that the whole row goes when there is somebody. */
export const nobodyRow = (list, text) => (columns, columnWidths) => {
	const last = columns.length - 1;
	const first = columnWidths.slice(0, last).reduce((sum, width) => sum + width, 0);
	return new TableRow({
		cantSplit: true,
		children: [
			cell(p(`{^${list}}${text}`, 'TableText'), first, { columnSpan: last }),
			cell(p(`{/${list}}`, 'TableText'), columnWidths[last])
		]
	});
};

/** Label and value pairs, two pairs a row when `pairs` is 2. */
export function sheet(entries, pairs = 1, width = WIDTH) {
	const columnWidths = widths(pairs === 2 ? [15, 35, 15, 35] : [22, 78], width);
	const rows = [];
	for (let i = 0; i < entries.length; i += pairs) {
		const slice = entries.slice(i, i + pairs);
		const cells = slice.flatMap(([label, value], k) => [
			cell(p(label, 'TableHead'), columnWidths[2 * k], { shading: { fill: WASH } }),
			cell(
				typeof value === 'string' ? p(value, 'TableText') : value,
				columnWidths[2 * k + 1],
				slice.length < pairs ? { columnSpan: 3 } : {}
			)
		]);
		rows.push(new TableRow({ cantSplit: true, children: cells }));
	}
	return frame('JalonSheet', columnWidths, rows, { firstColumn: true });
}

/** Both organisations side by side. */
export function partiesBlock(width = WIDTH) {
	const columnWidths = widths([50, 50], width);
	const side = (key, i) =>
		cell([p(`{${key}.role}`, 'PartyRole'), p(`{${key}.name}`, 'PartyName')], columnWidths[i]);
	return [
		frame('JalonLayout', columnWidths, [
			new TableRow({ children: [side('client', 0), side('contractor', 1)] })
		]),
		p('', 'AccentLine')
	];
}

/** Contract on the left, reference on the right. */
export function header(left, right, width = WIDTH) {
	const columnWidths = widths([68, 32], width);
	const cells = [
		cell(p(left, 'Header'), columnWidths[0]),
		cell(p(right, 'Header', { alignment: 'right' }), columnWidths[1], {
			verticalAlign: VerticalAlign.BOTTOM
		})
	];
	return new Header({
		children: [
			frame('JalonLayout', columnWidths, [new TableRow({ children: cells })]),
			p('', 'HeaderLine')
		]
	});
}

/** The first page carries the parties instead. */
export const emptyHeader = () => new Header({ children: [new Paragraph({ style: 'Header' })] });

/** Reference, version, and page x of y. */
export function footer(left, width = WIDTH) {
	return new Footer({
		children: [
			new Paragraph({
				style: 'Footer',
				tabStops: [{ type: 'right', position: width }],
				children: [
					new TextRun(left),
					new TextRun({
						children: [new Tab(), 'Page ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES]
					})
				]
			})
		]
	});
}
