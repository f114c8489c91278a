export type Cell = string | number | null;

/**
 * A table as RFC 4180 text (CRLF, quotes doubled) as a French Excel opens it with a double click: semicolons, decimal
 * commas, a byte-order mark. A text that a spreadsheet would run as a formula is given an apostrophe first.
 */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
	return `\uFEFF${rows.map((row) => row.map(field).join(';')).join('\r\n')}\r\n`;
}

/** What begins like a formula, also after blanks. */
export const asText = (text: string): string => (/^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text);

function field(value: Cell): string {
	if (value === null) return '';
	if (typeof value === 'number') return String(value).replace('.', ',');
	const text = asText(value);
	return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
