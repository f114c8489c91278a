import { Temporal } from 'temporal-polyfill';
import { addDays, type Day } from '../calendar/days.ts';
import { plainValue, property } from './text.ts';

/**
 * The rules of a zone over a period, as a VTIMEZONE (RFC 5545, 3.6.5): one observance per change, written out, so that
 * zones whose changes follow no yearly rule (Morocco's, around Ramadan) are as exact as the others.
 * @param from first day written in that zone
 * @param to last one
 */
export function timeZone(zone: string, from: Day, to: Day): string {
	const first = startOf(zone, addDays(from, -1));
	const last = startOf(zone, addDays(to, 2));
	const changes: Temporal.ZonedDateTime[] = [];
	let change = first.getTimeZoneTransition('next');
	while (change && Temporal.ZonedDateTime.compare(change, last) <= 0) {
		changes.push(change);
		change = change.getTimeZoneTransition('next');
	}
	const before = first.getTimeZoneTransition('previous');
	return [
		'BEGIN:VTIMEZONE\r\n',
		property('TZID', plainValue(zone)),
		before ? observance(before) : standing(first),
		...changes.map(observance),
		'END:VTIMEZONE\r\n'
	].join('');
}

const startOf = (zone: string, day: Day) => Temporal.PlainDate.from(day).toZonedDateTime(zone);

/** From one offset to another, at a local hour counted with the offset that ends. */
function observance(change: Temporal.ZonedDateTime): string {
	const eve = change.subtract({ nanoseconds: 1 });
	const local = change
		.toPlainDateTime()
		.subtract({ nanoseconds: change.offsetNanoseconds - eve.offsetNanoseconds });
	const summer = change.offsetNanoseconds > eve.offsetNanoseconds;
	return block(summer ? 'DAYLIGHT' : 'STANDARD', local, eve.offset, change.offset);
}

/** A zone that never changed: one offset since ever. */
const standing = (day: Temporal.ZonedDateTime) =>
	block('STANDARD', Temporal.PlainDateTime.from('1970-01-01T00:00:00'), day.offset, day.offset);

function block(
	kind: 'STANDARD' | 'DAYLIGHT',
	start: Temporal.PlainDateTime,
	was: string,
	is: string
): string {
	return [
		`BEGIN:${kind}\r\n`,
		property('DTSTART', start.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')),
		property('TZOFFSETFROM', offsetOf(was)),
		property('TZOFFSETTO', offsetOf(is)),
		`END:${kind}\r\n`
	].join('');
}

/** `+01:00` as `+0100`; old zones have seconds too. */
const offsetOf = (offset: string) => offset.replace(/:/g, '');
