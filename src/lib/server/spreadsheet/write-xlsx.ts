import { strToU8, zipSync } from 'fflate';
import { diffDays, isDay } from '#core/calendar/days.ts';
import type { Cell } from '#core/obligations/follow/csv.ts';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageNs = 'http://schemas.openxmlformats.org/package/2006';

// Characters that XML 1.0 does not have are left out; a file that holds one is refused by every spreadsheet.
// eslint-disable-next-line no-control-regex
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const escaped = (text: string): string =>
	text
		.replace(unwritable, '')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');

/** Days as spreadsheets count them: 1 March 1900 is 61, for they believe that 1900 was a leap year. */
export const serial = (day: string): number => diffDays('1900-03-01', day) + 61;

/** A1, B1 … Z1, AA1. */
function columnName(index: number): string {
	const rest = Math.floor(index / 26);
	return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

function cell(value: Cell, at: string, isHead: boolean): string {
	if (value === null || value === '') return '';
	if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
	if (isDay(value) && value >= '1900-03-01') return `<c r="${at}" s="2"><v>${serial(value)}</v></c>`;
	// Text in its place is never run as a formula.
	return `<c r="${at}" t="inlineStr"${isHead ? ' s="1"' : ' s="3"'}><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

function sheet(rows: readonly (readonly Cell[])[], widths: readonly number[]): string {
	const columns = widths.map(
		(width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`
	);
	const lines = rows.map((row, r) => {
		const cells = row.map((value, c) => cell(value, `${columnName(c)}${r + 1}`, r === 0));
		return `<row r="${r + 1}">${cells.join('')}</row>`;
	});
	const last = `${columnName(Math.max(0, (rows[0]?.length ?? 1) - 1))}${Math.max(1, rows.length)}`;
	return `${head}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData><autoFilter ref="A1:${last}"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`;
}

// Styles: 0 plain, 1 the bold head, 2 a day, 3 text on one line (programs differ on how high a wrapped row is).
const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf><xf applyAlignment="1"><alignment vertical="top"/></xf></cellXfs></styleSheet>`;

/**
 * One table as an Office Open XML workbook (ECMA-376): the first row frozen and filtered, days as real days, printed
 * as wide as an A4 sheet on its side.
 * @param name of the sheet, cut to the 31 characters a spreadsheet allows
 */
export function xlsxOf(
	name: string,
	rows: readonly (readonly Cell[])[],
	widths: readonly number[] = []
): Uint8Array {
	const title = escaped(name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31));
	const files: Record<string, string> = {
		'[Content_Types].xml': `${head}<Types xmlns="${packageNs}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
		'_rels/.rels': `${head}<Relationships xmlns="${packageNs}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${title}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packageNs}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
		'xl/worksheets/sheet1.xml': sheet(rows, widths),
		'xl/styles.xml': styles
	};
	const bytes = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]));
	return zipSync(bytes, { level: 6, mtime: '1980-01-02T00:00:00Z' });
}
