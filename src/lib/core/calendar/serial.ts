import type { Day } from './days.ts';

/**
 * Days as whole numbers, counted from 1970-01-01 in the proleptic Gregorian calendar. A day is thousands of times
 * cheaper to move as a number than as a calendar object, and a number has no time zone to go wrong in.
 * The arithmetic is Howard Hinnant's `days_from_civil`: years run from March, so that the leap day comes last.
 */
export function serialOf(year: number, month: number, date: number): number {
	const y = month <= 2 ? year - 1 : year;
	const era = Math.floor(y / 400);
	const yearOfEra = y - era * 400;
	const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
	const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return era * 146_097 + dayOfEra - 719_468;
}

/** The day of that number, `YYYY-MM-DD`; the reverse of `serialOf`. */
export function dayOfSerial(serial: number): Day {
	const z = serial + 719_468;
	const era = Math.floor(z / 146_097);
	const dayOfEra = z - era * 146_097;
	const yearOfEra = Math.floor(
		(dayOfEra -
			Math.floor(dayOfEra / 1460) +
			Math.floor(dayOfEra / 36_524) -
			Math.floor(dayOfEra / 146_096)) /
			365
	);
	const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const shifted = Math.floor((5 * dayOfYear + 2) / 153);
	const date = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
	const month = shifted < 10 ? shifted + 3 : shifted - 9;
	const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
	return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
}

/** 1 for Monday … 7 for Sunday; 1970-01-01 was a Thursday. */
export function weekdayOfSerial(serial: number): number {
	return ((((serial + 3) % 7) + 7) % 7) + 1;
}

function two(value: number): string {
	return value < 10 ? `0${value}` : String(value);
}
