/** Two texts of one put together. */
export interface Merged {
	text: string;
	/** Lines that both had changed: both are kept, theirs first, and whoever types is told. */
	both: number;
}

/** Lines `from` to `to` of the base (the second not included) are replaced by these. */
interface Change {
	from: number;
	to: number;
	lines: readonly string[];
}

/** Beyond this many comparisons the middle of two texts is told as one change. */
const MOST = 4_000_000;

const linesOf = (text: string) => text.split(/\r\n|\r|\n/);

/** What was changed between two texts, by the longest run of lines they have in common. */
function changesOf(base: readonly string[], now: readonly string[]): Change[] {
	let start = 0;
	while (start < base.length && start < now.length && base[start] === now[start]) start += 1;
	let [endBase, endNow] = [base.length, now.length];
	while (endBase > start && endNow > start && base[endBase - 1] === now[endNow - 1]) {
		endBase -= 1;
		endNow -= 1;
	}
	const [rows, columns] = [endBase - start, endNow - start];
	if (rows === 0 && columns === 0) return [];
	if (rows === 0 || columns === 0 || rows * columns > MOST)
		return [{ from: start, to: endBase, lines: now.slice(start, endNow) }];

	// How many lines the rests have in common, from each place on.
	const width = columns + 1;
	const common = new Uint32Array((rows + 1) * width);
	for (let i = rows - 1; i >= 0; i--)
		for (let j = columns - 1; j >= 0; j--)
			common[i * width + j] =
				base[start + i] === now[start + j]
					? common[(i + 1) * width + j + 1]! + 1
					: Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
	const changes: Change[] = [];
	let [i, j] = [0, 0];
	while (i < rows || j < columns) {
		const [fromBase, fromNow] = [i, j];
		while (
			(i < rows || j < columns) &&
			!(i < rows && j < columns && base[start + i] === now[start + j])
		) {
			if (j === columns || (i < rows && common[(i + 1) * width + j]! >= common[i * width + j + 1]!))
				i += 1;
			else j += 1;
		}
		if (i > fromBase || j > fromNow)
			changes.push({
				from: start + fromBase,
				to: start + i,
				lines: now.slice(start + fromNow, start + j)
			});
		while (i < rows && j < columns && base[start + i] === now[start + j]) {
			i += 1;
			j += 1;
		}
	}
	return changes;
}

/** Do they want something of the same line, or of the same gap between two lines? */
function meet(a: Change, b: Change): boolean {
	if (a.from === a.to && b.from === b.to) return a.from === b.from;
	return a.from < b.to && b.from < a.to;
}

/** The lines `from` to `to` of the base once these changes are made. */
function rebuilt(base: readonly string[], from: number, to: number, changes: readonly Change[]): string[] {
	const made: string[] = [];
	let at = from;
	for (const change of changes) {
		made.push(...base.slice(at, change.from), ...change.lines);
		at = change.to;
	}
	return [...made, ...base.slice(at, to)];
}

const said = (lines: readonly string[]) => lines.join('\n');

/** Two wordings of the same lines: one that goes on from the other says it all, else both stand one after the other. */
function together(theirs: readonly string[], mine: readonly string[]): { lines: string[]; both: boolean } {
	if (said(theirs).startsWith(said(mine))) return { lines: [...theirs], both: false };
	if (said(mine).startsWith(said(theirs))) return { lines: [...mine], both: false };
	let start = 0;
	while (start < theirs.length && start < mine.length && theirs[start] === mine[start]) start += 1;
	let end = 0;
	const room = Math.min(theirs.length, mine.length) - start;
	while (end < room && theirs[theirs.length - 1 - end] === mine[mine.length - 1 - end]) end += 1;
	return {
		lines: [
			...theirs.slice(0, start),
			...theirs.slice(start, theirs.length - end),
			...mine.slice(start, mine.length - end),
			...theirs.slice(theirs.length - end)
		],
		both: true
	};
}

/**
 * Puts together what two people made of the same text, line by line. What one of them did alone is done; what both
 * did alike is done once; where both changed the same lines, both wordings stand, theirs first. A line that one took
 * out and the other went on typing in stays: nothing that was typed is lost.
 *
 * @param base what both began from · @param mine what is typed here · @param theirs what is kept now
 */
export function merge(base: string, mine: string, theirs: string): Merged {
	if (mine === theirs || mine === base) return { text: theirs, both: 0 };
	if (theirs === base) return { text: mine, both: 0 };
	const lines = linesOf(base);
	const here = changesOf(lines, linesOf(mine));
	const there = changesOf(lines, linesOf(theirs));
	const made: string[] = [];
	let both = 0;
	let [at, i, j] = [0, 0, 0];
	while (i < here.length || j < there.length) {
		const [a, b] = [here[i], there[j]];
		if (a && b && meet(a, b)) {
			// Everything that hangs together, from the first line either touched to the last.
			const [firstHere, firstThere] = [i, j];
			const from = Math.min(a.from, b.from);
			let to = Math.max(a.to, b.to);
			[i, j] = [i + 1, j + 1];
			for (;;) {
				const [x, y] = [here[i], there[j]];
				if (x && x.from < to) [to, i] = [Math.max(to, x.to), i + 1];
				else if (y && y.from < to) [to, j] = [Math.max(to, y.to), j + 1];
				else break;
			}
			made.push(...lines.slice(at, from));
			const one = together(
				rebuilt(lines, from, to, there.slice(firstThere, j)),
				rebuilt(lines, from, to, here.slice(firstHere, i))
			);
			// Both added at the same place: nothing that stood there was changed twice.
			if (one.both && to > from) both += 1;
			made.push(...one.lines);
			at = to;
			continue;
		}
		const next = !b || (a && (a.from < b.from || (a.from === b.from && a.to <= b.to))) ? a! : b;
		made.push(...lines.slice(at, next.from), ...next.lines);
		at = next.to;
		if (next === a) i += 1;
		else j += 1;
	}
	made.push(...lines.slice(at));
	return { text: said(made), both };
}
