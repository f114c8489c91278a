import { checkRow } from '../check-row.ts';
import {
	nothingRead,
	planLimits,
	quoted,
	type Fault,
	type FaultCode,
	type PlanRow,
	type Reading
} from '../plan.ts';
import { readPredecessor, splitPredecessors } from '../predecessors.ts';
import { isDayFault, readDay } from '../read-day.ts';
import { originals } from '../originals.ts';
import { resolveLinks, type WrittenLink } from '../resolve-links.ts';
import { constraintOf, fieldOf, kindOf, type ColumnField } from './columns.ts';
import type { GridCell, GridRow } from './split.ts';

const NEEDED: ColumnField[] = ['title', 'startsOn', 'endsOn'];
/** The headings stand near the top, under a title perhaps. */
const HEAD_WITHIN = 20;
const MARK = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

type Columns = Partial<Record<ColumnField, number>>;

function columnsOf(row: GridRow): Columns {
	const columns: Columns = {};
	row.cells.forEach((cell, at) => {
		const field = fieldOf(cell);
		if (field) columns[field] ??= at;
	});
	return columns;
}

/** The text of a cell; the apostrophe that guards a text which begins like a formula is ours, not the person's. */
function textIn(cell: GridCell | undefined): string {
	const text = String(cell ?? '').trim();
	return /^'\s*[=+\-@\t\r]/.test(text) ? text.slice(1).trim() : text;
}

/** Reads one row into a line, its links as written, and its faults. */
function readRow(row: GridRow, columns: Columns, ordinal: number) {
	const faults: Fault[] = [];
	const fault = (column: ColumnField, code: FaultCode, value: unknown) =>
		faults.push({ line: row.line, column, code, value: quoted(value) });
	const has = (field: ColumnField) => columns[field] !== undefined;
	const cell = (field: ColumnField) => (has(field) ? (row.cells[columns[field]!] ?? null) : null);
	const text = (field: ColumnField) => textIn(cell(field));
	const day = (field: ColumnField) => {
		const raw = cell(field);
		const read = readDay(typeof raw === 'number' ? raw : textIn(raw));
		if (!isDayFault(read)) return read;
		fault(field, read, raw);
		return null;
	};
	const said = <T>(field: ColumnField, read: () => T): T | undefined => (has(field) ? read() : undefined);

	const number = text('number').replace(/\.0*$/, '');
	const kindWord = text('kind');
	const kind = kindOf(kindWord);
	if (kindWord !== '' && kind === null) fault('kind', 'kind_unknown', kindWord);
	const [startsOn, endsOn] = [day('startsOn'), day('endsOn')];
	const point = kind === 'milestone' || kind === 'meeting';
	const mark = text('id');
	const phase = text('phase');
	const line: PlanRow = {
		line: row.line,
		key: number === '' ? String(ordinal) : number,
		id: MARK.test(mark) ? mark.toLowerCase() : null,
		code: text('code') || null,
		kind,
		title: text('title').replace(/\s+/g, ' '),
		under: said('phase', () => (phase === '' ? [] : [{ id: null, code: phase, title: phase }])),
		startsOn: startsOn ?? (point ? endsOn : null),
		endsOn: endsOn ?? (point ? startsOn : null),
		progress: said('progress', () => {
			const read = readProgress(cell('progress'));
			if (read === null) fault('progress', 'progress_unreadable', cell('progress'));
			return read ?? 0;
		}),
		constraint: said('constraint', () => {
			const word = text('constraint');
			const read = word === '' ? 'none' : constraintOf(word);
			const on = day('constraintOn');
			if (read !== null && (read === 'none' || on !== null)) {
				return read === 'none' ? null : { kind: read, day: on! };
			}
			fault('constraint', 'constraint_unreadable', `${word} ${text('constraintOn')}`);
			return null;
		}),
		actualStart: said('actualStart', () => day('actualStart')),
		actualEnd: said('actualEnd', () => day('actualEnd')),
		assignee: said('assignee', () => text('assignee') || null),
		organisation: said('organisation', () => text('organisation') || null),
		notes: said('notes', () => text('notes').replace(/\r\n?/g, '\n') || null)
	};
	// A phase has no progress of its own, and empty cells of a column say nothing of it.
	if (kind === 'phase' || kind === 'meeting') delete line.progress;
	return { line, predecessors: text('links'), faults: [...faults, ...checkRow(line)] };
}

/** `60`, `60 %`, `0,6` in a cell of a spreadsheet formatted in percent; null when it is none. */
function readProgress(cell: GridCell): number | null {
	if (cell === null || cell === '') return 0;
	const isText = typeof cell === 'string';
	const value = isText ? Number(cell.replace(/\s|%/g, '').replace(',', '.')) : cell;
	const percent = !isText && value > 0 && value < 1 ? value * 100 : value;
	return Number.isFinite(percent) && percent >= 0 && percent <= 100 ? Math.round(percent) : null;
}

/**
 * Reads a table, its headings found by their words: the columns it does not have say nothing. Every line that cannot be
 * taken is named with its column and the reason.
 * @param grid as `splitTable` or a spreadsheet gives it
 */
export function readTable(grid: readonly GridRow[]): Reading {
	if (grid.length === 0) return nothingRead({ line: 1, code: 'file_empty', value: '' });
	const heads = grid.slice(0, HEAD_WITHIN).map(columnsOf);
	const best = heads.reduce(
		(at, columns, i) => (Object.keys(columns).length > Object.keys(heads[at]!).length ? i : at),
		0
	);
	const columns = heads[best]!;
	const missing = NEEDED.filter((field) => columns[field] === undefined);
	if (missing.length > 0) {
		const { line } = grid[best]!;
		return nothingRead({ line, code: 'columns_missing', value: missing.join(', ') });
	}
	const data = grid.slice(best + 1);
	if (data.length > planLimits.lines) {
		const { line } = data[planLimits.lines]!;
		return nothingRead({ line, code: 'too_many_lines', value: String(planLimits.lines) });
	}
	const read = data.map((row, i) => readRow(row, columns, i + 1));
	const rows = originals(read.map(({ line }) => line));
	const faults = [...read.flatMap((one) => one.faults), ...twice(rows)];
	const known = new Set(rows.flatMap(({ key, code }) => (code === null ? [key] : [key, code])));
	const written = read.flatMap(({ line: { line, key }, predecessors }) =>
		splitPredecessors(predecessors).flatMap((text): WrittenLink[] => {
			const found = readPredecessor(text, (ref) => known.has(ref));
			if (!found) faults.push({ line, column: 'links', code: 'link_unreadable', value: quoted(text) });
			return found ? [{ ...found, line, to: key }] : [];
		})
	);
	const { links, faults: broken } = resolveLinks(written, rows);
	faults.push(...broken);
	faults.sort((a, b) => a.line - b.line);
	return { rows, links, hasLinks: columns.links !== undefined, calendar: null, faults, remarks: [] };
}

/** Numbers and codes name one line each. */
function twice(rows: readonly PlanRow[]): Fault[] {
	const faults: Fault[] = [];
	const check = (column: ColumnField, code: FaultCode, valueOf: (row: PlanRow) => string | null) => {
		const seen = new Set<string>();
		for (const row of rows) {
			const value = valueOf(row);
			if (value === null) continue;
			if (seen.has(value)) faults.push({ line: row.line, column, code, value: quoted(value) });
			seen.add(value);
		}
	};
	check('number', 'line_twice', ({ key }) => key);
	check('code', 'code_twice', ({ code }) => code);
	return faults;
}
