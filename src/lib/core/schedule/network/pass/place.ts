import type { WorkDays } from './work-days.ts';

/** Where a line stands, in whole days, both included. */
export interface Span {
	starts: number;
	ends: number;
}

/** No bound at all; far from any day, and from overflow. */
export const NONE = -1_000_000_000;

/**
 * The first place at or after where a line stands that its bounds allow. What moves lands on working days and keeps
 * its working days; what lies on days off alone keeps its length; what need not move is left as it is.
 * @param firstStart, firstEnd the first day its start, its end may have; `NONE` where nothing binds
 */
export function place(days: WorkDays, was: Span, point: boolean, firstStart: number, firstEnd: number): Span {
	if (was.starts >= firstStart && was.ends >= firstEnd) return was;
	if (point) {
		const day = days.roll(Math.max(firstStart, firstEnd));
		return { starts: day, ends: day };
	}
	const worked = days.before(was.ends + 1) - days.before(was.starts);
	if (worked === 0) {
		const by = Math.max(firstStart - was.starts, firstEnd - was.ends);
		return { starts: was.starts + by, ends: was.ends + by };
	}
	let { starts, ends } = was;
	if (starts < firstStart) {
		starts = days.roll(firstStart);
		ends = days.at(days.before(starts) + worked - 1);
	}
	if (ends < firstEnd) {
		ends = days.roll(firstEnd);
		starts = days.at(days.before(ends) - worked + 1);
	}
	return { starts, ends };
}

/**
 * The last place that ends and starts by these days: the reverse of `place`, for the backward pass. What keeps its
 * bounds where it stands is never sent earlier by days off.
 */
export function placeBack(
	days: WorkDays,
	was: Span,
	point: boolean,
	lastStart: number,
	lastEnd: number
): Span {
	const found = lastPlace(days, was, point, lastStart, lastEnd);
	const stands = was.starts <= lastStart && was.ends <= lastEnd;
	return stands && found.ends < was.ends ? was : found;
}

function lastPlace(days: WorkDays, was: Span, point: boolean, lastStart: number, lastEnd: number): Span {
	if (point) {
		const day = days.rollBack(Math.min(lastStart, lastEnd));
		return { starts: day, ends: day };
	}
	const worked = days.before(was.ends + 1) - days.before(was.starts);
	if (worked === 0) {
		const by = Math.min(lastStart - was.starts, lastEnd - was.ends);
		return { starts: was.starts + by, ends: was.ends + by };
	}
	let ends = days.rollBack(lastEnd);
	let starts = days.at(days.before(ends) - worked + 1);
	if (starts > lastStart) {
		starts = days.rollBack(lastStart);
		ends = days.at(days.before(starts) + worked - 1);
	}
	return { starts, ends };
}
