/** A run of text of one look. */
export interface Span {
	text: string;
	bold: boolean;
}

/** One line as it was typed, once its marks are read. */
export type Line =
	| { kind: 'paragraph'; spans: Span[] }
	| { kind: 'heading'; level: 1 | 2 | 3; spans: Span[] }
	/** `number` is what was typed before the point, null in a list without numbers; `depth` counts from 0. */
	| { kind: 'item'; number: number | null; depth: number; spans: Span[] };

const HEADING = /^(#{1,3})\s+(\S.*)$/;
// What is typed, and what a word processor pastes as a bullet.
const BULLET = /^[-*–•‣▪◦\uF0B7]\s+(\S.*)$/;
const NUMBER = /^(\d{1,3})[.)]\s+(\S.*)$/;
const MARK = '**';
const DEEPEST = 2;

/** Two spaces, or a tab, go one list deeper. */
function depthOf(line: string): number {
	const blank = /^[ \t\u00a0]*/.exec(line)![0].replaceAll('\t', '  ');
	return Math.min(DEEPEST, Math.floor(blank.length / 2));
}

/**
 * Cuts a line at its `**` marks: one that opens has a letter after it, one that closes a letter before it. A mark
 * without its other half is text. One pass, whatever is typed.
 */
export function readSpans(line: string): Span[] {
	const spans: Span[] = [];
	const add = (text: string, bold: boolean) => {
		if (text) spans.push({ text, bold });
	};
	let done = 0;
	let open = -1;
	for (let at = line.indexOf(MARK); at !== -1; at = line.indexOf(MARK, at + 2)) {
		const before = line[at - 1] ?? ' ';
		const after = line[at + 2] ?? ' ';
		if (open !== -1 && /\S/.test(before) && at > open + 2) {
			add(line.slice(done, open), false);
			add(line.slice(open + 2, at), true);
			done = at + 2;
			open = -1;
		} else if (open === -1 && /\S/.test(after)) open = at;
	}
	add(line.slice(done), false);
	return spans;
}

function readLine(line: string): Line {
	const text = line.trim();
	const heading = HEADING.exec(text);
	if (heading) {
		const level = heading[1]!.length as 1 | 2 | 3;
		return { kind: 'heading', level, spans: readSpans(heading[2]!) };
	}
	const bullet = BULLET.exec(text);
	if (bullet) return { kind: 'item', number: null, depth: depthOf(line), spans: readSpans(bullet[1]!) };
	const number = NUMBER.exec(text);
	if (number) {
		const spans = readSpans(number[2]!);
		return { kind: 'item', number: Number(number[1]), depth: depthOf(line), spans };
	}
	return { kind: 'paragraph', spans: readSpans(text) };
}

/**
 * Reads what a person types in a field of running text: each line is a paragraph, `- ` a point of a list, `1. ` a
 * numbered one, `# ` a heading, `**…**` bold. Anything else is text as it stands, markup and tags included.
 */
export function readRich(text: string): Line[] {
	return text
		.split(/\r\n|\r|\n/)
		.filter((line) => line.trim() !== '')
		.map(readLine);
}

/** Does the text carry any mark, so that it will not look as it was typed? */
export function hasMarks(text: string): boolean {
	return readRich(text).some((line) => line.kind !== 'paragraph' || line.spans.some((span) => span.bold));
}
