import { addDays, type Day } from '#core/calendar/days.ts';
import { isDayFault, readDay, type DayFault } from '../read-day.ts';
import type { Workdays } from '../workdays.ts';
import { dayHours } from './fields.ts';
import { text, type XmlElement } from './xml.ts';

/** The hours a file's working day starts and ends at, and which days are worked. */
export interface DayEdges {
	start: string;
	end: string;
	isWorked: Workdays;
}

export function edgesOf(project: XmlElement, isWorked: Workdays): DayEdges {
	const hour = (name: string, otherwise: string) => {
		const written = text(project, name);
		return /^\d{2}:\d{2}:\d{2}$/.test(written) ? written : otherwise;
	};
	return {
		start: hour('DefaultStartTime', dayHours.start),
		end: hour('DefaultFinishTime', dayHours.end),
		isWorked
	};
}

const step = (day: Day, days: number): Day | DayFault => {
	try {
		return addDays(day, days);
	} catch {
		return 'date_out_of_range';
	}
};

const clock = (written: string): string => /T(\d{2}:\d{2}:\d{2})/.exec(written)?.[1] ?? '';

/** The civil day of a moment, without its hour. `NA` is how some programs say that there is none. */
export const dayIn = (of: XmlElement | undefined, name: string): Day | DayFault | null =>
	text(of, name) === 'NA' ? null : readDay(text(of, name));

/** The day of a moment that something starts at: once the working day is over, the next worked day (or `last`, if sooner). */
export function startIn(
	of: XmlElement,
	name: string,
	edges: DayEdges,
	last: Day | null = null
): Day | DayFault | null {
	let day = dayIn(of, name);
	if (day === null || isDayFault(day) || clock(text(of, name)) < edges.end) return day;
	for (let i = 0; i < 30; i++) {
		if (last !== null && day >= last) return day;
		const next = step(day, 1);
		if (isDayFault(next)) return day;
		day = next;
		if (edges.isWorked(day)) return day;
	}
	return day;
}

/**
 * The days a task really takes: one that starts when the working day is over starts the next worked day, one that ends
 * when a day has not begun ended the day before. Civil days have no hours to say it otherwise.
 */
export function spanOf(
	task: XmlElement,
	edges: DayEdges,
	isPoint: boolean
): { startsOn: Day | DayFault | null; endsOn: Day | DayFault | null } {
	const startsOn = dayIn(task, 'Start');
	let endsOn = dayIn(task, 'Finish');
	if (isPoint) {
		const day = endsOn ?? startsOn;
		return { startsOn: day, endsOn: day };
	}
	if (startsOn === null || endsOn === null || isDayFault(startsOn) || isDayFault(endsOn))
		return { startsOn, endsOn };
	if (endsOn <= startsOn) return { startsOn, endsOn };
	const to = clock(text(task, 'Finish'));
	if (to !== '' && (to <= edges.start || to === '00:00:00')) endsOn = step(endsOn, -1);
	return { startsOn: startIn(task, 'Start', edges, isDayFault(endsOn) ? null : endsOn), endsOn };
}
