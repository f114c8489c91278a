import { timetable } from '../agenda/times.ts';
import type { AgendaLine, AgendaRef, MeetingView } from '../view.ts';
import { clock, purposeWords } from './words.ts';

/** « 1 h 50 », « 45 min ». */
export function length(minutes: number): string {
	const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
	if (hours === 0) return `${rest}\u00a0min`;
	return `${hours}\u00a0h${rest ? `\u00a0${String(rest).padStart(2, '0')}` : ''}`;
}

function paper({ kind, code, number, title }: AgendaRef): string {
	if (kind === 'minutes') return `compte rendu ${code}`;
	if (kind === 'obligation') return title;
	return `${code}${number ? `, V${number}` : ''} (${title})`;
}

/** The agenda as papers print it: a row per item, with its hours and its papers. */
export function agendaRows(m: Pick<MeetingView, 'agenda' | 'startsAt' | 'endsAt'>) {
	const { slots } = timetable(m.agenda, m.startsAt, m.endsAt);
	return m.agenda.map((item, i) => {
		const { from, to } = slots[i]!;
		const alone = item.duration ? length(item.duration) : undefined;
		return {
			rank: `${i + 1}`,
			topic: item.title,
			purpose: purposeWords[item.purpose],
			slot: from && to ? `${clock(from)} – ${clock(to)}` : alone,
			presenter: item.presenter || undefined,
			refs: item.refs.length ? `Documents\u00a0: ${item.refs.map(paper).join('\u00a0; ')}.` : undefined
		};
	});
}

/** « Durée prévue : 1 h 50. »; nothing while no item says how long it takes. */
export function plannedLength(m: Pick<MeetingView, 'agenda' | 'startsAt' | 'endsAt'>): string | undefined {
	const { planned, open } = timetable(m.agenda, m.startsAt, m.endsAt);
	if (planned === 0) return undefined;
	return `Durée prévue\u00a0: ${length(planned)}${open ? ', hors points sans durée' : ''}.`;
}

/** What became of an item that left this agenda. A meeting nobody was told of is not announced. */
function outcome({ place, to }: AgendaLine): string {
	if (to?.told) return `Reporté à la réunion ${to.code}`;
	return place === 'moved' ? 'Reporté à une prochaine réunion' : 'Mis en attente';
}

/** Items put off from a meeting: told in a table, and what was said of them among the rest. */
export function putOffRows(m: Pick<MeetingView, 'putOff'>) {
	return {
		rows: m.putOff.map((item) => ({ topic: item.title, outcome: outcome(item) })),
		items: m.putOff
			.filter((item) => item.minutes.trim() || item.conclusion.trim())
			.map((item) => ({
				rank: outcome(item),
				topic: item.title,
				discussion: item.minutes,
				conclusion: item.conclusion.trim() || undefined
			}))
	};
}
