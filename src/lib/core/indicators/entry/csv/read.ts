import type { Day } from '../../../calendar/days.ts';
import { checkRaw, keyOf, type RawFault } from '../check.ts';
import { grainOf, rangeOf } from '../../periods.ts';
import type { Quantity, Raw } from '../../types.ts';
import { readNumber, readPeriod, readSlot, saysNotApplicable } from './cells.ts';
import { readHeader, type Column, type Header } from './header.ts';
import { readTable, type CsvRow } from './table.ts';

export const LONGEST = 10_000;
/** So many faults are told one by one; the rest is counted. */
export const TOLD = 100;

export const csvFaults = [
	'empty',
	'unclosed_quote',
	'not_text',
	'too_many_lines',
	'no_period_column',
	'no_value_column',
	'column_twice',
	'too_many_cells',
	'other_indicator',
	'period_unread',
	'slot_unread',
	'slot_needs_day',
	'value_missing',
	'value_unread',
	'over_unread',
	'twice_in_file'
] as const;

/** One thing wrong: where, and what was written there. `column` is the file's own name of it. */
export type CsvFault = {
	line: number;
	column: string | null;
	code: (typeof csvFaults)[number] | RawFault;
	given: string;
};

export type ReadRow = Raw & { line: number };
export type CsvRead =
	{ ok: true; rows: ReadRow[]; ignored: string[] } | { ok: false; faults: CsvFault[]; count: number };

type Wanted = { code: string; quantity: Quantity; today: Day };

/** Reads a file of values of one indicator: all of it, or every fault of it and nothing. */
export function readValues(text: string, wanted: Wanted): CsvRead {
	const table = readTable(text);
	if (!table.ok) return failed([{ line: table.line, column: null, code: table.fault, given: '' }]);
	const [head, ...lines] = table.rows;
	const header = readHeader(head!.cells, wanted.quantity);
	const wrong = headerFault(head!, header) ?? tooMany(lines);
	if (wrong) return failed([wrong]);
	const reader = rowReader(head!, header, wanted);
	const faults: CsvFault[] = [];
	const rows: ReadRow[] = [];
	const seen = new Map<string, number>();
	for (const line of lines) {
		const read = reader(line);
		if ('code' in read) {
			faults.push(read);
			continue;
		}
		const before = seen.get(keyOf(read));
		if (before === undefined) {
			seen.set(keyOf(read), line.line);
			rows.push(read);
		} else faults.push({ line: line.line, column: null, code: 'twice_in_file', given: String(before) });
	}
	if (faults.length === 0 && rows.length === 0)
		return failed([{ line: head!.line + 1, column: null, code: 'empty', given: '' }]);
	return faults.length > 0 ? failed(faults) : { ok: true, rows, ignored: header.ignored };
}

const failed = (faults: CsvFault[]): CsvRead => ({
	ok: false,
	faults: faults.slice(0, TOLD),
	count: faults.length
});

function headerFault({ line, cells }: CsvRow, { places, twice }: Header): CsvFault | null {
	const given = cells.join(' | ').slice(0, 200);
	if (twice !== null) return { line, column: twice, code: 'column_twice', given: twice };
	if (places.period === undefined) return { line, column: null, code: 'no_period_column', given };
	return places.value === undefined ? { line, column: null, code: 'no_value_column', given } : null;
}

const tooMany = (lines: CsvRow[]): CsvFault | null =>
	lines.length > LONGEST
		? { line: lines[LONGEST]!.line, column: null, code: 'too_many_lines', given: String(lines.length) }
		: null;

/** One line as a value, or what is wrong with it first. */
function rowReader(head: CsvRow, { places }: Header, { code, quantity, today }: Wanted) {
	return ({ line, cells }: CsvRow): ReadRow | CsvFault => {
		const cell = (column: Column) =>
			places[column] === undefined ? '' : (cells[places[column]] ?? '').trim();
		const fault = (column: Column, wrong: CsvFault['code']): CsvFault => ({
			line,
			column: places[column] === undefined ? null : (head.cells[places[column]] ?? '').trim(),
			code: wrong,
			given: cell(column)
		});
		const beyond = cells.slice(head.cells.length).find((one) => one.trim() !== '');
		if (beyond !== undefined) return { line, column: null, code: 'too_many_cells', given: beyond };
		const named = cell('indicator');
		if (named !== '' && named.toUpperCase() !== code.toUpperCase())
			return fault('indicator', 'other_indicator');
		const period = readPeriod(cell('period'));
		if (period === null) return fault('period', 'period_unread');
		let at = period;
		if (cell('slot') !== '') {
			if (grainOf(period) !== 'day') return fault('slot', 'slot_needs_day');
			const slot = readSlot(period, cell('slot'));
			if (slot === null) return fault('slot', 'slot_unread');
			at = slot;
		}
		const row: ReadRow = { line, at, label: cell('label'), value: null, over: null };
		if (!saysNotApplicable(cell('value'))) {
			const unit = quantity.measure?.kind === 'ratio' && cell('over') !== '' ? null : quantity.unit;
			if (cell('over') !== '' && !saysNotApplicable(cell('over'))) {
				row.over = readNumber(cell('over'), quantity.measure?.kind === 'gap' ? quantity.unit : null);
				if (row.over === null) return fault('over', 'over_unread');
			}
			// Out of nothing, nothing needs to be counted.
			if (cell('value') === '' && row.over !== '0') return fault('value', 'value_missing');
			row.value = cell('value') === '' ? '0' : readNumber(cell('value'), unit);
			if (row.value === null) return fault('value', 'value_unread');
		}
		const wrong = checkRaw(row, quantity, today);
		return wrong ? fault(columnOf[wrong], wrong) : row;
	};
}

const columnOf: Record<RawFault, Column> = {
	period_not_asked: 'period',
	in_the_future: 'period',
	label_missing: 'label',
	label_not_asked: 'label',
	label_too_long: 'label',
	more_than_out_of: 'value'
};

/** The days a file covers, for its preview. */
export const spanOf = (rows: readonly Raw[]): { from: Day; to: Day } | null =>
	rows.length === 0
		? null
		: {
				from: rows.map((row) => rangeOf(row.at).from).reduce((a, b) => (a < b ? a : b)),
				to: rows.map((row) => rangeOf(row.at).to).reduce((a, b) => (a > b ? a : b))
			};
