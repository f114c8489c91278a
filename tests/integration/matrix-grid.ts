import { roles, type Role } from './matrix-world.ts';

/** One line of a matrix: an act, and what each person of the cast gets for it. */
export interface Line {
	act: string;
	expected: Record<Role, string>;
}

/**
 * Reads a matrix as it is written for people: the first line names the columns, each other line an act and what
 * comes of it for each person. `#` begins a remark.
 * @throws when a column is missing or a line does not speak of everybody
 */
export function grid(text: string): Line[] {
	const [head, ...lines] = text
		.split('\n')
		.map((l) => l.replace(/#.*/, '').trim())
		.filter(Boolean)
		.map((l) => l.split(/\s{2,}|\t+/).flatMap((cell, i) => (i === 0 ? [cell] : cell.split(/\s+/))));
	const columns = head!.slice(1);
	if (columns.join() !== roles.join())
		throw new Error(`The columns are ${columns.join()}, not ${roles.join()}`);
	return lines.map(([act, ...cells]) => {
		if (cells.length !== roles.length)
			throw new Error(`${act}: ${cells.length} cells for ${roles.length} persons`);
		return {
			act: act!,
			expected: Object.fromEntries(roles.map((r, i) => [r, cells[i]!])) as Line['expected']
		};
	});
}
