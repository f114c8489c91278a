interface Column {
	name: string;
	/** What most rows say, and the others by their place. */
	most?: unknown;
	but?: [number, unknown][];
	/** The few values there are, and of each row its place among them. */
	of?: unknown[];
	at?: number[];
	/** Texts, one after the other. */
	text?: string;
	all?: unknown[];
	/** The rows that do not have this name. */
	without?: number[];
}

/** Rows of one kind as columns: each name once, and what many rows say once. Values are anything JSON holds. */
export interface Columns {
	count: number;
	columns: Column[];
}

type Row = Record<string, unknown>;

/** As many different values as are worth a list of their own. */
const FEW = 64;
/** Between texts: a sign that needs no escape anywhere, and that hardly any title has. */
export const BETWEEN = '¦';

const isNothing = (value: unknown) => Array.isArray(value) && value.length === 0;
const isPlain = (value: unknown) => value === null || typeof value !== 'object';

/** The different values of a column by their places, when there are few and all of them plain. */
function fewValues(values: readonly unknown[]): Map<unknown, number> | null {
	const places = new Map<unknown, number>();
	for (const value of values) {
		if (places.has(value)) continue;
		if (!isPlain(value) || places.size === FEW) return null;
		places.set(value, places.size);
	}
	return places;
}

/** What at least half of the values say, told by the first of them: the same plain value, or an empty list. */
function mostSaid(values: readonly unknown[]): { value: unknown } | null {
	const counts = new Map<unknown, number>();
	const first = values.slice(0, 200);
	for (const value of first) {
		const said = isNothing(value) ? isNothing : value;
		counts.set(said, (counts.get(said) ?? 0) + 1);
	}
	for (const [value, count] of counts) {
		if (count * 2 < first.length) continue;
		if (value === isNothing) return { value: [] };
		if (isPlain(value)) return { value };
	}
	return null;
}

function valuesOf(name: string, values: readonly unknown[]): Column {
	const few = fewValues(values);
	if (few?.size === 1) return { name, most: values[0] };
	if (few) return { name, of: [...few.keys()], at: values.map((value) => few.get(value)!) };
	if (values.every((value) => typeof value === 'string' && !value.includes(BETWEEN)))
		return { name, text: values.join(BETWEEN) };
	const most = mostSaid(values);
	if (most === null) return { name, all: [...values] };
	const but: [number, unknown][] = [];
	for (const [i, value] of values.entries())
		if (value !== most.value && !(isNothing(value) && isNothing(most.value))) but.push([i, value]);
	return { name, most: most.value, but };
}

function columnOf(rows: readonly Row[], name: string): Column {
	const without: number[] = [];
	const values = rows.map((row, i) => {
		if (row[name] !== undefined) return row[name];
		without.push(i);
		return null;
	});
	return { ...valuesOf(name, values), ...(without.length > 0 ? { without } : {}) };
}

/** @param skip names that are worked out again at the other end */
export function toColumns(rows: readonly object[], skip: readonly string[] = []): Columns {
	const names = new Set<string>();
	for (const row of rows) for (const name in row) names.add(name);
	for (const name of skip) names.delete(name);
	return { count: rows.length, columns: [...names].map((name) => columnOf(rows as Row[], name)) };
}

function valuesIn({ most, but = [], of, at, text, all }: Column, count: number): unknown[] {
	if (all) return all;
	if (of && at) return at.map((place) => of[place]);
	if (text !== undefined) return text.split(BETWEEN);
	// Each row has a list of its own.
	const values: unknown[] = Array.from({ length: count }, () => (isNothing(most) ? [] : most));
	for (const [i, value] of but) values[i] = value;
	return values;
}

export function fromColumns({ count, columns }: Columns): Row[] {
	const rows: Row[] = Array.from({ length: count }, () => ({}));
	for (const column of columns) {
		const values = valuesIn(column, count);
		for (let i = 0; i < count; i++) rows[i]![column.name] = values[i];
		for (const i of column.without ?? []) delete rows[i]![column.name];
	}
	return rows;
}
