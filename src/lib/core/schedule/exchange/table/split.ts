import type { Fault } from '../plan.ts';

export type GridCell = string | number | null;

/** One row of a table, and the line of the file it starts on. */
export interface GridRow {
	line: number;
	cells: GridCell[];
}

const DELIMITERS = [';', '\t', ','];

/** The delimiter that the first line that is not empty uses most, outside its quotes. */
function delimiterOf(text: string): string {
	const first = (/^.*\S.*$/m.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
	const counts = DELIMITERS.map((one) => first.split(one).length - 1);
	return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

/**
 * Splits delimited text (RFC 4180, with `;`, a tabulation or `,`; a byte-order mark and any end of line pass) into rows,
 * each with the line it starts on; empty lines are left out.
 * @param most rows to read; the one after them is still given, so that the reader can say where it stopped
 */
export function splitTable(given: string, most: number): { rows: GridRow[]; faults: Fault[] } {
	const text = given.replace(/^\uFEFF/, '');
	const delimiter = delimiterOf(text);
	const rows: GridRow[] = [];
	let line = 1;
	let at = 0;
	while (at < text.length && rows.length <= most) {
		const row: GridRow = { line, cells: [] };
		let ended = false;
		while (!ended) {
			let field = '';
			if (text[at] === '"') {
				const start = line;
				at++;
				for (;;) {
					const quote = text.indexOf('"', at);
					if (quote < 0)
						return {
							rows,
							faults: [{ line: start, code: 'text_unclosed', value: text.slice(at, at + 40) }]
						};
					const part = text.slice(at, quote);
					field += part;
					line += part.split('\n').length - 1;
					at = quote + 1;
					if (text[at] !== '"') break;
					field += '"';
					at++;
				}
			}
			// What follows a closing quote, or the whole of a field without quotes.
			let end = at;
			while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r')
				end++;
			field += text.slice(at, end);
			row.cells.push(field);
			at = end + 1;
			if (text[end] === delimiter) continue;
			ended = true;
			if (text[end] === '\r' && text[at] === '\n') at++;
			line++;
		}
		if (row.cells.some((cell) => String(cell).trim() !== '')) rows.push(row);
	}
	return { rows, faults: [] };
}
