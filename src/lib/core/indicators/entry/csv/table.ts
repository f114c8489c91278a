/** A cell with where it was read: `line` as a text editor counts it. */
export type CsvRow = { line: number; cells: string[] };

export type CsvText =
	| { ok: true; delimiter: ';' | ',' | '\t'; rows: CsvRow[] }
	| { ok: false; fault: 'empty' | 'unclosed_quote' | 'not_text'; line: number };

const delimiters = [';', ',', '\t'] as const;

/** What separates the first line: the one it holds most of, outside quotes; a semicolon when none does. */
function delimiterOf(text: string): (typeof delimiters)[number] {
	const [first = ''] = text.replaceAll(/"[^"]*"/g, '').split(/\r\n|\r|\n/, 1);
	const counts = delimiters.map((one) => first.split(one).length);
	return delimiters[counts.indexOf(Math.max(...counts))]!;
}

/**
 * Reads RFC 4180 text as spreadsheets write it in France and elsewhere: a byte-order mark, `;`, `,` or tabs, quotes
 * doubled, any line ending. Empty lines are passed over.
 */
export function readTable(given: string): CsvText {
	const text = given.replace(/^\uFEFF/, '');
	// A file read as text that is not: what stands for bytes that are no UTF-8, or a NUL.
	const strange = ['\u0000', '\uFFFD'].map((sign) => text.indexOf(sign)).find((at) => at >= 0);
	if (strange !== undefined) return { ok: false, fault: 'not_text', line: lineAt(text, strange) };
	if (text.trim() === '') return { ok: false, fault: 'empty', line: 1 };
	const delimiter = delimiterOf(text);
	const rows: CsvRow[] = [];
	let cells: string[] = [];
	let cell = '';
	let line = 1;
	let began = 1;
	let quoted: number | null = null;
	const endRow = () => {
		cells.push(cell);
		if (cells.some((one) => one.trim() !== '')) rows.push({ line: began, cells });
		[cells, cell] = [[], ''];
	};
	for (let at = 0; at < text.length; at++) {
		const sign = text[at]!;
		const broken = sign === '\n' || (sign === '\r' && text[at + 1] !== '\n');
		if (quoted !== null) {
			if (sign !== '"') cell += sign;
			else if (text[at + 1] === '"') cell += text[++at];
			else quoted = null;
		} else if (sign === '"' && cell.trim() === '') [cell, quoted] = ['', line];
		else if (sign === delimiter) {
			cells.push(cell);
			cell = '';
		} else if (broken) endRow();
		else if (sign !== '\r') cell += sign;
		if (broken) {
			line++;
			if (quoted === null) began = line;
		}
	}
	if (quoted !== null) return { ok: false, fault: 'unclosed_quote', line: quoted };
	endRow();
	return rows.length === 0 ? { ok: false, fault: 'empty', line: 1 } : { ok: true, delimiter, rows };
}

const lineAt = (text: string, index: number): number => text.slice(0, index).split(/\r\n|\r|\n/).length;
