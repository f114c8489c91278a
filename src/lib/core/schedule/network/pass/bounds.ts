import type { Link } from '../types.ts';
import type { WorkDays } from './work-days.ts';

/** Does the link bind the start of its successor? Otherwise its end. */
export const bindsStart = ({ type }: Link): boolean => type === 'FS' || type === 'SS';

/** Does it count from the start of its predecessor? Otherwise from its end. */
export const countsFromStart = ({ type }: Link): boolean => type === 'SS' || type === 'SF';

/**
 * The first day the link allows: of the start of its successor (FS, SS), or of its end (FF, SF).
 * A start is a morning and an end an evening. Working lags count working days between the two, so that a lag of two
 * from a Friday leaves Monday and Tuesday free; without a lag, or with one forward, the days keep their order too.
 * @param toPoint the successor is a milestone: reached the evening of the day its predecessor ends, not the day after
 */
export function earliest(days: WorkDays, link: Link, starts: number, ends: number, toPoint: boolean): number {
	const { type, lag, lagUnit } = link;
	// Boundaries between two days, written as the day that begins there.
	const from = countsFromStart(link) ? starts : ends + 1;
	const given = lagUnit === 'calendar' ? from + lag : days.first(days.before(from) + lag);
	const bound = lagUnit === 'working' && lag >= 0 && type !== 'SF' ? Math.max(given, from) : given;
	return bindsStart(link) && !(type === 'FS' && toPoint) ? bound : bound - 1;
}

/**
 * The last day of its predecessor that still lets the successor stand where it does: the reverse of `earliest`.
 * @param starts, ends where the successor stands at the latest
 * @returns a last start (SS, SF) or a last end (FS, FF)
 */
export function latest(days: WorkDays, link: Link, starts: number, ends: number, toPoint: boolean): number {
	const { type, lag, lagUnit } = link;
	const to = bindsStart(link) && !(type === 'FS' && toPoint) ? starts : ends + 1;
	const given = lagUnit === 'calendar' ? to - lag : days.at(days.before(to) - lag);
	const bound = lagUnit === 'working' && lag >= 0 && type !== 'SF' ? Math.min(given, to) : given;
	return countsFromStart(link) ? bound : bound - 1;
}
