/** A run of rows: the first, and the one after the last. */
export interface Run {
	first: number;
	last: number;
}

/** Where the scroller stands and how much it shows, in pixels. */
export interface View {
	top: number;
	height: number;
	rowHeight: number;
	/** How many rows there are. */
	count: number;
}

/** Rows kept ready above and below what is seen. */
export const OVERSCAN = 8;

/** Of those, how many are drawn in one frame: the rest comes in the next ones, so that no frame is long. */
export const PER_FRAME = 6;

/** The rows of which a part is seen. */
export function rowsSeen({ top, height, rowHeight, count }: View): Run {
	const first = Math.min(count, Math.max(0, Math.floor(top / rowHeight)));
	const last = Math.min(count, Math.max(first, Math.ceil((top + height) / rowHeight)));
	return { first, last };
}

/** The same with some more on both sides. */
export function widened({ first, last }: Run, by: number, count: number): Run {
	return { first: Math.max(0, first - by), last: Math.min(count, last + by) };
}

/** What to draw and what to take away so that all that is seen is there. */
export interface Turnover {
	enter: number[];
	leave: number[];
	/** Rows near what is seen are still to be drawn, in a next frame. */
	more: boolean;
}

/**
 * @param drawn the rows that are there.
 * @param keep rows that stay whatever is seen: the one that has the focus, or is held.
 */
export function turnover(
	drawn: ReadonlySet<number>,
	seen: Run,
	count: number,
	keep: ReadonlySet<number>
): Turnover {
	const near = widened(seen, OVERSCAN, count);
	// Twice as far before a row goes: a hand that hesitates does not draw it again and again.
	const far = widened(seen, OVERSCAN * 2, count);
	const enter: number[] = [];
	for (let row = seen.first; row < seen.last; row += 1) if (!drawn.has(row)) enter.push(row);
	for (const row of keep) if (row < count && !drawn.has(row) && !enter.includes(row)) enter.push(row);
	let room = Math.max(0, PER_FRAME - enter.length);
	let more = false;
	for (let step = 1; step <= OVERSCAN; step += 1) {
		for (const row of [seen.last - 1 + step, seen.first - step]) {
			if (row < near.first || row >= near.last || drawn.has(row) || enter.includes(row)) continue;
			if (room > 0) enter.push(row);
			else more = true;
			room -= 1;
		}
	}
	const leave = [...drawn].filter((row) => (row < far.first || row >= far.last) && !keep.has(row));
	return { enter: enter.sort((a, b) => a - b), leave, more };
}

/** A run of days, both inclusive, in days from the start of the drawing. */
export interface Days {
	first: number;
	last: number;
}

/** The days to draw around what is seen: one screen more on either side. */
export function daysAround(left: number, width: number, dayWidth: number): Days {
	return {
		first: Math.max(0, Math.floor((left - width) / dayWidth)),
		last: Math.ceil((left + 2 * width) / dayWidth)
	};
}

/** False once the hand has come near the edge of what is drawn. */
export function stillIn(days: Days, left: number, width: number, dayWidth: number): boolean {
	const margin = width / 4;
	const start = days.first * dayWidth;
	const end = days.last * dayWidth;
	return (start === 0 || left - margin >= start) && left + width + margin <= end;
}
