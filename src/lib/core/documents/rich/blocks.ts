import { readRich, type Line, type Span } from './parse.ts';

export interface RichList {
	kind: 'list';
	/** The number of its first point, null for a list without numbers. */
	start: number | null;
	items: RichItem[];
}
export interface RichItem {
	spans: Span[];
	/** Lists below this point. */
	lists: RichList[];
}
export type RichBlock = Exclude<Line, { kind: 'item' }> | RichList;

/**
 * The same lines with their points gathered in lists. The numbers that were typed are kept: where they do not follow,
 * another list begins, since minutes may not say 2 where somebody typed 3.
 */
export function richBlocks(text: string): RichBlock[] {
	const blocks: RichBlock[] = [];
	/** The lists that are open, the outermost first. */
	let open: RichList[] = [];
	for (const line of readRich(text)) {
		if (line.kind !== 'item') {
			open = [];
			blocks.push(line);
			continue;
		}
		const depth = Math.min(line.depth, open.length);
		const same = open[depth];
		const item: RichItem = { spans: line.spans, lists: [] };
		if (same && follows(same, line.number)) {
			same.items.push(item);
			open = open.slice(0, depth + 1);
			continue;
		}
		const list: RichList = { kind: 'list', start: line.number, items: [item] };
		const above = open[depth - 1];
		if (above) above.items.at(-1)!.lists.push(list);
		else blocks.push(list);
		open = [...open.slice(0, depth), list];
	}
	return blocks;
}

function follows({ start, items }: RichList, number: number | null): boolean {
	return number === null ? start === null : start !== null && number === start + items.length;
}

const words = (spans: Span[]) => spans.map((span) => span.text).join('');

/** Without its marks, one line each: for a place that takes no lists. */
export function richPlain(text: string): string {
	return readRich(text)
		.map((line) => {
			if (line.kind !== 'item') return words(line.spans);
			return `${'  '.repeat(line.depth)}${line.number === null ? '•' : `${line.number}.`} ${words(line.spans)}`;
		})
		.join('\n');
}
