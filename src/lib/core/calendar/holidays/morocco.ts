import { addDays, partsOf, type Day } from '../days.ts';
import { computedFeasts, type Feast } from './hijri.ts';
import type { Holiday } from './holiday.ts';

/** Month and date, label, first year. The years: Amazigh new year 2024, Aïd Al Wahda first in effect in 2026. */
const fixed: [string, string, number][] = [
	['01-01', 'Nouvel an', 0],
	['01-11', 'Manifeste de l’indépendance', 0],
	['01-14', 'Nouvel an amazigh', 2024],
	['05-01', 'Fête du Travail', 0],
	['07-30', 'Fête du Trône', 0],
	['08-14', 'Oued Ed-Dahab', 0],
	['08-20', 'Révolution du Roi et du peuple', 0],
	['08-21', 'Fête de la jeunesse', 0],
	['10-31', 'Aïd Al Wahda', 2026],
	['11-06', 'Marche verte', 0],
	['11-18', 'Fête de l’indépendance', 0]
];

const labels: Partial<Record<Feast, string>> = {
	moharram: '1er Moharram',
	mawlid: 'Aïd Al Mawlid',
	fitr: 'Aïd Al Fitr',
	adha: 'Aïd Al Adha'
};

/** Days announced by the ministry after the moon was looked for; they replace the computed ones of their year. */
const announced: [Day, Feast][] = [
	['2022-05-02', 'fitr'],
	['2022-07-10', 'adha'],
	['2022-07-30', 'moharram'],
	['2022-10-09', 'mawlid'],
	['2023-04-22', 'fitr'],
	['2023-06-29', 'adha'],
	['2023-07-19', 'moharram'],
	['2023-09-28', 'mawlid'],
	['2024-04-10', 'fitr'],
	['2024-06-17', 'adha'],
	['2024-07-07', 'moharram'],
	['2024-09-16', 'mawlid'],
	['2025-03-31', 'fitr'],
	['2025-06-07', 'adha'],
	['2025-06-27', 'moharram'],
	['2025-09-05', 'mawlid']
];

/** Days the government added for its administrations. */
const exceptional: [Day, string][] = [
	['2023-04-24', 'Congé exceptionnel de l’Aïd Al Fitr'],
	['2024-04-12', 'Congé exceptionnel de l’Aïd Al Fitr'],
	['2025-06-09', 'Congé exceptionnel de l’Aïd Al Adha']
];

function feasts(year: number): { feast: Feast; day: Day; status: Holiday['status'] }[] {
	const told = announced.filter(([day]) => partsOf(day).year === year);
	if (told.length > 0) return told.map(([day, feast]) => ({ day, feast, status: 'confirmed' }));
	return computedFeasts(year).map(({ day, feast }) => ({ day, feast, status: 'estimated' }));
}

function holidays(year: number, publicSector: boolean): Holiday[] {
	const list: Holiday[] = fixed
		.filter(([, , since]) => year >= since)
		.map(([date, label]) => ({ day: `${year}-${date}`, label, status: 'confirmed' }));
	for (const { day, feast, status } of feasts(year)) {
		const label = labels[feast];
		if (!label) continue;
		list.push({ day, label, status });
		// Administrations have a second day for the three great feasts; the first of Moharram has one.
		if (publicSector && feast !== 'moharram')
			list.push({ day: addDays(day, 1), label: `${label} (2e jour)`, status });
	}
	if (!publicSector) return list;
	for (const [day, label] of exceptional) {
		if (partsOf(day).year === year) list.push({ day, label, status: 'confirmed' });
	}
	return list;
}

/** Holidays of Moroccan administrations: two days for the great feasts, exceptional days. */
export function holidaysOfMoroccoPublic(year: number): Holiday[] {
	return holidays(year, true);
}

/** Holidays of the Moroccan private sector: one day for each feast. */
export function holidaysOfMoroccoPrivate(year: number): Holiday[] {
	return holidays(year, false);
}
