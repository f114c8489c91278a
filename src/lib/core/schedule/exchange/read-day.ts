import { isDay, type Day } from '#core/calendar/days.ts';
import { dayOfSerial, serialOf } from '#core/calendar/serial.ts';

export type DayFault = 'date_unreadable' | 'date_out_of_range';

const CLOCK = /[T ]\d{1,2}[:h]\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/;
const ISO = /^(\d{4,6})-(\d{1,2})-(\d{1,2})$/;
const FRENCH =
	/^(?:(?:lun|mar|mer|jeu|ven|sam|dim)[a-zé]*\.?\s+)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4,6})$/i;
const LONG = /^(?:[a-zéû]+\.?\s+)?(\d{1,2})(?:er)?\s+([a-zéû]+)\.?\s+(\d{4,6})$/i;
const MONTHS = ['jan', 'fev', 'mar', 'avr', 'mai', 'jun', 'jul', 'aou', 'sep', 'oct', 'nov', 'dec'];

/** Spreadsheets count days from here: 1 March 1900 is 61 (they believe that 1900 was a leap year). */
const SHEET_ORIGIN = serialOf(1900, 3, 1) - 61;

function checked(year: number, month: number, date: number): Day | DayFault {
	if (year < 1900 || year > 2199) return 'date_out_of_range';
	const day = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
	return isDay(day) ? day : 'date_unreadable';
}

function monthOf(word: string): number {
	const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
	const short = plain.startsWith('juin') ? 'jun' : plain.startsWith('juil') ? 'jul' : plain.slice(0, 3);
	return MONTHS.indexOf(short) + 1;
}

/**
 * Reads a day as people and spreadsheets write it: `2019-11-04` (an hour after it is dropped: a civil day has none),
 * `04/11/2019`, `4.11.19`, `lun. 4 nov. 2019`, or a spreadsheet's count of days. Day before month: the house is French.
 * @returns null for nothing written; a fault's code for what is no day of 1900 to 2199
 */
export function readDay(written: string | number | null | undefined): Day | DayFault | null {
	if (written === null || written === undefined || written === '') return null;
	if (typeof written === 'number') return fromSheet(written);
	const text = written.trim().replace(CLOCK, '');
	if (text === '') return null;
	const iso = ISO.exec(text);
	if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]));
	const french = FRENCH.exec(text);
	if (french) {
		const year = Number(french[3]);
		return checked(french[3]!.length === 2 ? 2000 + year : year, Number(french[2]), Number(french[1]));
	}
	const long = LONG.exec(text);
	if (long) return checked(Number(long[3]), monthOf(long[2]!), Number(long[1]));
	return 'date_unreadable';
}

function fromSheet(count: number): Day | DayFault {
	if (!Number.isFinite(count) || count < 61) return 'date_unreadable';
	if (count > 200_000) return 'date_out_of_range';
	const day = dayOfSerial(SHEET_ORIGIN + Math.floor(count));
	return isDay(day) ? day : 'date_out_of_range';
}

export const isDayFault = (read: Day | DayFault | null): read is DayFault =>
	read === 'date_unreadable' || read === 'date_out_of_range';
