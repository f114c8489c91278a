import type { Calendar } from '#core/calendar/calendar.ts';
import { isDay, type Day } from '#core/calendar/days.ts';
import { dayOfSerial, serialOf, weekdayOfSerial } from '#core/calendar/serial.ts';
import { NetworkError } from '../network-error.ts';

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const FIRST = serialOf(FIRST_YEAR, 1, 1);
const LAST = serialOf(LAST_YEAR, 12, 31);

/** A day as a whole number. @throws NetworkError `out_of_range` for what is no day of 1900 to 2199 */
export function serialOfDay(day: Day, id?: string): number {
	if (!isDay(day)) throw new NetworkError('out_of_range', id === undefined ? [] : [id]);
	return serialOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)));
}

/** The day of a whole number. @throws NetworkError `out_of_range` */
export function dayOfNumber(serial: number): Day {
	if (serial < FIRST || serial > LAST) throw new NetworkError('out_of_range');
	return dayOfSerial(serial);
}

/**
 * The working days of a calendar, counted once: how many there are before a day, and which day is the k-th, are each
 * one look in a table. The table covers whole years and grows as it is asked, up to 1900–2199; beyond, it refuses.
 * Counts start anywhere: only their differences mean something.
 */
export class WorkDays {
	readonly #calendar: Calendar;
	#fromYear: number;
	#toYear: number;
	/** The first day of the table. */
	#first = 0;
	/** Working days before each day of the table, and before the day after its last. */
	#before = new Int32Array(0);
	/** The working days of the table; the first of them has the number `#base`. */
	#days = new Int32Array(0);
	#base = 0;

	/** @param from, to: serial days the caller has in hand; some room is taken around them */
	constructor(calendar: Calendar, from: number, to: number) {
		this.#calendar = calendar;
		this.#fromYear = Math.max(FIRST_YEAR, yearOf(from) - 1);
		this.#toYear = Math.min(LAST_YEAR, yearOf(to) + 2);
		this.#fill(0);
	}

	/** How many working days stand before a day. */
	before(day: number): number {
		if (day < this.#first || day > this.#first + this.#before.length - 1) this.#reach(day);
		return this.#before[day - this.#first]!;
	}

	/** The k-th working day, counted as `before` counts: `at(before(d))` is the first working day from `d` on. */
	at(k: number): number {
		while (k < this.#base) this.#earlier();
		while (k >= this.#base + this.#days.length) this.#later();
		return this.#days[k - this.#base]!;
	}

	/** The first day before which there are `k` working days at least. */
	first(k: number): number {
		return this.at(k - 1) + 1;
	}

	/** The day itself when worked, else the next that is. */
	roll(day: number): number {
		return this.at(this.before(day));
	}

	/** The day itself when worked, else the last one before it. */
	rollBack(day: number): number {
		return this.at(this.before(day + 1) - 1);
	}

	#reach(day: number): void {
		// The day after the last one is asked for by whatever ends on it.
		if (day < FIRST || day > LAST + 1) throw new NetworkError('out_of_range');
		while (day < this.#first) this.#earlier();
		while (day > this.#first + this.#before.length - 1) this.#later();
	}

	#earlier(): void {
		if (this.#fromYear === FIRST_YEAR) throw new NetworkError('out_of_range');
		const years = this.#toYear - this.#fromYear + 1;
		const was = this.#first;
		this.#fromYear = Math.max(FIRST_YEAR, this.#fromYear - years);
		const base = this.#base;
		this.#fill(0);
		this.#fill(base - this.#before[was - this.#first]!);
	}

	#later(): void {
		if (this.#toYear === LAST_YEAR) throw new NetworkError('out_of_range');
		this.#toYear = Math.min(LAST_YEAR, this.#toYear + (this.#toYear - this.#fromYear + 1));
		this.#fill(this.#base);
	}

	#fill(base: number): void {
		this.#first = serialOf(this.#fromYear, 1, 1);
		const length = serialOf(this.#toYear, 12, 31) - this.#first + 1;
		const off = new Uint8Array(length);
		const [from, to] = [`${this.#fromYear}-01-01`, `${this.#toYear}-12-31`];
		for (const { day } of this.#calendar.holidays(from, to)) off[serialOfDay(day) - this.#first] = 1;
		this.#before = new Int32Array(length + 1);
		const days = new Int32Array(length);
		let count = 0;
		for (let at = 0; at < length; at++) {
			this.#before[at] = base + count;
			if (off[at] === 0 && weekdayOfSerial(this.#first + at) <= 5) days[count++] = this.#first + at;
		}
		this.#before[length] = base + count;
		this.#days = days.subarray(0, count);
		this.#base = base;
	}
}

const yearOf = (serial: number) => Number(dayOfSerial(Math.min(Math.max(serial, FIRST), LAST)).slice(0, 4));
