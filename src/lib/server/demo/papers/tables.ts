import { strToU8, zipSync } from 'fflate';

export type Rows = (string | number)[][];

/** Rows as a spreadsheet program of ours opens them: semicolons, and the mark that says UTF-8 (RFC 4180 otherwise). */
export function asCsv(rows: Rows): Uint8Array {
	const cell = (value: string | number) =>
		/[";\r\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
	return strToU8(`\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`);
}

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const spaces = 'http://schemas.openxmlformats.org';

/** Rows as one sheet of a workbook (ECMA-376): numbers as numbers, words in their cells. */
export function asXlsx(name: string, rows: Rows): Uint8Array {
	const cell = (value: string | number) =>
		typeof value === 'number'
			? `<c><v>${value}</v></c>`
			: `<c t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>`;
	const sheet = rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('');
	const link = (id: string, type: string, target: string) =>
		`${head}<Relationships xmlns="${spaces}/package/2006/relationships"><Relationship Id="${id}" Type="${spaces}/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
	const kind = (part: string, type: string) =>
		`<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
	const parts = {
		'[Content_Types].xml': `${head}<Types xmlns="${spaces}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${kind('/xl/workbook.xml', 'sheet.main')}${kind('/xl/worksheets/sheet1.xml', 'worksheet')}</Types>`,
		'_rels/.rels': link('rId1', 'officeDocument', 'xl/workbook.xml'),
		'xl/workbook.xml': `${head}<workbook xmlns="${spaces}/spreadsheetml/2006/main" xmlns:r="${spaces}/officeDocument/2006/relationships"><sheets><sheet name="${escape(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': link('rId1', 'worksheet', 'worksheets/sheet1.xml'),
		'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${spaces}/spreadsheetml/2006/main"><cols><col min="1" max="1" width="8"/><col min="2" max="5" width="34" customWidth="1"/></cols><sheetData>${sheet}</sheetData></worksheet>`
	};
	return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])), {
		mtime: '2019-11-28T09:00:00Z'
	});
}
