import { describe, expect, it } from 'vitest';
import { answerRate, onHold } from './redal.fixture.ts';
import { judgementsOf, windowFor } from './state.ts';
import { measureWords, periodName, targetWords } from './words.ts';

describe('what a committee looks at', () => {
	it('runs from the day after it last met to the day it meets, or to today', () => {
		const held = ['2022-12-01', '2023-02-28', '2023-05-30'];
		const at = (meeting: string, today: string) => windowFor(meeting, held, '2022-11-30', today);
		expect(at('2023-05-30', '2023-03-06')).toEqual({ from: '2023-03-01', to: '2023-03-06' });
		expect(at('2023-02-28', '2023-03-06')).toEqual({ from: '2022-12-02', to: '2023-02-28' });
		expect(at('2022-12-01', '2023-03-06')).toEqual({ from: '2022-11-30', to: '2022-12-01' });
		// Met today, meets again tomorrow: a day, never a span that ends before it begins.
		expect(windowFor('2023-03-07', ['2023-03-06'], '2022-11-30', '2023-03-06')).toEqual({
			from: '2023-03-06',
			to: '2023-03-06'
		});
	});

	it('counts each verdict of the periods that touch it', () => {
		const value = (at: string, taken: string, received: string) => ({
			code: 'R-K5',
			quantity: '',
			at,
			label: '',
			value: taken,
			over: received
		});
		const values = [
			value('2023-01-31', '1', '100'),
			value('2023-02-06', '96', '100'),
			value('2023-02-07', '0', '0')
		];
		const facts = { values, exclusions: [], today: '2023-03-06' };
		const [slots, days, months] = judgementsOf(answerRate, facts, {
			from: '2023-02-01',
			to: '2023-02-28'
		});
		expect(slots?.points).toEqual([]);
		expect(days?.counts).toMatchObject({ met: 1, breach: 0, not_applicable: 1 });
		expect(months?.counts).toMatchObject({ met: 1, breach: 0 });
		expect(judgementsOf(onHold, facts)).toMatchObject([{ threshold: null, points: [] }]);
	});
});

it('says targets, measures and periods in words', () => {
	const [slot] = answerRate.thresholds;
	expect(targetWords(slot!, '%', 'fr')).toBe('au moins 95\u00a0% par tranche horaire');
	expect(targetWords({ ...slot!, op: 'between', value: 5, max: 10.5 }, '%', 'fr')).toBe(
		'entre 5\u00a0% et 10,5\u00a0% par tranche horaire'
	);
	expect(targetWords(slot!, '%', 'en')).toBe('at least 95\u00a0% per time slot');
	expect(measureWords(answerRate.measure!, 'fr')).toBe('appels pris ÷ appels reçus');
	expect(measureWords({ kind: 'mean', of: 'durée' }, 'fr')).toBe('moyenne\u00a0: durée');
	expect(periodName('2023-02-06T10:00/11:00', 'fr')).toBe('lun. 6 févr. 2023, 10:00–11:00');
	expect(periodName('2023-02', 'fr')).toBe('févr. 2023');
	expect(periodName('2023-W06', 'en')).toBe('week 06 of 2023');
});
