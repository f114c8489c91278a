import type { Calendar } from '#core/calendar/calendar.ts';
import { addDays, type Day } from '#core/calendar/days.ts';
import { breakKey, breaksOf } from '#core/schedule/network/breaks.ts';
import { graphOf } from '#core/schedule/network/pass/graph.ts';
import { NetworkError, nodesOf, replan } from '#core/schedule/network/index.ts';
import { standingOf, workDaysAround } from '#core/schedule/network/pass/standing.ts';
import type { Break, Link, Move, PlanNode, Replan } from '#core/schedule/network/types.ts';
import type { ScheduleItem } from '#core/schedule/types.ts';
import type { PlanMode } from './plan-ask.ts';

/** What the page computes with: the lines as the store holds them, what ties them, and the mission's days. */
export interface PlanContext {
	items: readonly ScheduleItem[];
	links: readonly Link[];
	calendar: Calendar;
}

/** A change seen before it is kept: what each way of doing it brings. */
export interface Weighed {
	push: Replan;
	/** Null when it does the same as pushing. */
	follow: Replan | null;
	/** What would no longer hold if nothing else moved. */
	alone: Break[];
}

type Edits = readonly Pick<ScheduleItem, 'id' | 'startsOn' | 'endsOn'>[];

const editsOf = (wanted: Edits) => wanted.map(({ id, startsOn, endsOn }) => ({ id, startsOn, endsOn }));

const sameMove = (a: Move, b: Move) =>
	a.id === b.id && a.to.startsOn === b.to.startsOn && a.to.endsOn === b.to.endsOn;

export function sameMoves(a: readonly Move[], b: readonly Move[]): boolean {
	return a.length === b.length && a.every((move, at) => sameMove(move, b[at]!));
}

/** What a state of the plan does not keep. */
function breaksNow(nodes: readonly PlanNode[], { links, calendar }: PlanContext): Break[] {
	const at = standingOf(nodes);
	return breaksOf(graphOf(nodes, links), workDaysAround(calendar, at), at);
}

/** The ids of the links that the days as they are do not keep. */
export function brokenLinks(context: PlanContext): Set<string> {
	const found = breaksNow(nodesOf(context.items), context);
	return new Set(found.flatMap((one) => (one.kind === 'link' ? [one.link.id] : [])));
}

/** What putting these lines there, and nothing else anywhere, would break. */
function breaksAlone(nodes: readonly PlanNode[], wanted: Edits, context: PlanContext): Break[] {
	const days = new Map(wanted.map((edit) => [edit.id, edit]));
	const put = nodes.map((node) => {
		const edit = days.get(node.id);
		return edit ? { ...node, startsOn: edit.startsOn, endsOn: edit.endsOn } : node;
	});
	const had = new Set(breaksNow(nodes, context).map(breakKey));
	return breaksNow(put, context).filter((one) => !had.has(breakKey(one)));
}

/**
 * Every way of keeping a change, computed with the very rules the server keeps it by.
 * @param wanted the lines and the days they are wanted on; none: what the links need as they are
 * @throws NetworkError as `replan`
 */
export function weigh(context: PlanContext, wanted: Edits): Weighed {
	const nodes = nodesOf(context.items);
	const edits = editsOf(wanted);
	const run = (mode: PlanMode) => replan(nodes, context.links, edits, context.calendar, mode);
	const push = run('push');
	const follow = run('follow');
	return {
		push,
		follow: sameMoves(push.moves, follow.moves) ? null : follow,
		alone: breaksAlone(nodes, wanted, context)
	};
}

/**
 * Whether a change must be seen before it is kept: it moves another line, breaks something, cannot stand where it was
 * put, or others could come along. A plan already at odds with its links does not hold up what has nothing to do with
 * them. A line that nothing can compute with (done, fixed) is saved as it is: the store judges it.
 */
export function concernsOthers(context: PlanContext, wanted: Edits): boolean {
	try {
		const { push, follow, alone } = weigh(context, wanted);
		if (alone.length > 0 || push.broken.length > 0) return true;
		const anyway = replan(nodesOf(context.items), context.links, [], context.calendar, 'push').moves;
		const put = editsOf(wanted).map(({ id, ...to }) => ({ id, from: to, to }));
		const foreseen = [...anyway, ...put];
		return [push, follow].some((plan) =>
			plan?.moves.some((move) => !foreseen.some((known) => sameMove(known, move)))
		);
	} catch (error) {
		if (error instanceof NetworkError) return false;
		throw error;
	}
}

/** Working days from one day to another: positive when the second is later. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
	const [first, last, sign] = from <= to ? [from, to, 1] : [to, from, -1];
	let count = 0;
	for (let day = first; day < last; day = addDays(day, 1)) if (calendar.isWorking(addDays(day, 1))) count++;
	return sign * count;
}

/** How far a line goes, in working days of its start and of its end. */
export function shiftOf(calendar: Calendar, { from, to }: Move): { start: number; end: number } {
	return {
		start: workingDaysBetween(calendar, addDays(from.startsOn, -1), addDays(to.startsOn, -1)),
		end: workingDaysBetween(calendar, from.endsOn, to.endsOn)
	};
}

/** The dates of the contract among what breaks: its limits, and the links to what it fixes. */
export function contractBreaks(broken: readonly Break[], items: readonly ScheduleItem[]): Break[] {
	const fixed = new Set(items.filter((item) => item.fixedByContract).map(({ id }) => id));
	return broken.filter((one) => one.kind === 'limit' || (one.kind === 'link' && fixed.has(one.link.to)));
}
