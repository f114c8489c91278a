import { formatDayFull } from '../../calendar/format.ts';
import type { AttendanceInput } from '../../documents/attendance.ts';
import { meetingNumber } from '../numbers.ts';
import { hasMinutes } from '../states.ts';
import type { MeetingView } from '../view.ts';
import { quorumSentence } from './taken.ts';
import { clock, count, hours, partiesOf, subjectOf, type PaperFacts } from './words.ts';

// Before the session it says what will be needed, from its opening what there is.
function quorum(m: MeetingView): string {
	if (hasMinutes(m.state)) {
		const said = quorumSentence(m);
		return said ? `Quorum\u00a0: ${said}` : '';
	}
	const { asked, required, voting } = m.quorum;
	return asked ? `Quorum\u00a0: ${required} voix présentes ou représentées sur ${voting}.` : '';
}

/** What the Word template of the attendance sheet says: everybody convened, a row each to sign. */
export function attendanceDocument(facts: PaperFacts): AttendanceInput {
	const { meeting: m } = facts;
	const people = m.attendance;
	return {
		...partiesOf(facts),
		meeting: {
			body: m.body.title,
			number: meetingNumber(m.body, m.code),
			subject: subjectOf(m),
			date: formatDayFull(m.heldOn, 'fr'),
			time: hours(m),
			place: m.place || undefined,
			reference: `${m.code}-FE`
		},
		people: people.map((a, i) => ({
			rank: `${i + 1}`,
			name: a.name,
			organisation: a.organisation || undefined,
			function: a.functionTitle || undefined,
			// Left to the hand when nobody said so before.
			proxy: a.representedBy || undefined,
			arrived: a.arrivedAt ? clock(a.arrivedAt) : undefined,
			left: a.leftAt ? clock(a.leftAt) : undefined
		})),
		count: [`${count(people.length, 'personne convoquée', 'personnes convoquées')}.`, quorum(m)]
			.filter(Boolean)
			.join(' ')
	};
}
