/** Names a table's part by its role, for the layout that turns its rows into cards. */
export function as(role: 'table' | 'rowgroup' | 'row' | 'columnheader' | 'rowheader' | 'cell') {
	return { role };
}
