const SCRIPTS =
	'\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}\\p{Script=Adlam}';
const RIGHT = new RegExp(`[${SCRIPTS}]`, 'u');
const STRONG = /\p{L}/u;
// From a letter to a letter of these scripts, with the blanks, points and digits between them.
const RUN = new RegExp(`[${SCRIPTS}](?:[${SCRIPTS}\\p{M}\\p{N}\\p{P}\\p{Zs}]*[${SCRIPTS}\\p{M}])?`, 'gu');

/** Is any of it written from right to left? */
export const hasRightToLeft = (text: string): boolean => RIGHT.test(text);

/** Which way a paragraph runs, told by its first letter (Unicode UAX #9, rules P2 and P3). */
export function runsRightToLeft(text: string): boolean {
	const first = STRONG.exec(text)?.[0];
	return first !== undefined && RIGHT.test(first);
}

/** Cuts a text into runs of one direction, so that each can be written with its own mark. */
export function directionRuns(text: string): { text: string; right: boolean }[] {
	const runs: { text: string; right: boolean }[] = [];
	let done = 0;
	for (const found of text.matchAll(RUN)) {
		if (found.index > done) runs.push({ text: text.slice(done, found.index), right: false });
		runs.push({ text: found[0], right: true });
		done = found.index + found[0].length;
	}
	if (done < text.length) runs.push({ text: text.slice(done), right: false });
	return runs;
}
