import { formatDayShort } from '../../../calendar/format.ts';
import { diffDays, type Day } from '../../../calendar/days.ts';
import type { DeckInput } from '../../../documents/deck/model.ts';
import { standing } from '../../../schedule/punctuality.ts';
import type { ScheduleItem } from '../../../schedule/types.ts';
import { count } from '../words.ts';
import type { DeckFacts } from './facts.ts';

type Lines = NonNullable<NonNullable<DeckInput['schedule']>['lines']>;

const short = (day: Day) => formatDayShort(day, 'fr');

const tasksOf = (items: readonly ScheduleItem[], phase: ScheduleItem) =>
	items.filter((item) => item.kind === 'task' && item.phaseId === phase.id);

/**
 * How far the tasks of a phase should be today, 0 to 100, had each gone evenly from its first day to its last; each
 * counted by its length, as what is done is. Null for a phase without tasks: nothing is known of its advance.
 */
export function plannedToday(
	{ items, today }: Pick<DeckFacts, 'items' | 'today'>,
	code: string
): number | null {
	const phase = items.find((item) => item.kind === 'phase' && item.code === code);
	const tasks = phase ? tasksOf(items, phase) : [];
	if (tasks.length === 0) return null;
	let [length, gone] = [0, 0];
	for (const { startsOn, endsOn } of tasks) {
		const days = diffDays(startsOn, endsOn) + 1;
		length += days;
		gone += Math.min(days, Math.max(0, diffDays(startsOn, today) + 1));
	}
	return Math.round((gone / length) * 100);
}

function reached(item: ScheduleItem, items: readonly ScheduleItem[], today: Day): string {
	if (item.kind === 'phase')
		return item.startsOn > today || tasksOf(items, item).length === 0 ? '—' : `${item.progress}\u00a0%`;
	return item.doneOn ? short(item.doneOn) : '—';
}

function stands(item: ScheduleItem, today: Day): string {
	const { state, days } = standing(item, today);
	if (state === 'done') {
		const word = item.kind === 'phase' ? 'Terminée' : 'Atteint';
		return days > 0 ? `${word}, ${count(days, 'jour')} de retard` : word;
	}
	if (state === 'late') return `En retard de ${count(days, 'jour')}`;
	if (item.kind === 'phase') return item.startsOn > today ? 'À venir' : 'En cours';
	return days === 0 ? 'Aujourd’hui' : `Dans ${count(days, 'jour')}`;
}

/** Phases and milestones by their day: what was planned, where it is, how it stands. Undated ones last. */
export function scheduleLines({ items, undated, today }: DeckFacts): Lines {
	const rank = (item: ScheduleItem) => `${item.startsOn} ${item.kind === 'phase' ? 0 : 1}`;
	const dated = items
		.filter((item) => item.kind === 'phase' || item.kind === 'milestone')
		.toSorted((a, b) => rank(a).localeCompare(rank(b)))
		.map((item) => ({
			line: `${item.kind === 'phase' ? '' : '◆ '}${item.title}`,
			planned:
				item.kind === 'phase'
					? `${short(item.startsOn)} – ${short(item.endsOn)}`
					: short(item.endsOn),
			reached: reached(item, items, today),
			standing: stands(item, today)
		}));
	const open = undated
		.filter((line) => (line.kind === 'phase' || line.kind === 'milestone') && !line.done)
		.map((line) => ({
			line: `${line.kind === 'phase' ? '' : '◆ '}${line.title}`,
			planned: line.startsOn ? `dès le ${short(line.startsOn)}` : 'À dater',
			reached: '—',
			standing: 'À dater'
		}));
	return [...dated, ...open];
}
