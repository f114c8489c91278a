import { formatDay, formatDayFull } from '../calendar/format.ts';
import type { MinutesInput } from '../documents/minutes.ts';
import { agendaRows, putOffRows } from './documents/agenda.ts';
import { draftStanding, nameWithHours, quorumSentence, takenOf } from './documents/taken.ts';
import { clock, hours, severityWords, type PaperFacts } from './documents/words.ts';
import { promised } from './holes.ts';
import { meetingNumber, minutesVersion } from './numbers.ts';
import type { Action, AttendanceStatus, MeetingView } from './view.ts';

function stateWords({ state, circulatedOn, approvedOn }: MeetingView): string {
	if (state === 'approved' && approvedOn) return `Approuvé le ${formatDay(approvedOn, 'fr')}`;
	if (state === 'circulated' && circulatedOn) return `Diffusé le ${formatDay(circulatedOn, 'fr')}`;
	return 'Projet de compte rendu';
}

function wayWords({ after }: MeetingView): string {
	const { approvedHow, approvedIn, commentsUntil } = after;
	if (approvedHow === 'meeting' && approvedIn)
		return ` en séance (${approvedIn.title}, ${formatDay(approvedIn.heldOn, 'fr')})`;
	if (approvedHow === 'silence' && commentsUntil)
		return `, sans observation en attente au ${formatDay(commentsUntil, 'fr')}, terme du délai convenu`;
	return '';
}

function approval(m: MeetingView): string {
	if (m.state === 'approved' && m.approvedOn)
		return `Compte rendu diffusé le ${formatDayFull(m.circulatedOn ?? m.approvedOn, 'fr')}, approuvé le ${formatDayFull(m.approvedOn, 'fr')}${wayWords(m)}.`;
	if (m.state === 'circulated' && m.circulatedOn) {
		const until = m.after.commentsUntil;
		return `Diffusé le ${formatDayFull(m.circulatedOn, 'fr')}. Les observations sont à adresser au chef de projet${until ? ` jusqu’au ${formatDayFull(until, 'fr')} inclus` : ''}\u00a0; l’instance approuve le compte rendu ensuite.`;
	}
	return 'Projet de compte rendu\u00a0: il n’engage personne tant que le chef de projet du maître d’ouvrage ne l’a pas diffusé.';
}

// Minutes that went out keep saying what was true that day.
function standing(action: Action, m: MeetingView): string {
	const draft = draftStanding(action.binds);
	if (draft) return draft;
	const known = action.doneOn && (!m.circulatedOn || action.doneOn <= m.circulatedOn);
	return known ? `Faite le ${formatDay(action.doneOn!, 'fr')}` : 'Ouverte';
}

function next(m: MeetingView): string {
	if (m.nextMeeting.trim()) return m.nextMeeting.trim();
	// Minutes that went out say what was known then; a draft is nobody's business yet.
	if (m.circulatedOn || !m.following || !promised(m.following)) return 'Date à fixer.';
	const at = m.following.startsAt ? ` à ${clock(m.following.startsAt)}` : '';
	const place = m.following.place ? `, ${m.following.place}` : '';
	return `${m.following.title}\u00a0: ${formatDayFull(m.following.heldOn, 'fr')}${at}${place}.`;
}

/** What the Word template of the minutes says, made of one meeting. */
export function minutesDocument({ contract, client, contractor, meeting: m }: PaperFacts): MinutesInput {
	const people = (...wanted: AttendanceStatus[]) =>
		m.attendance
			.filter((a) => wanted.includes(a.status))
			.map((a) => ({
				name: nameWithHours(a),
				organisation: a.organisation || undefined,
				function: a.functionTitle || undefined
			}));
	const shown = new Set([
		...m.resolutions.map((r) => r.deliverable),
		...m.reserves.map((r) => r.deliverable)
	]);
	const putOff = putOffRows(m);
	return {
		contract,
		client: { role: 'Maître d’ouvrage', name: client },
		contractor: { role: 'Titulaire', name: contractor },
		meeting: {
			body: m.body.title,
			number: meetingNumber(m.body, m.code),
			subject: m.title,
			date: formatDayFull(m.heldOn, 'fr'),
			time: hours(m),
			place: m.place || undefined,
			chair: m.chairedBy || undefined,
			secretary: m.writtenBy || undefined,
			reference: `${m.code}-CR`,
			version: minutesVersion(m),
			state: stateWords(m)
		},
		present: people('present'),
		represented: m.attendance
			.filter((a) => a.status === 'represented')
			.map((a) => ({
				name: a.name,
				organisation: a.organisation || undefined,
				function: a.functionTitle || undefined,
				proxy: a.representedBy || 'non précisé'
			})),
		excused: people('excused'),
		absent: people('absent', 'expected'),
		quorum: quorumSentence(m),
		agenda: agendaRows(m),
		items: [
			...m.agenda.map((item, i) => ({
				rank: `${i + 1}`,
				topic: item.title,
				discussion: item.minutes,
				conclusion: item.conclusion.trim() || undefined
			})),
			...putOff.items
		],
		putOff: putOff.rows,
		beyond: m.discussion,
		decisions: m.resolutions.map((r) => ({
			number: r.number,
			wording: r.wording,
			taken: takenOf(r),
			deliverable: r.deliverable ?? undefined,
			effect: r.effectOn ? formatDay(r.effectOn, 'fr') : undefined
		})),
		actions: m.actions.map((a) => ({
			number: a.number,
			action: a.wording,
			owner: a.owner || undefined,
			due: a.dueOn ? formatDay(a.dueOn, 'fr') : undefined,
			standing: standing(a, m)
		})),
		reserves: m.reserves.map((r, i) => ({
			number: `R${i + 1}`,
			wording: r.wording,
			severity: r.severity ? severityWords[r.severity] : undefined,
			deliverable: r.deliverable
		})),
		documents: [...shown].flatMap((label) => {
			const [code, edition] = (label ?? '').split(', ');
			return label && code ? [{ code, title: `Livrable ${code}`, edition }] : [];
		}),
		nextMeeting: next(m),
		approval: approval(m),
		signatories: [
			...(m.chairedBy ? [{ name: m.chairedBy, capacity: 'Présidence de séance' }] : []),
			...(m.writtenBy ? [{ name: m.writtenBy, capacity: 'Secrétariat de séance' }] : [])
		]
	};
}
