import { m } from '$lib/i18n/paraglide/messages.js';
import { daysLeftWords } from '$lib/i18n/format.ts';

interface Line {
	period: string;
	state: 'due' | 'draft' | 'filed' | 'received' | 'contested';
	due: string | null;
	/** The first time: a correction does not make a report late. */
	filedOn: string | null;
}

const isOpen = (line: Pick<Line, 'state'>) => line.state === 'due' || line.state === 'draft';

/** How a report stands by its own week: late counts the day it was filed, not the day it is looked at. */
export function stateOfReport(line: Line, today: string): 'late' | 'soon' | 'ontime' | 'done' | 'neutral' {
	if (isOpen(line)) return line.due && line.due < today ? 'late' : 'soon';
	if (line.state === 'contested') return 'late';
	if (line.due && line.filedOn && line.filedOn > line.due) return 'late';
	return line.state === 'received' ? 'done' : 'ontime';
}

export function wordOfReport(line: Line, today: string): string {
	if (isOpen(line)) {
		const word = line.state === 'draft' ? m.reports_state_draft() : m.reports_state_due();
		return line.due ? `${word}, ${daysLeftWords(line.due, today)}` : word;
	}
	const word = {
		filed: m.reports_state_filed,
		received: m.reports_state_received,
		contested: m.reports_state_contested
	}[line.state as 'filed' | 'received' | 'contested']();
	return line.due && line.filedOn && line.filedOn > line.due
		? `${word}, ${daysLeftWords(line.due, line.filedOn)}`
		: word;
}

/** The oldest week still to file, or to file again, that has begun, if any: the one to write now. */
export function nextToFile(lines: (Line & { period: string })[], today: string): string | null {
	const open = lines
		.filter((l) => (isOpen(l) || l.state === 'contested') && l.due !== null)
		.sort((a, b) => a.period.localeCompare(b.period));
	return (open.find((l) => l.due! <= today) ?? open[0])?.period ?? null;
}
