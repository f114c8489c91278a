import { DomainError } from '#core/errors.ts';
import type { GridCell, GridRow } from '#core/schedule/exchange/table/split.ts';
import { unfold } from '#server/files/checks/zip.ts';
import { checkUpload } from '#server/files/check-upload.ts';

/** A workbook that a person made has far fewer; one that has more would only fill the memory. */
const MOST_ROWS = 60_000;
const MOST_CELLS = 600_000;

/** No plan is wider: one cell far to the right must not make thousands of empty ones. */
const MOST_COLUMNS = 200;

/** How many elements of these names a part opens, whatever their prefix; counting ends where there are too many. */
function occurrences(text: string, names: string, most: number): number {
	const opening = new RegExp(`<(?:[\\w.-]+:)?(?:${names})[\\s/>]`, 'g');
	let found = 0;
	while (found <= most && opening.test(text)) found++;
	return found;
}

const columnOf = (letters: string): number =>
	[...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** How many cells the merged areas of a sheet cover; what cannot be read counts as too many. */
function mergedCells(text: string): number {
	let sum = 0;
	for (const [element] of text.matchAll(/<(?:[\w.-]+:)?mergeCell[\s/>][^>]*/g)) {
		const area = /ref\s*=\s*["']\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?["']/i.exec(
			element
		);
		if (!area) return Infinity;
		const [, left = 'A', top = '1', right = left, bottom = top] = area;
		sum += (Math.abs(columnOf(right) - columnOf(left)) + 1) * (Math.abs(+bottom - +top) + 1);
		if (sum > MOST_CELLS) return sum;
	}
	return sum;
}

const day = (date: Date): string => (Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10));

/** What a cell shows: a day as `YYYY-MM-DD`, the result of a formula rather than the formula. */
function cellOf(value: unknown): GridCell {
	if (value === null || value === undefined) return null;
	if (typeof value === 'string' || typeof value === 'number') return value;
	if (typeof value === 'boolean') return value ? '1' : '0';
	if (value instanceof Date) return day(value);
	if (typeof value !== 'object') return null;
	if ('richText' in value && Array.isArray(value.richText))
		return value.richText.map((run: { text?: unknown }) => String(run.text ?? '')).join('');
	if ('result' in value) return cellOf(value.result);
	if ('text' in value) return cellOf(value.text);
	if ('error' in value) return String(value.error);
	return null;
}

/**
 * The first sheet of a workbook as rows of values, each with its number. The file is checked as every upload is, and
 * really unfolded once under limits, before any of it is built.
 * @param most rows to read; a few more are given, so that the reader can say where it stopped
 * @throws `file_not_what_it_claims`, `file_has_macros`, `file_is_a_bomb`, `file_unreadable`, `file_too_big`
 */
export async function readXlsx(bytes: Uint8Array, most: number, limit: number): Promise<GridRow[]> {
	await checkUpload({ name: 'table.xlsx', bytes }, { limit });
	const { parts } = await unfold(bytes, (name) =>
		/^xl\/(worksheets\/[^/]+|sharedStrings)\.xml$/i.test(name)
	);
	// All sheets together; merged areas are left out of the reading, and one that covers a sheet would be walked whole.
	let [rowsSeen, cellsSeen] = [0, 0];
	for (const part of parts.values()) {
		const text = part.toString('latin1');
		rowsSeen += occurrences(text, 'row', MOST_ROWS);
		cellsSeen += occurrences(text, 'c|si', MOST_CELLS);
		if (rowsSeen > MOST_ROWS || cellsSeen > MOST_CELLS || mergedCells(text) > MOST_CELLS)
			throw new DomainError('file_is_a_bomb', { field: 'file' });
	}
	const { Workbook } = await import('@cj-tech-master/excelts');
	const workbook = new Workbook();
	try {
		await workbook.xlsx.load(bytes as never);
	} catch (cause) {
		throw new DomainError('file_unreadable', { field: 'file' }, cause);
	}
	const sheet = workbook.worksheets.find((one) => one.state === 'visible') ?? workbook.worksheets[0];
	const rows: GridRow[] = [];
	sheet?.eachRow((row, line) => {
		if (rows.length > most + 20) return;
		const values = Array.isArray(row.values) ? row.values.slice(1, 1 + MOST_COLUMNS) : [];
		const cells = Array.from(values, cellOf);
		if (cells.some((cell) => cell !== null && String(cell).trim() !== '')) rows.push({ line, cells });
	});
	return rows;
}
