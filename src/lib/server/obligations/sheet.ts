import type { Cell } from '#core/obligations/follow/csv.ts';
import type { Line } from '#core/obligations/follow/line.ts';
import type { Detail } from '#core/obligations/follow/detail.ts';
import { filtered, inSpan, type Query } from '#core/obligations/follow/query.ts';
import type { Day } from '#core/calendar/days.ts';
import type { Obligations } from './read-obligations.ts';

/** The words of a table: its columns, and how owners, kinds and states are called. */
export interface SheetWords {
	columns: string[];
	owner(line: Line): string;
	kind(line: Line): string;
	state(line: Line): string;
}

/** The lines the address asks for, one per row after the columns. */
export function sheetOf(
	{ lines, detail }: Pick<Obligations, 'lines' | 'detail'>,
	query: Query,
	today: Day,
	words: SheetWords
): Cell[][] {
	const asked = filtered(lines, query);
	const shown = query.view === 'list' ? inSpan(asked, query.span, today) : asked;
	return [words.columns, ...shown.map((line) => row(line, detail(line), words))];
}

function row(line: Line, told: Detail, words: SheetWords): Cell[] {
	return [
		line.key,
		line.code,
		line.title,
		words.kind(line),
		words.owner(line),
		line.happening ?? line.period,
		line.nominal,
		line.due,
		line.advised,
		words.state(line),
		line.act?.on ?? null,
		line.standing.daysLate,
		line.clause?.ref ?? null,
		line.clause?.quote ?? null,
		[told.words, ...told.extensions].join(' ; ')
	];
}
