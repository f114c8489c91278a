import { addDays, diffDays, type Day } from '#core/calendar/days.ts';
import type { BaselineInfo, ScheduleItem } from '#core/schedule/types.ts';

/** A frozen plan with the lines it knew, its milestones at least. */
export type FrozenPlan = Pick<BaselineInfo, 'number' | 'frozenOn'> & {
	lines: readonly { id: string; endsOn: Day }[];
};

/** The day a milestone was announced for, at the day of a plan. */
export interface TrendPoint {
	/** The plan's number; null for today. */
	plan: number | null;
	on: Day;
	day: Day;
}

export interface TrendLine {
	id: string;
	code: string | null;
	title: string;
	reached: boolean;
	points: TrendPoint[];
}

/**
 * Each milestone's announced day, plan after plan and today, by its day now. A plan that did not know a milestone leaves
 * no point of it.
 */
export function trendOf(
	plans: readonly FrozenPlan[],
	items: readonly ScheduleItem[],
	today: Day
): TrendLine[] {
	const inOrder = plans.toSorted((a, b) =>
		a.frozenOn === b.frozenOn ? a.number - b.number : a.frozenOn < b.frozenOn ? -1 : 1
	);
	return items
		.filter((item) => item.kind === 'milestone')
		.map((item) => {
			const done = item.doneOn ?? item.actualEnd;
			const points = inOrder.flatMap(({ number, frozenOn, lines }): TrendPoint[] => {
				const then = lines.find(({ id }) => id === item.id);
				return then ? [{ plan: number, on: frozenOn, day: then.endsOn }] : [];
			});
			points.push({ plan: null, on: today, day: done ?? item.endsOn });
			return { id: item.id, code: item.code, title: item.title, reached: done !== null, points };
		})
		.sort((a, b) => (a.points.at(-1)!.day < b.points.at(-1)!.day ? -1 : 1));
}

/** A scale from days to pixels, with the first of some months marked along it. */
export interface DayScale {
	at: (day: Day) => number;
	ticks: Day[];
}

/**
 * @param pixels where the first and the last day stand
 * @param most how many marks there is room for
 */
export function dayScale(days: readonly Day[], pixels: [number, number], most: number): DayScale {
	let [first, last] = [days[0]!, days[0]!];
	for (const day of days) {
		if (day < first) first = day;
		if (day > last) last = day;
	}
	// One plan frozen today still needs some width.
	const room = Math.max(7, Math.round(diffDays(first, last) * 0.05));
	const [from, to] = [addDays(first, -room), addDays(last, room)];
	const length = diffDays(from, to);
	const months =
		(Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
		Number(to.slice(5, 7)) -
		Number(from.slice(5, 7));
	const step = [1, 2, 3, 6, 12, 24, 60, 120].find((every) => months / every <= most) ?? 240;
	const ticks: Day[] = [];
	let month = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7));
	for (; ; month++) {
		const day = `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
		if (day > to) break;
		if (month % step === 0) ticks.push(day);
	}
	const at = (day: Day) => pixels[0] + ((pixels[1] - pixels[0]) * diffDays(from, day)) / length;
	return { at, ticks };
}
