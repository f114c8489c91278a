import { describe, expect, it } from 'vitest';
import { line } from '#core/schedule/fixture.ts';
import { barState, faultWords, lineWords, spanWords, stateWords } from './words.ts';

describe('words of a line', () => {
	it('says the whole line as a sentence would', () => {
		expect(lineWords(line(), '2019-12-23', 'fr')).toBe(
			'Tâche Entretiens, du lun. 4 nov. au ven. 20 déc. 2019, 40\u00a0%, en retard de 3 jours'
		);
	});

	it('says what the contract fixes and when the plan goes past it', () => {
		const milestone = line({
			kind: 'milestone',
			code: 'E-M1',
			title: 'COPIL de phase 1',
			startsOn: '2020-01-30',
			endsOn: '2020-01-30',
			limitOn: '2020-01-29',
			fixedByContract: true
		});
		expect(lineWords(milestone, '2020-01-20', 'fr')).toBe(
			'Jalon E-M1 COPIL de phase 1, le jeu. 30 janv. 2020, prévu après la limite du contrat, ' +
				'fixé par le contrat, limite du contrat\u00a0: mer. 29 janv. 2020'
		);
	});

	it('says both years where they differ, and one day as one', () => {
		expect(spanWords(line({ endsOn: '2020-01-03' }), 'fr')).toBe(
			'du lun. 4 nov. 2019 au ven. 3 janv. 2020'
		);
		expect(spanWords(line({ endsOn: '2019-11-04' }), 'fr')).toBe('le lun. 4 nov. 2019');
		expect(spanWords(line(), 'en')).toBe('from Mon 4 Nov to Fri 20 Dec 2019');
	});

	it('counts one day in the singular', () => {
		expect(stateWords(line(), '2019-12-21', 'fr')).toBe('en retard de 1 jour');
		expect(stateWords(line(), '2019-12-19', 'fr')).toBe('échéance dans 1 jour');
		expect(stateWords(line(), '2019-12-20', 'fr')).toBe('échéance aujourd’hui');
		expect(stateWords(line({ doneOn: '2019-12-21' }), '2019-12-25', 'en')).toBe('done 1 day late');
	});

	it('gives each state that matters a sign and a word on the bar', () => {
		expect(barState(line(), '2019-12-22', 'fr')).toBe('▲ en retard de 2 jours');
		expect(barState(line({ progress: 100 }), '2019-12-22', 'fr')).toBe('✓ fait');
		expect(barState(line(), '2019-11-10', 'fr')).toBe('');
	});

	it('has a sentence for a fault', () => {
		expect(faultWords('end_before_start', 'fr')).toBe(
			'La fin doit être le jour du début ou un jour suivant.'
		);
	});
});
