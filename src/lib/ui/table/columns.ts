import { getContext, setContext } from 'svelte';

export interface Column {
	/** Named by `<Td col="…">`. */
	key: string;
	label: string;
	/** The address that sorts by this column, and how it is sorted now. The link keeps the view in the address. */
	sort?: { href: string; direction?: 'ascending' | 'descending' };
	/** `end` for amounts and counts. */
	align?: 'start' | 'end';
	/** For a column of actions: the label is for those who hear the page. */
	hideLabel?: boolean;
	/** Never broken over two lines: codes, dates. */
	nowrap?: boolean;
	/** A CSS width: `8rem`. */
	width?: string;
}

const key = Symbol('columns');

/** Tells the cells below which columns they stand in. */
export function provideColumns(columns: () => Column[]): void {
	setContext(key, columns);
}

/** The column a cell names; undefined outside a Table, or for a name that is not one. */
export function useColumns(): () => Column[] {
	return getContext<(() => Column[]) | undefined>(key) ?? (() => []);
}
