import type { Link, LinkType } from '../network/types.ts';
import { isPoint, type ScheduleItem } from '../types.ts';
import type { Span } from './scale.ts';
import { dayNumber } from './day-number.ts';

/** A drawn line: where its ends are, the middle of its row, and half of its height. */
export interface Box {
	start: number;
	end: number;
	middle: number;
	half: number;
	point: boolean;
}

export interface Route {
	/** Corners of the way, from the predecessor to the successor. */
	points: [number, number][];
	/** Where the arrow's head points; null when that end is outside what is drawn. */
	head: 'left' | 'right' | 'down' | 'up' | null;
}

/** How far a link leaves a bar before it turns. */
const STUB = 8;
/** Which end of each line the link ties. */
export function endsOf(type: LinkType): { from: 'start' | 'end'; to: 'start' | 'end' } {
	return {
		from: type === 'FS' || type === 'FF' ? 'end' : 'start',
		to: type === 'FS' || type === 'SS' ? 'start' : 'end'
	};
}

/** The link that ties these two ends. */
export function typeOf(from: 'start' | 'end', to: 'start' | 'end'): LinkType {
	return `${from === 'end' ? 'F' : 'S'}${to === 'end' ? 'F' : 'S'}`;
}

/**
 * The way of a link between two bars: out of the one, into the other, in straight lines. A successor that starts
 * where its predecessor ends is entered from above (or below).
 * @param gap half of a row: how far from the middle of its goal a link passes between two rows.
 */
export function route(from: Box, to: Box, type: LinkType, gap: number): Route {
	const ends = endsOf(type);
	const x0 = from[ends.from];
	const x1 = to[ends.to];
	const [y0, y1] = [from.middle, to.middle];
	const out = ends.from === 'end' ? 1 : -1;
	const side = ends.to === 'end' ? 1 : -1;
	const head = side < 0 ? 'right' : 'left';
	const down = y1 >= y0 ? 1 : -1;
	const [leave, reach] = [x0 + out * STUB, x1 + side * STUB];
	if (out === side) {
		const x = out > 0 ? Math.max(leave, reach) : Math.min(leave, reach);
		return { points: [[x0, y0], [x, y0], [x, y1], [x1, y1]], head }; // prettier-ignore
	}
	if (out > 0 ? leave <= reach : leave >= reach)
		return { points: [[x0, y0], [leave, y0], [leave, y1], [x1, y1]], head }; // prettier-ignore
	// Next to each other: straight into the side that faces the predecessor.
	const x = type === 'FS' ? Math.max(x0 + 3, x1 + 5) : NaN;
	if (!to.point && x0 <= x1 + 1 && x < to.end && y0 !== y1) {
		const edge = y1 - down * to.half;
		return { points: [[x0, y0], [x, y0], [x, edge]], head: down > 0 ? 'down' : 'up' }; // prettier-ignore
	}
	const lane = y1 - down * gap;
	return { points: [[x0, y0], [leave, y0], [leave, lane], [reach, lane], [reach, y1], [x1, y1]], head }; // prettier-ignore
}

/** The same way kept between two heights; an end that falls outside has no head. */
export function within({ points, head }: Route, top: number, bottom: number): Route {
	const last = points[points.length - 1] as [number, number];
	const seen = last[1] >= top && last[1] <= bottom;
	return {
		points: points.map(([x, y]) => [x, Math.min(bottom, Math.max(top, y))]),
		head: seen ? head : null
	};
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;

export function pathOf(points: readonly [number, number][]): string {
	return points
		.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${hundredths(x)} ${hundredths(y)}`)
		.join('');
}

const TURN = { right: [-1, 0], left: [1, 0], down: [0, -1], up: [0, 1] } as const;

/** A head whose tip is at the end of the way. */
export function headPath({ points, head }: Route): string {
	if (head === null) return '';
	const [x, y] = (points[points.length - 1] as [number, number]).map(hundredths) as [number, number];
	const [dx, dy] = TURN[head];
	const [bx, by] = [x + dx * 7, y + dy * 7];
	return `M${x} ${y}L${bx + dy * 4} ${by + dx * 4}L${bx - dy * 4} ${by - dx * 4}Z`;
}

/**
 * True when the days alone show that a link is not kept, whatever the working days are: a lag of working days takes
 * as many days of the calendar at the least.
 */
export function surelyBroken(
	link: Pick<Link, 'type' | 'lag' | 'lagUnit'>,
	from: Span & Pick<ScheduleItem, 'kind'>,
	to: Span
): boolean {
	if (link.lagUnit === 'working' && link.lag < 0) return false;
	const ends = endsOf(link.type);
	// An end is the moment after its last day; a point may be followed on its own day.
	const leaves =
		ends.from === 'end' ? dayNumber(from.endsOn) + (isPoint(from) ? 0 : 1) : dayNumber(from.startsOn);
	const arrives = ends.to === 'end' ? dayNumber(to.endsOn) + 1 : dayNumber(to.startsOn);
	return arrives < leaves + link.lag;
}
