import ICAL from 'ical.js';
import { expect } from 'vitest';

/** A content line of RFC 5545, read without anything of ours. */
export interface Line {
	name: string;
	params: Record<string, string>;
	value: string;
}
export interface Component {
	name: string;
	lines: Line[];
	inside: Component[];
}

const NAME = /^[A-Z0-9-]+$/;
const DATE = /^\d{8}$/;
const LOCAL = /^\d{8}T([01]\d|2[0-3])[0-5]\d[0-5]\d$/;

/** Splits at a mark that does not stand between quotation marks. */
function outside(text: string, mark: string): string[] {
	const parts = [''];
	let quoted = false;
	for (const c of text) {
		if (c === '"') quoted = !quoted;
		if (c === mark && !quoted) parts.push('');
		else parts[parts.length - 1] += c;
	}
	expect(quoted, `an open quotation in ${text}`).toBe(false);
	return parts;
}

function lineOf(text: string): Line {
	const [head = '', ...rest] = outside(text, ':');
	expect(rest.length, `a value in ${text}`).toBeGreaterThan(0);
	const [name = '', ...given] = outside(head, ';');
	expect(name).toMatch(NAME);
	const params: Record<string, string> = {};
	for (const one of given) {
		const [key = '', value = ''] = outside(one, '=');
		expect(key).toMatch(NAME);
		expect(params, `${key} twice in ${text}`).not.toHaveProperty(key);
		params[key] = value
			.replace(/^"(.*)"$/, '$1')
			.replace(/\^([n^'])/g, (_, c: string) => (c === "'" ? '"' : c === 'n' ? '\n' : '^'));
	}
	return { name, params, value: rest.join(':') };
}

/** Undoes the escapes of a TEXT, and refuses any that RFC 5545 does not have. */
export function textOf(value: string): string {
	expect(value, 'only \\\\, \\; \\, and \\n are escapes').not.toMatch(/(?<!\\)(\\\\)*\\[^\\;,nN]/);
	expect(value, 'a bare comma or semicolon').not.toMatch(/(?<!\\)(\\\\)*[;,]/);
	return value.replace(/\\([\\;,nN])/g, (_, c: string) => (c.toLowerCase() === 'n' ? '\n' : c));
}

/** Reads a file and refuses what RFC 5545 does not allow of its lines and their nesting. */
export function parseIcs(text: string): Component {
	expect(text.endsWith('\r\n')).toBe(true);
	const physical = text.slice(0, -2).split('\r\n');
	for (const line of physical) {
		expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
		// eslint-disable-next-line no-control-regex
		expect(line).not.toMatch(/[\u0000-\u0008\u000a-\u001f\u007f]/);
	}
	const root: Component = { name: '', lines: [], inside: [] };
	const open = [root];
	for (const line of text
		.slice(0, -2)
		.replace(/\r\n[ \t]/g, '')
		.split('\r\n')
		.map(lineOf)) {
		const here = open.at(-1)!;
		if (line.name === 'BEGIN') {
			const made: Component = { name: line.value, lines: [], inside: [] };
			here.inside.push(made);
			open.push(made);
		} else if (line.name === 'END') {
			expect(line.value).toBe(here.name);
			open.pop();
		} else here.lines.push(line);
	}
	expect(open).toEqual([root]);
	expect(root.lines).toEqual([]);
	expect(root.inside.map((c) => c.name)).toEqual(['VCALENDAR']);
	return root.inside[0]!;
}

export const all = (c: Component, name: string) => c.lines.filter((line) => line.name === name);
export const one = (c: Component, name: string): Line => {
	const found = all(c, name);
	expect(found.length, `one ${name} in ${c.name}`).toBe(1);
	return found[0]!;
};
export const events = (calendar: Component) => calendar.inside.filter((c) => c.name === 'VEVENT');

/** The calendar, once it holds to RFC 5545 (3.6) and, when it has a method, to RFC 5546 (3.2.2, 3.2.5). */
export function checkIcs(text: string): Component {
	const calendar = parseIcs(text);
	// What another program reads is what we read: the same events, at the same hours, with the same words.
	const read = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
	expect(
		read.map((event) => [event.getFirstPropertyValue('uid'), event.getFirstPropertyValue('summary')])
	).toEqual(
		events(calendar).map((event) => [
			textOf(one(event, 'UID').value),
			textOf(one(event, 'SUMMARY').value)
		])
	);
	for (const event of read) expect(new ICAL.Event(event).startDate.toJSDate().getTime()).not.toBeNaN();
	expect(one(calendar, 'VERSION').value).toBe('2.0');
	one(calendar, 'PRODID');
	const zones = calendar.inside.filter((c) => c.name === 'VTIMEZONE');
	const named = zones.map((zone) => one(zone, 'TZID').value);
	expect(new Set(named).size).toBe(named.length);
	for (const zone of zones) {
		expect(zone.inside.length).toBeGreaterThan(0);
		for (const part of zone.inside) {
			expect(['STANDARD', 'DAYLIGHT']).toContain(part.name);
			expect(one(part, 'DTSTART').value).toMatch(LOCAL);
			for (const offset of ['TZOFFSETFROM', 'TZOFFSETTO'])
				expect(one(part, offset).value).toMatch(/^[+-]\d{4}$/);
		}
	}
	const used = new Set<string>();
	for (const event of events(calendar)) {
		for (const once of ['UID', 'DTSTAMP', 'DTSTART', 'SUMMARY']) one(event, once);
		for (const once of [
			'SEQUENCE',
			'STATUS',
			'LOCATION',
			'DESCRIPTION',
			'URL',
			'ORGANIZER',
			'DTEND',
			'TRANSP'
		])
			expect(all(event, once).length).toBeLessThan(2);
		expect(one(event, 'DTSTAMP').value).toMatch(/^\d{8}T\d{6}Z$/);
		const [start, end] = [one(event, 'DTSTART'), all(event, 'DTEND')[0]];
		for (const at of [start, end].filter((x) => x !== undefined)) {
			if (at.params['VALUE'] === 'DATE') expect(at.value).toMatch(DATE);
			else {
				expect(at.value).toMatch(LOCAL);
				used.add(at.params['TZID'] ?? 'none');
			}
		}
		if (end) {
			expect(end.params).toEqual(start.params);
			expect(end.value > start.value).toBe(true);
		}
		for (const text of ['SUMMARY', 'LOCATION', 'DESCRIPTION'])
			for (const line of all(event, text)) textOf(line.value);
	}
	// Every zone that is named is told, and no other.
	expect([...used].sort()).toEqual(named.sort());
	const uids = events(calendar).map((event) => one(event, 'UID').value);
	expect(new Set(uids).size).toBe(uids.length);
	const method = all(calendar, 'METHOD')[0]?.value;
	if (method) {
		expect(['REQUEST', 'CANCEL']).toContain(method);
		for (const event of events(calendar)) {
			expect(one(event, 'ORGANIZER').value).toMatch(/^mailto:[^@\s]+@[^@\s]+$/);
			expect(one(event, 'ATTENDEE').value).toMatch(/^mailto:[^@\s]+@[^@\s]+$/);
			expect(one(event, 'SEQUENCE').value).toMatch(/^\d+$/);
			if (method === 'REQUEST') expect(one(event, 'ATTENDEE').params['RSVP']).toBe('TRUE');
		}
	}
	return calendar;
}
