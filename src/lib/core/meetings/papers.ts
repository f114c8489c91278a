import type { Calendar } from '../calendar/calendar.ts';
import type { Day } from '../calendar/days.ts';
import type { EventDays } from '../contract/events.ts';
import type { Committee, Obligation } from '../contract/schema.ts';
import { occurrences } from '../obligations/occurrences.ts';
import type { Paper } from './view.ts';

interface Around {
	committee: Committee;
	obligations: readonly Obligation[];
	/** The meeting the papers are for; null when none is set. */
	meeting: { code: string; day: Day } | null;
	anchors: EventDays;
	calendar: Calendar;
}

function paper(around: Around, asked: { title: string; obligation?: string | undefined }): Paper {
	const obligation = around.obligations.find((o) => o.code === asked.obligation);
	const bare: Paper = {
		title: asked.title,
		obligation: obligation?.code ?? null,
		meeting: around.meeting?.code ?? null,
		due: null,
		advised: null,
		state: obligation && !('tbd' in obligation.rule) ? 'awaiting' : 'undetermined',
		clause: obligation?.clause ?? null
	};
	if (!obligation || !around.meeting) return bare;
	const { code, day } = around.meeting;
	const [found] = occurrences(obligation, {
		anchors: around.anchors,
		meetings: [{ committee: around.committee.code, day, code }],
		from: day,
		to: day,
		calendar: around.calendar
	});
	if (!found) return bare;
	return {
		...bare,
		due: found.due?.slice(0, 10) ?? null,
		advised: found.advised?.slice(0, 10) ?? null,
		state: found.state
	};
}

/** The papers the contract asks for before and after a meeting of a body, with the day each is due. */
export function papersAround(around: Around): { before: Paper[]; after: Paper[] } {
	const { before, after } = around.committee.papers;
	return { before: before.map((p) => paper(around, p)), after: after.map((p) => paper(around, p)) };
}
