import type { Day } from '../../calendar/days.ts';
import type { Line } from './line.ts';

export const rhythms = ['day', 'week', 'month', 'year', 'meeting'] as const;
export type Rhythm = (typeof rhythms)[number];

export type GridDuty = { code: string; title: string };
/** Periods (or meetings) down, reports across: what was due, when it was sent, how late. */
export type Grid = {
	rhythm: Rhythm;
	duties: GridDuty[];
	rows: { name: string; cells: (Line | null)[] }[];
};

/** The rhythm an occurrence repeats by, or null for what falls due once. */
export function rhythmOfLine({ period, happening }: Line): Rhythm | null {
	if (happening !== null) return 'meeting';
	if (period === null) return null;
	if (period.includes('W')) return 'week';
	return period.length === 4 ? 'year' : period.length === 7 ? 'month' : 'day';
}

/**
 * The compliance grids of a mission, one per rhythm. Only what has begun by `until`; daily reports of one month, up to
 * `soon`. The latest period comes first.
 */
export function gridsOf(lines: readonly Line[], month: string, until: Day, soon = until): Grid[] {
	const groups = Map.groupBy(lines, rhythmOfLine);
	return rhythms.flatMap((rhythm) => {
		const shown = (groups.get(rhythm) ?? []).filter((one) =>
			rhythm === 'day' ? one.period!.startsWith(month) && one.period! <= soon : begun(one, until)
		);
		if (shown.length === 0) return [];
		const duties = [...new Map(shown.map((one) => [one.code, one.title]))]
			.map(([code, title]) => ({ code, title }))
			.sort((a, b) => (a.code < b.code ? -1 : 1));
		const rows = [...Map.groupBy(shown, (one) => one.happening ?? one.period ?? '')]
			.map(([name, list]) => ({
				name,
				at: list.map((one) => one.eventOn ?? one.due ?? '').sort()[0] ?? '',
				cells: duties.map(({ code }) => list.find((one) => one.code === code) ?? null)
			}))
			.sort((a, b) => (rhythm === 'meeting' ? (a.at < b.at ? 1 : -1) : a.name < b.name ? 1 : -1));
		return [{ rhythm, duties, rows }];
	});
}

/** Due by then, already done, or of a meeting: the past and what is near, not three years ahead. */
function begun(one: Line, until: Day): boolean {
	const day = one.due ?? one.countsFrom ?? '';
	return one.happening !== null || one.act !== null || day.slice(0, 10) <= until;
}
