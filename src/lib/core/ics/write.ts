import { Temporal } from 'temporal-polyfill';
import { addDays, type Day } from '../calendar/days.ts';
import { escapeText, plainValue, property } from './text.ts';
import type { IcsAttendee, IcsCalendar, IcsEvent, IcsOrganiser, IcsPerson, When } from './types.ts';
import { timeZone } from './zone.ts';

/**
 * A calendar as an iCalendar file (RFC 5545): lines ended by CRLF, folded at 75 octets of UTF-8, text escaped, days
 * without an hour as `VALUE=DATE` with their exclusive end, hours in the calendar's zone with its rules.
 * @returns the text of the file, to be sent as `text/calendar; charset=utf-8`
 */
export function writeCalendar(calendar: IcsCalendar): string {
	const { method, name, zone, refreshHours, events } = calendar;
	const hours = refreshHours ? `PT${refreshHours}H` : undefined;
	return [
		'BEGIN:VCALENDAR\r\n',
		property('VERSION', '2.0'),
		property('PRODID', '-//Jalon//Jalon//FR'),
		property('CALSCALE', 'GREGORIAN'),
		method ? property('METHOD', method) : '',
		// RFC 7986 has NAME; what many programs read is still the older property.
		name ? property('NAME', escapeText(name)) + property('X-WR-CALNAME', escapeText(name)) : '',
		hours
			? property('REFRESH-INTERVAL', hours, { VALUE: 'DURATION' }) + property('X-PUBLISHED-TTL', hours)
			: '',
		...zonesOf(events, zone),
		...events.map((event) => writeEvent(event, zone)),
		'END:VCALENDAR\r\n'
	].join('');
}

function writeEvent(event: IcsEvent, zone: string): string {
	const text = (name: string, value: string | undefined) =>
		value ? property(name, escapeText(value)) : '';
	return [
		'BEGIN:VEVENT\r\n',
		property('UID', plainValue(event.uid)),
		property('DTSTAMP', instant(event.stamp)),
		event.sequence === undefined ? '' : property('SEQUENCE', String(event.sequence)),
		event.changedAt ? property('LAST-MODIFIED', instant(event.changedAt)) : '',
		when(event.when, zone),
		text('SUMMARY', event.title),
		text('LOCATION', event.place),
		text('DESCRIPTION', event.text),
		event.url ? property('URL', plainValue(event.url)) : '',
		event.categories?.length ? property('CATEGORIES', event.categories.map(escapeText).join(',')) : '',
		event.status ? property('STATUS', event.status) : '',
		property('TRANSP', event.free ? 'TRANSPARENT' : 'OPAQUE'),
		event.organiser ? organiser(event.organiser) : '',
		...(event.attendees ?? []).map(attendee),
		...Object.entries(event.extra ?? {}).map(([name, value]) => property(name, escapeText(value))),
		'END:VEVENT\r\n'
	].join('');
}

function when(given: When, zone: string): string {
	if (!('startsAt' in given)) {
		const date = (name: string, day: Day) => property(name, dense(day), { VALUE: 'DATE' });
		// Without an end it lasts its day (RFC 5545, 3.6.1).
		const longer = given.endsOn && given.endsOn > given.day;
		return date('DTSTART', given.day) + (longer ? date('DTEND', addDays(given.endsOn!, 1)) : '');
	}
	const at = (name: string, time: string) =>
		property(name, `${dense(given.day)}T${time.replace(/:/g, '').slice(0, 4)}00`, {
			TZID: given.zone ?? zone
		});
	// An end that is not after its start is no end (RFC 5545, 3.8.2.2).
	const ends = given.endsAt && given.endsAt > given.startsAt ? at('DTEND', given.endsAt) : '';
	return at('DTSTART', given.startsAt) + ends;
}

/** The rules of each zone that an hour is written in, over the days that it is. */
function zonesOf(events: IcsEvent[], zone: string): string[] {
	const days = new Map<string, Day[]>();
	for (const { when } of events)
		if ('startsAt' in when) {
			const name = when.zone ?? zone;
			days.set(name, [...(days.get(name) ?? []), when.day]);
		}
	return [...days].map(([name, all]) => timeZone(name, least(all), greatest(all)));
}

const organiser = (who: IcsOrganiser) =>
	property('ORGANIZER', mailto(who), {
		CN: who.name,
		'SENT-BY': who.sentBy && `mailto:${who.sentBy}`
	});

const attendee = (person: IcsAttendee) =>
	property('ATTENDEE', mailto(person), {
		CN: person.name,
		CUTYPE: 'INDIVIDUAL',
		ROLE: person.role ?? 'REQ-PARTICIPANT',
		PARTSTAT: person.answer ?? 'NEEDS-ACTION',
		RSVP: person.rsvp ? 'TRUE' : undefined
	});

const mailto = (person: IcsPerson) => `mailto:${plainValue(person.email)}`;

const dense = (day: Day) => day.replaceAll('-', '');

/** `2026-11-22T12:30:05.123Z` as `20261122T123005Z`: instants are written in UTC. @throws RangeError */
const instant = (iso: string) =>
	Temporal.Instant.from(iso).toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');

const least = (days: Day[]) => days.reduce((a, b) => (a < b ? a : b));
const greatest = (days: Day[]) => days.reduce((a, b) => (a > b ? a : b));
