import { formatDayFull } from '../../calendar/format.ts';
import type { AttendanceInput } from '../../documents/attendance.ts';
import { meetingNumber } from '../numbers.ts';
import { count, hours, partiesOf, subjectOf, type PaperFacts } from './words.ts';

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
			proxy: a.representedBy || undefined
		})),
		count: `${count(people.length, 'personne convoquée', 'personnes convoquées')}.`
	};
}
