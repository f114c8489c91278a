/** A line of a form that holds something else than the store does now. */
export interface Difference {
	/** What the line is called: an agenda item, a person, a field. */
	line: string;
	mine: string;
	stored: string;
}

/** A form's lines by name, each told as one text. */
export type Told = readonly (readonly [line: string, text: string])[];

/**
 * What differs between what was typed and what is stored, line by line; a line that only one of the two has is told
 * with nothing on the other side.
 */
export function differences(mine: Told, stored: Told): Difference[] {
	const there = new Map(stored);
	const here = new Map(mine);
	const names = [...new Set([...mine, ...stored].map(([line]) => line))];
	return names
		.map((line) => ({ line, mine: here.get(line) ?? '', stored: there.get(line) ?? '' }))
		.filter((d) => d.mine.trim() !== d.stored.trim());
}
