import { describe, expect, it } from 'vitest';
import { calendarOf } from '../calendar.ts';
import { deadlineCases } from './cases.fixture.ts';
import { explainRule } from './explain.ts';
import type { Rule } from './schema.ts';

const fr = calendarOf('FR');

describe('the arithmetic in words', () => {
	it.each<[Rule, string | null, string]>([
		[{ after: 'e', count: 7, unit: 'day' }, '2019-10-29', '29 oct. + 7 jours = mar. 5 nov. 2019'],
		[
			{ after: 'e', count: 7, unit: 'day' },
			'2019-10-25',
			'25 oct. + 7 jours = ven. 1er nov. 2019 (Toussaint), reporté au lun. 4 nov. 2019'
		],
		[
			{ after: 'e', count: 2, unit: 'month' },
			'2019-12-31',
			'31 déc. 2019 + 2 mois = sam. 29 févr. 2020 (jour non travaillé), reporté au lun. 2 mars 2020'
		],
		[
			{ before: 'e', count: 5, unit: 'day' },
			'2020-06-12',
			'12 juin − 5 jours = dim. 7 juin 2020 (jour non travaillé) ; conseillé : ven. 5 juin 2020'
		],
		[
			{ strictly_before: '2020-01-29' },
			null,
			'avant le 29 janv., donc au plus tard la veille : mar. 28 janv. 2020'
		],
		[
			{ weekly: 'friday' },
			'2020-05-01',
			'vendredi de la semaine 2020-W18 : ven. 1er mai 2020 (Fête du Travail), avancé au jeu. 30 avr. 2020'
		],
		[
			{ after: 'e', count: 1, unit: 'working_day' },
			'2020-04-30',
			'30 avr. + 1 jour ouvré (hors 1er mai, Fête du Travail) = lun. 4 mai 2020'
		],
		[
			{ on: 'e', within: 20, unit: 'minute' },
			'2022-12-05T14:10',
			'dans les 20 minutes : lun. 5 déc. 2022 à 14 h 30'
		],
		[{ tbd: true, why: 'aucun délai.' }, null, 'À déterminer : aucun délai.'],
		[{ after: 'notification', count: 3, unit: 'month' }, null, 'En attente de « notification ».']
	])('%j from %s', (rule, event, words) => {
		expect(explainRule(rule, event, fr)).toBe(words);
	});
	it.each<[Rule, string | null, string]>([
		[
			{ after: 'e', count: 7, unit: 'day' },
			'2019-10-25',
			'25 Oct + 7 days = Fri 1 Nov 2019 (Toussaint), moved on to Mon 4 Nov 2019'
		],
		[
			{ before: 'e', count: 5, unit: 'day' },
			'2020-06-12',
			'12 Jun − 5 days = Sun 7 Jun 2020 (not a working day); advised: Fri 5 Jun 2020'
		],
		[
			{ after: 'e', count: 1, unit: 'workable_day' },
			'2020-04-30',
			'30 Apr + 1 workable day (Mon–Sat) (without 1 May, Fête du Travail) = Sat 2 May 2020 (not a working day); advised: Thu 30 Apr 2020'
		],
		[
			{ working_day_of_month: 3 },
			'2020-06-01',
			'3rd working day of the month (without 1 Jun, Lundi de Pentecôte): Thu 4 Jun 2020'
		],
		[
			{ first_week_of_month: 'friday', month_offset: 1 },
			'2020-05-01',
			'Friday of the first working week of the following month: Fri 5 Jun 2020'
		],
		[{ tbd: true, why: 'no delay.' }, null, 'To be set: no delay.']
	])('%j from %s, in English', (rule, event, words) => {
		expect(explainRule(rule, event, fr, 1, 'en')).toBe(words);
	});
	it('says the due date of every worked case', () => {
		for (const { rule, event, calendar, occurrence, due } of deadlineCases) {
			expect(explainRule(rule, event, calendarOf(calendar), occurrence)).toContain(due.slice(0, 4));
		}
	});
});
