import type { Day } from '../days.ts';
import { dayOfSerial, serialOf } from '../serial.ts';

/** The feasts counted in the Hijri calendar that a shipped calendar may hold. */
export type Feast = 'moharram' | 'tamkharit' | 'magal' | 'mawlid' | 'fitr' | 'adha';

/** Month, date, feast. */
const dates: [number, number, Feast][] = [
	[1, 1, 'moharram'],
	[1, 10, 'tamkharit'],
	[2, 18, 'magal'],
	[3, 12, 'mawlid'],
	[10, 1, 'fitr'],
	[12, 10, 'adha']
];

const hijri = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
	timeZone: 'UTC',
	month: 'numeric',
	day: 'numeric'
});
const known = new Map<number, { feast: Feast; day: Day }[]>();

/**
 * The feasts of one Gregorian year as the Umm al-Qura tables compute them: an estimate, since the countries
 * served here wait for the moon to be seen. A feast can fall twice in a year, or not at all.
 */
export function computedFeasts(year: number): { feast: Feast; day: Day }[] {
	const cached = known.get(year);
	if (cached) return cached;
	const [first, last] = [serialOf(year, 1, 1), serialOf(year, 12, 31)];
	const found: { feast: Feast; day: Day }[] = [];
	for (let start = monthStart(first); start <= last; start = monthStart(start + 30)) {
		const { month } = hijriOf(start);
		for (const [inMonth, date, feast] of dates) {
			const at = start + date - 1;
			if (inMonth === month && at >= first && at <= last) found.push({ feast, day: dayOfSerial(at) });
		}
	}
	known.set(year, found);
	return found;
}

/** The first day of the month that holds that day: months have 29 or 30 days, so 30 days on is the next one. */
function monthStart(serial: number): number {
	return serial + 1 - hijriOf(serial).date;
}

function hijriOf(serial: number): { month: number; date: number } {
	const parts = hijri.formatToParts(serial * 86_400_000);
	const pick = (type: string) => Number(parts.find((part) => part.type === type)?.value);
	return { month: pick('month'), date: pick('day') };
}
