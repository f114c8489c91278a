import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { addDays, diffDays, isoWeek } from './days.ts';
import { dayOfSerial, serialOf, weekdayOfSerial } from './serial.ts';

const first = serialOf(1900, 1, 1);
const last = serialOf(2199, 12, 31);
const anySerial = fc.integer({ min: first, max: last });

it('counts from 1970-01-01', () => {
	expect(serialOf(1970, 1, 1)).toBe(0);
	expect([dayOfSerial(-1), dayOfSerial(0), dayOfSerial(11_016)]).toEqual([
		'1969-12-31',
		'1970-01-01',
		'2000-02-29'
	]);
});

it('names the days from 1900 to 2199 as the calendar library does', () => {
	for (let at = first; at <= last; at += 17) {
		const expected = Temporal.PlainDate.from('1970-01-01').add({ days: at });
		expect(dayOfSerial(at)).toBe(expected.toString());
		expect(weekdayOfSerial(at)).toBe(expected.dayOfWeek);
	}
}, 20_000);

it('agrees with the calendar library on moves, distances and weeks', () => {
	fc.assert(
		fc.property(anySerial, anySerial, (a, b) => {
			const [from, to] = [dayOfSerial(a), dayOfSerial(b)];
			expect(addDays(from, b - a)).toBe(to);
			expect(diffDays(from, to)).toBe(b - a);
			const plain = Temporal.PlainDate.from(from);
			const week = `${plain.yearOfWeek}-W${String(plain.weekOfYear).padStart(2, '0')}`;
			if (from > '1900-01-07') expect(isoWeek(from)).toBe(week);
		})
	);
});
