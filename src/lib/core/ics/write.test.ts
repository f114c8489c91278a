import { array, assert, property as forAll, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IcsEvent } from './types.ts';
import { writeCalendar } from './write.ts';

const meeting: IcsEvent = {
	uid: '6f0c@jalon',
	stamp: '2019-11-04T09:30:05.123+00:00',
	sequence: 2,
	when: { day: '2019-12-10', startsAt: '10:00', endsAt: '12:00' },
	title: 'COPIL n° 2, lancement',
	text: 'Ordre du jour :\n1. Avancement',
	place: 'Chartres ; salle 3',
	organiser: { name: 'Camille "C" Royer', email: 'camille@client.test' },
	attendees: [{ name: 'Inès', email: 'ines@conseil.test', rsvp: true }]
};
const lines = (text: string) => text.replace(/\r\n[ \t]/g, '').split('\r\n');

describe('a calendar', () => {
	it('holds an invitation with its hours in the mission’s zone, and the rules of that zone', () => {
		const text = writeCalendar({ method: 'REQUEST', zone: 'Europe/Paris', events: [meeting] });
		expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
		expect(lines(text)).toEqual([
			'BEGIN:VCALENDAR',
			'VERSION:2.0',
			'PRODID:-//Jalon//Jalon//FR',
			'CALSCALE:GREGORIAN',
			'METHOD:REQUEST',
			'BEGIN:VTIMEZONE',
			'TZID:Europe/Paris',
			'BEGIN:STANDARD',
			'DTSTART:20191027T030000',
			'TZOFFSETFROM:+0200',
			'TZOFFSETTO:+0100',
			'END:STANDARD',
			'END:VTIMEZONE',
			'BEGIN:VEVENT',
			'UID:6f0c@jalon',
			'DTSTAMP:20191104T093005Z',
			'SEQUENCE:2',
			'DTSTART;TZID=Europe/Paris:20191210T100000',
			'DTEND;TZID=Europe/Paris:20191210T120000',
			'SUMMARY:COPIL n° 2\\, lancement',
			'LOCATION:Chartres \\; salle 3',
			'DESCRIPTION:Ordre du jour :\\n1. Avancement',
			'TRANSP:OPAQUE',
			`ORGANIZER;CN="Camille ^'C^' Royer":mailto:camille@client.test`,
			'ATTENDEE;CN="Inès";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:ines@conseil.test',
			'END:VEVENT',
			'END:VCALENDAR',
			''
		]);
	});

	it('writes each change of the zone between the first hour and the last', () => {
		const at = (day: string): IcsEvent => ({ ...meeting, uid: day, when: { day, startsAt: '10:00' } });
		const paris = lines(
			writeCalendar({ zone: 'Europe/Paris', events: [at('2020-11-02'), at('2019-12-10')] })
		);
		expect(paris.filter((line) => /^DTSTART:|^BEGIN:(DAY|STA)/.test(line))).toEqual([
			'BEGIN:STANDARD',
			'DTSTART:20191027T030000',
			'BEGIN:DAYLIGHT',
			'DTSTART:20200329T020000',
			'BEGIN:STANDARD',
			'DTSTART:20201025T030000'
		]);
		// Around Ramadan Morocco leaves its usual hour, on days that follow no yearly rule.
		const rabat = lines(
			writeCalendar({ zone: 'Africa/Casablanca', events: [at('2020-04-01'), at('2020-07-01')] })
		);
		expect(rabat.filter((line) => line.startsWith('TZOFFSETTO:'))).toEqual([
			'TZOFFSETTO:+0100',
			'TZOFFSETTO:+0000',
			'TZOFFSETTO:+0100'
		]);
		const tunis = lines(writeCalendar({ zone: 'UTC', events: [at('2020-04-01')] }));
		expect(tunis).toContain('DTSTART:19700101T000000');
	});

	it('writes days without an hour as dates, with an exclusive end where there are several', () => {
		const text = lines(
			writeCalendar({
				method: 'PUBLISH',
				name: 'Jalon, Eure-et-Loir',
				zone: 'Europe/Paris',
				refreshHours: 4,
				events: [
					{ ...meeting, when: { day: '2019-12-10' }, free: true },
					{ ...meeting, when: { day: '2019-12-30', endsOn: '2019-12-31' } }
				]
			})
		);
		expect(text.filter((line) => line.startsWith('DT') && !line.startsWith('DTSTAMP'))).toEqual([
			'DTSTART;VALUE=DATE:20191210',
			'DTSTART;VALUE=DATE:20191230',
			'DTEND;VALUE=DATE:20200101'
		]);
		expect(text).not.toContain('BEGIN:VTIMEZONE');
		expect(text).toContain('X-WR-CALNAME:Jalon\\, Eure-et-Loir');
		expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT4H');
		expect(text).toContain('TRANSP:TRANSPARENT');
	});

	it('refuses a stamp that is no instant', () => {
		expect(() => writeCalendar({ zone: 'UTC', events: [{ ...meeting, stamp: 'hier' }] })).toThrow(
			RangeError
		);
	});

	it('has the same lines whatever is typed: no text ends its own, adds one or leaves its octets', () => {
		const anyText = string({ unit: 'binary', minLength: 1, maxLength: 200 });
		const shape = (text: string) => lines(text).map((line) => /^[A-Z-]+(?=[;:])/.exec(line)?.[0] ?? line);
		const fixed = (title: string, text: string, place: string, name: string) =>
			writeCalendar({
				method: 'REQUEST',
				zone: 'Europe/Paris',
				events: [
					{
						...meeting,
						title: `t${title}`,
						text: `x${text}`,
						place: `p${place}`,
						organiser: { name, email: 'a@b.test', sentBy: 'jalon@b.test' },
						attendees: [{ name, email: 'c@d.test', rsvp: true }]
					}
				]
			});
		const expected = shape(fixed('', '', '', 'n'));
		assert(
			forAll(array(anyText, { minLength: 4, maxLength: 4 }), ([title, text, place, name]) => {
				const written = fixed(title!, text!, place!, name!);
				expect(shape(written)).toEqual(expected);
				for (const line of written.split('\r\n'))
					expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
			})
		);
	});

	it('gives an hour the zone of its event, and each zone its rules once', () => {
		const at = (zone: string, uid: string): IcsEvent => ({
			...meeting,
			uid,
			when: { day: '2023-01-18', startsAt: '10:00', zone }
		});
		const text = lines(
			writeCalendar({
				zone: 'Europe/Paris',
				events: [at('Africa/Dakar', 'a'), at('Africa/Casablanca', 'b'), at('Africa/Dakar', 'c')]
			})
		);
		expect(text.filter((line) => line.startsWith('TZID:'))).toEqual([
			'TZID:Africa/Dakar',
			'TZID:Africa/Casablanca'
		]);
		expect(text.filter((line) => line === 'DTSTART;TZID=Africa/Dakar:20230118T100000')).toHaveLength(2);
	});
});
