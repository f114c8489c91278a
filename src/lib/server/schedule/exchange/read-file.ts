import { DomainError } from '#core/errors.ts';
import { parseXml } from '#core/schedule/exchange/mspdi/parse.ts';
import { readMspdi } from '#core/schedule/exchange/mspdi/read.ts';
import { nothingRead, planLimits, type Reading } from '#core/schedule/exchange/plan.ts';
import { readTable } from '#core/schedule/exchange/table/read.ts';
import { splitTable } from '#core/schedule/exchange/table/split.ts';
import { extensionOf } from '#core/deliverables/formats.ts';
import { readXlsx } from '#server/spreadsheet/read-xlsx.ts';
import { fileSize } from '../../../i18n/format.ts';

/** What a schedule may be brought in as. */
export const scheduleFormats = ['xml', 'csv', 'txt', 'xlsx'] as const;

/** UTF-8, UTF-16 as spreadsheets save "Unicode text", or one byte per letter as older ones do. */
function textOf(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

/** Rows pasted, or a file of them. */
export function readText(text: string): Reading {
	const { rows, faults } = splitTable(text, planLimits.lines + 20);
	return faults.length > 0 ? nothingRead(faults[0]!) : readTable(rows);
}

/**
 * Reads the file of a schedule, whatever is in it: what is wrong with its lines is told line by line.
 * @throws `file_too_big`, `file_empty`, `file_type_refused`, and what a workbook is refused for
 */
export async function readFile(file: { name: string; bytes: Uint8Array }): Promise<Reading> {
	const { bytes } = file;
	if (bytes.length > planLimits.bytes)
		throw new DomainError('file_too_big', { field: 'file', limit: fileSize(planLimits.bytes) });
	if (bytes.length === 0) throw new DomainError('file_empty', { field: 'file' });
	const extension = extensionOf(file.name);
	if (extension === 'xlsx') return readTable(await readXlsx(bytes, planLimits.lines, planLimits.bytes));
	if (extension === 'xml') {
		const parsed = parseXml(textOf(bytes));
		return parsed.ok ? readMspdi(parsed.root) : nothingRead(parsed.fault);
	}
	if (extension === 'csv' || extension === 'txt') return readText(textOf(bytes));
	throw new DomainError('file_type_refused', { field: 'file', accepted: scheduleFormats.join(', ') });
}
