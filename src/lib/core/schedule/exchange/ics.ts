import { addDays, type Day } from '#core/calendar/days.ts';

/** A day of the schedule as a calendar shows it. */
export interface DayEvent {
	id: string;
	day: Day;
	summary: string;
	description: string;
	url: string | null;
	/** How often it was changed: calendars keep the newest. */
	version: number;
}

const escaped = (text: string): string =>
	text
		.replace(/\\/g, '\\\\')
		.replace(/\r\n?|\n/g, '\\n')
		.replace(/[;,]/g, '\\$&');

/** RFC 5545, 3.1: lines of at most 75 octets, the next ones led by a blank; no character is cut. */
function folded(line: string): string {
	const encoder = new TextEncoder();
	const lines: string[] = [];
	let [held, size] = ['', 0];
	for (const character of line) {
		const octets = encoder.encode(character).length;
		if (size + octets > 75) {
			lines.push(held);
			[held, size] = [' ', 1];
		}
		held += character;
		size += octets;
	}
	return [...lines, held].join('\r\n');
}

const basic = (day: Day): string => day.replaceAll('-', '');

/**
 * Whole days as an iCalendar file (RFC 5545). An event keeps its UID for ever, so that a calendar which reads the file
 * again moves it rather than doubling it. A whole day ends the day after (3.6.1).
 * @param stamp the instant the file is made, `YYYYMMDDTHHMMSSZ`
 * @param host what makes the UIDs ours
 */
export function writeIcs(name: string, events: readonly DayEvent[], stamp: string, host: string): string {
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Jalon//Planning//FR',
		'CALSCALE:GREGORIAN',
		'METHOD:PUBLISH',
		`X-WR-CALNAME:${escaped(name)}`,
		...events.flatMap(({ id, day, summary, description, url, version }) => [
			'BEGIN:VEVENT',
			`UID:${id}@${host}`,
			`DTSTAMP:${stamp}`,
			`SEQUENCE:${Math.max(0, version - 1)}`,
			`DTSTART;VALUE=DATE:${basic(day)}`,
			...(day < '2199-12-31' ? [`DTEND;VALUE=DATE:${basic(addDays(day, 1))}`] : []),
			`SUMMARY:${escaped(summary)}`,
			...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
			...(url === null ? [] : [`URL:${url}`]),
			'TRANSP:TRANSPARENT',
			'END:VEVENT'
		]),
		'END:VCALENDAR'
	];
	// A control character ends the line it stands in for some programs.
	// eslint-disable-next-line no-control-regex
	return lines.map((line) => `${folded(line.replace(/[\u0000-\u001f\u007f]/g, ' '))}\r\n`).join('');
}
