import type { Day } from '../../calendar/days.ts';
import type { AgendaRef, Purpose } from '../view.ts';

/** What was said of one item, as it was saved. */
export interface SavedText {
	id: string;
	version: number;
	minutes: string;
	conclusion: string;
	/** Who saved it; `mine`: the person who asks. */
	by: string | null;
	mine: boolean;
	at: string;
}

/** What was saved since a page asked last. */
export interface SessionNews {
	/** Of the meeting: another one means that something else than text was changed. */
	version: number;
	now: string;
	items: SavedText[];
}

type Named = Pick<AgendaRef, 'id' | 'code' | 'number' | 'title'>;

/** What an agenda could take up. */
export interface AgendaChoices {
	/** Versions that await the word of this body. */
	endorse: Named[];
	/** Open actions of this body. */
	actions: (Omit<Named, 'number'> & { owner: string; dueOn: Day | null })[];
	/** Minutes of earlier meetings that wait to be approved. */
	minutes: (Omit<Named, 'number'> & { heldOn: Day })[];
	/** Items put off and taken up nowhere since. */
	waiting: {
		id: string;
		title: string;
		purpose: Purpose;
		meeting: string;
		place: 'parking' | 'moved';
		duration: number | null;
	}[];
	versions: Named[];
	papers: Omit<Named, 'number'>[];
}

/** Somebody typed here within the last minute: they are typing still, as far as one can tell. */
const RECENT = 60_000;

/** Who types in an item now, by what was saved last in it; null for oneself and for who stopped. */
export function typingNow(
	last: { by: string | null; mine: boolean; at: string } | undefined,
	now: string
): string | null {
	if (!last || last.mine || !last.by) return null;
	return Date.parse(now) - Date.parse(last.at) < RECENT ? last.by : null;
}
