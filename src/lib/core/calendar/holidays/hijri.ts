import { Temporal } from 'temporal-polyfill';
import { addDays, partsOf, type Day } from '../days.ts';

/** The feasts counted in the Hijri calendar that a shipped calendar may hold. */
export type Feast = 'moharram' | 'tamkharit' | 'magal' | 'mawlid' | 'fitr' | 'adha';

const dates: Record<string, Feast> = {
	'1/1': 'moharram',
	'1/10': 'tamkharit',
	'2/18': 'magal',
	'3/12': 'mawlid',
	'10/1': 'fitr',
	'12/10': 'adha'
};

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
	const found: { feast: Feast; day: Day }[] = [];
	let day = `${year}-01-01`;
	let instant = Temporal.PlainDate.from(day).toZonedDateTime('UTC').epochMilliseconds;
	while (partsOf(day).year === year) {
		const parts = hijri.formatToParts(instant);
		const pick = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
		const feast = dates[`${pick('month')}/${pick('day')}`];
		if (feast) found.push({ feast, day });
		if (day === '2199-12-31') break;
		day = addDays(day, 1);
		instant += 86_400_000;
	}
	known.set(year, found);
	return found;
}
