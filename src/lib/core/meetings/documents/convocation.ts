import { formatDay, formatDayFull } from '../../calendar/format.ts';
import type { ConvocationInput } from '../../documents/convocation.ts';
import { meetingNumber } from '../numbers.ts';
import type { MeetingView, Paper } from '../view.ts';
import { agendaRows, plannedLength } from './agenda.ts';
import { clock, hours, partiesOf, subjectOf, type PaperFacts } from './words.ts';

export interface ConvocationFacts extends PaperFacts {
	/** Who takes the answers: the project managers of the client. */
	contacts: { name: string; email: string | null }[];
}

function stateWords({ state }: MeetingView): string {
	if (state === 'draft') return 'Projet, non envoyée';
	return 'Convocation';
}

function due({ due: day, advised, state }: Paper): string {
	if (state === 'awaiting') return 'Date à venir';
	if (!day) return 'Délai non fixé par le contrat';
	const last = formatDay(day, 'fr');
	return advised && advised !== day
		? `Au plus tard le ${last} (conseillé le ${formatDay(advised, 'fr')})`
		: `Au plus tard le ${last}`;
}

function invitation({ contract, meeting: m }: ConvocationFacts): string {
	const at = m.startsAt ? ` à ${clock(m.startsAt)}` : '';
	const place = m.place ? `, ${m.place}` : '';
	return `Vous êtes convié(e) à la réunion «\u00a0${subjectOf(m)}\u00a0» (${meetingNumber(m.body, m.code)}), dans le cadre du contrat «\u00a0${contract.title}\u00a0», le ${formatDayFull(m.heldOn, 'fr')}${at}${place}.`;
}

function asked({ agenda }: MeetingView): string[] {
	const ranks = agenda.flatMap((item, i) => (item.purpose === 'decision' ? [`${i + 1}`] : []));
	if (ranks.length === 0) return [];
	return ranks.length === 1
		? [`Une décision est demandée sur le point ${ranks[0]}.`]
		: [`Une décision est demandée sur les points ${ranks.slice(0, -1).join(', ')} et ${ranks.at(-1)}.`];
}

/** What is still to be told before the day. */
function toBeSet({ startsAt, place }: MeetingView): string[] {
	if (startsAt && place) return [];
	if (startsAt) return ['Le lieu de la réunion sera précisé avant la séance.'];
	if (place) return ['L’heure de la réunion sera précisée avant la séance.'];
	return ['L’heure et le lieu de la réunion seront précisés avant la séance.'];
}

function reply({ contacts, meeting }: ConvocationFacts): string[] {
	const who = contacts.map(({ name, email }) => (email ? `${name} (${email})` : name)).join(', ');
	const to = who
		? `à ${who}, ou en réponse au courriel de convocation`
		: 'en réponse au courriel de convocation';
	return [
		`Merci de faire connaître ${to}\u00a0: votre présence, votre absence, ou le nom de la personne qui vous représentera.`,
		...toBeSet(meeting)
	];
}

/** What the Word template of the convocation says, made of one meeting. */
export function convocationDocument(facts: ConvocationFacts): ConvocationInput {
	const { meeting: m } = facts;
	return {
		...partiesOf(facts),
		meeting: {
			body: m.body.title,
			number: meetingNumber(m.body, m.code),
			subject: subjectOf(m),
			date: formatDayFull(m.heldOn, 'fr'),
			time: hours(m) ?? 'À préciser',
			place: m.place || 'À préciser',
			chair: m.chairedBy || m.body.chair || undefined,
			reference: `${m.code}-CV`,
			state: stateWords(m)
		},
		invitation: invitation(facts),
		agenda: agendaRows(m),
		planned: plannedLength(m),
		asked: asked(m),
		people: m.attendance.map((a) => ({
			name: a.name,
			organisation: a.organisation || undefined,
			function: a.functionTitle || undefined
		})),
		papers: m.papers.before.map((paper) => ({
			title: paper.title,
			due: due(paper),
			clause: paper.clause?.ref
		})),
		reply: reply(facts)
	};
}
