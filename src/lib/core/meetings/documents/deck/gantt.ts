import { diffDays, type Day } from '../../../calendar/days.ts';
import { phaseGroups, rowsOf } from '../../../schedule/rows.ts';
import { slidePicture } from '../../../schedule/drawing/slide-picture.ts';
import { isDone, standing } from '../../../schedule/punctuality.ts';
import type { ScheduleItem } from '../../../schedule/types.ts';
import { formatDay, formatDayShort } from '../../../calendar/format.ts';
import { count } from '../words.ts';
import type { DeckFacts } from './facts.ts';

/** Rows a slide holds at a size that is read from the end of a table. */
const ROWS = 13;
/** A committee sees what moves: a task further away than this waits for a later slide. */
const AHEAD = 45;

/**
 * What the slides draw, each list on a scale of its own: everything when it fits one slide; else the mission as a whole
 * by its phases and milestones, then the tasks that are late, under way or near.
 */
export function picturedRows(items: readonly ScheduleItem[], today: Day): ScheduleItem[][] {
	const all = rowsOf(phaseGroups(items.filter(({ kind }) => kind !== 'meeting')));
	if (all.length <= ROWS) return [all];
	return [
		all.filter(({ kind }) => kind !== 'task'),
		all.filter((item) => item.kind === 'task' && !isDone(item) && diffDays(today, item.startsOn) <= AHEAD)
	];
}

function state(item: ScheduleItem, today: Day): string {
	const { state: now, days } = standing(item, today);
	if (now === 'late') return `En retard de ${count(days, 'jour')}`;
	if (now === 'done')
		return item.kind === 'milestone' && item.doneOn ? formatDayShort(item.doneOn, 'fr') : '';
	return item.kind === 'milestone' ? formatDayShort(item.endsOn, 'fr') : '';
}

const words = (today: Day) => ({
	locale: 'fr' as const,
	week: (week: number) => `S${week}`,
	quarter: (quarter: number) => `T${quarter}`,
	name: ({ code, title }: ScheduleItem) => (code === null ? title : `${code} ${title}`),
	state,
	today: `Aujourd’hui, ${formatDay(today, 'fr')}`,
	legend: {
		task: 'Tâche, partie faite',
		late: 'En retard',
		milestone: 'Jalon',
		baseline: 'Plan de référence',
		limit: 'Limite du contrat'
	}
});

/** The schedule as shapes of slides, editable like any others: one text per slide it takes, none without a dated line. */
export function ganttPages({
	items,
	baseline,
	today
}: Pick<DeckFacts, 'items' | 'baseline' | 'today'>): string[] {
	return picturedRows(items, today).flatMap((rows) => {
		// Slides as even as they can be: never one row alone on the last.
		const pages = Math.ceil(rows.length / ROWS);
		const each = Math.ceil(rows.length / Math.max(1, pages));
		return Array.from({ length: pages }, (_, at) =>
			slidePicture({
				rows: rows.slice(at * each, (at + 1) * each),
				all: rows,
				baseline,
				today,
				words: words(today)
			})
		);
	});
}
