import { addDays, weekday, type Day } from '../days.ts';
import { easter } from './easter.ts';
import { computedFeasts, type Feast } from './hijri.ts';
import type { Holiday } from './holiday.ts';

const fixed: [string, string][] = [
	['01-01', 'Jour de l’an'],
	['04-04', 'Fête de l’indépendance'],
	['05-01', 'Fête du Travail'],
	['08-15', 'Assomption'],
	['11-01', 'Toussaint'],
	['12-25', 'Noël']
];

const labels: Partial<Record<Feast, string>> = {
	fitr: 'Korité',
	adha: 'Tabaski',
	moharram: undefined,
	tamkharit: 'Tamkharit',
	mawlid: 'Maouloud',
	magal: 'Grand Magal de Touba'
};

/** The Grand Magal became a holiday with law 2013-06. */
const magalSince = 2013;

/** Public holidays of Senegal; when Korité or Tabaski falls on a Sunday, Monday is off too. */
export function holidaysOfSenegal(year: number): Holiday[] {
	const sunday = easter(year);
	const named = (day: Day, label: string): Holiday => ({ day, label, status: 'confirmed' });
	const list = [
		...fixed.map(([date, label]) => named(`${year}-${date}`, label)),
		named(addDays(sunday, 1), 'Lundi de Pâques'),
		named(addDays(sunday, 39), 'Ascension'),
		named(addDays(sunday, 50), 'Lundi de Pentecôte')
	];
	for (const { feast, day } of computedFeasts(year)) {
		const label = labels[feast];
		if (!label || (feast === 'magal' && year < magalSince)) continue;
		list.push({ day, label, status: 'estimated' });
		const onSunday = weekday(day) === 7 && (feast === 'fitr' || feast === 'adha');
		if (onSunday)
			list.push({ day: addDays(day, 1), label: `Lendemain de ${label}`, status: 'estimated' });
	}
	return list;
}
