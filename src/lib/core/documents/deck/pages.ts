import type { DeckModel } from './model.ts';

/**
 * How each table is cut: the letters that go on one line of each column, by the widths of the template's columns, and
 * how many lines of text a slide holds. A table without a row of its own has one slide that says so, `optional` none.
 */
const TABLES = {
	agenda: { columns: { topic: 80, purpose: 18 }, optional: false },
	schedule: { columns: { line: 42, planned: 28, reached: 13, standing: 22 }, optional: false },
	deliverables: { columns: { title: 55, due: 15, standing: 26 }, optional: false },
	obligations: { columns: { duty: 52, owner: 18, due: 14, standing: 20 }, optional: true },
	indicators: { columns: { indicator: 40, target: 27, value: 20, verdict: 16 }, optional: true },
	risks: {
		columns: { risk: 42, probability: 12, impact: 12, response: 38, owner: 14 },
		optional: true
	},
	decisions: { columns: { wording: 80, kind: 16 }, optional: false },
	actions: { columns: { code: 15, action: 38, owner: 16, due: 14, standing: 20 }, optional: false },
	dates: { columns: { event: 70, nature: 18 }, optional: false }
} as const satisfies Partial<Record<keyof DeckModel, { columns: Record<string, number>; optional: boolean }>>;

export type DeckTable = keyof typeof TABLES;
/** Lines of text under a table's head, and what a row's margins take of them. */
const ROOM = 17.5;
const MARGIN = 0.42;

const isTable = (name: string): name is DeckTable => Object.hasOwn(TABLES, name);

/** Lines of text a row takes: those of its fullest cell. */
function height(row: Record<string, string>, columns: Record<string, number>): number {
	const lines = Object.entries(columns).map(([key, letters]) =>
		Math.ceil((row[key] ?? '').length / letters)
	);
	return Math.max(1, ...lines) + MARGIN;
}

/** Rows cut into slides, none of them overfull unless one row is by itself. */
export function cutRows<Row extends Record<string, string>>(
	rows: readonly Row[],
	columns: Record<string, number>,
	room = ROOM
): Row[][] {
	const pages: Row[][] = [];
	let left = 0;
	for (const row of rows) {
		const needs = height(row, columns);
		if (pages.length === 0 || needs > left) {
			pages.push([]);
			left = room;
		}
		pages.at(-1)!.push(row);
		left -= needs;
	}
	return pages;
}

/**
 * What each slide shows, by its name in the template: one model per slide it becomes, none where it has nothing to say.
 * A slide with another name stands once as it is. All second pages share one model, so that a file is filled as many
 * times as its longest table has pages.
 * @param pictures how many slides the schedule is drawn on
 */
export function deckSlides(model: DeckModel, pictures = 0): (name: string) => DeckModel[] {
	const names = Object.keys(TABLES) as DeckTable[];
	const pages = new Map(
		names.map((name) => [name, cutRows<Record<string, string>>(model[name].lines, TABLES[name].columns)])
	);
	const most = Math.max(1, pictures, ...[...pages.values()].map(({ length }) => length));
	const models = Array.from({ length: most }, (_, at): DeckModel => {
		const tables = names.map((name) => {
			const { length, [at]: lines = [] } = pages.get(name)!;
			return [name, { lines, part: length > 1 ? [`${at + 1} / ${length}`] : [] }];
		});
		const gantt = { part: pictures > 1 ? [`${at + 1} / ${pictures}`] : [] };
		return { ...model, ...Object.fromEntries(tables), gantt };
	});
	return (name) => {
		if (name === 'gantt') return models.slice(0, pictures);
		if (!isTable(name)) return models.slice(0, 1);
		const { length } = pages.get(name)!;
		return models.slice(0, length || (TABLES[name].optional ? 0 : 1));
	};
}
