import { dayOf, type Day } from '../days.ts';

/** Easter Sunday of a Gregorian year (the anonymous computation of Meeus, Jones and Butcher). */
export function easter(year: number): Day {
	const golden = year % 19;
	const century = Math.floor(year / 100);
	const rest = year % 100;
	const moon =
		(19 * golden +
			century -
			Math.floor(century / 4) -
			Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
			15) %
		30;
	const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
	const shift = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
	const index = moon + sunday - 7 * shift + 114;
	return dayOf(year, Math.floor(index / 31), (index % 31) + 1);
}
