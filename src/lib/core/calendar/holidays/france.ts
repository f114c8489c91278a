import { addDays, type Day } from '../days.ts';
import { easter } from './easter.ts';
import type { Holiday } from './holiday.ts';

const fixed: [string, string][] = [
	['01-01', 'Jour de l’an'],
	['05-01', 'Fête du Travail'],
	['05-08', 'Victoire de 1945'],
	['07-14', 'Fête nationale'],
	['08-15', 'Assomption'],
	['11-01', 'Toussaint'],
	['11-11', 'Armistice de 1918'],
	['12-25', 'Noël']
];

/** The eleven public holidays of metropolitan France (Code du travail, L3133-1), Alsace-Moselle left out. */
export function holidaysOfFrance(year: number): Holiday[] {
	const sunday = easter(year);
	const named = (day: Day, label: string): Holiday => ({ day, label, status: 'confirmed' });
	return [
		...fixed.map(([date, label]) => named(`${year}-${date}`, label)),
		named(addDays(sunday, 1), 'Lundi de Pâques'),
		named(addDays(sunday, 39), 'Ascension'),
		named(addDays(sunday, 50), 'Lundi de Pentecôte')
	];
}
