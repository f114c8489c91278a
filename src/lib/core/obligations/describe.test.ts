import { expect, it } from 'vitest';
import { describe } from './describe.ts';
import { serviceContract, serviceFacts } from './mission.fixture.ts';
import { plan, plannedOf } from './plan.ts';

const contract = serviceContract();
const facts = serviceFacts();
const all = plannedOf(
	plan(contract, {
		...facts,
		events: { notification: '2022-11-15', start: '2022-11-30' },
		extensions: [{ key: 'X-L1/step-2', days: 10, on: '2023-06-20', act: 'ordre de service n° 3' }]
	})
);
const say = (key: string, locale: 'fr' | 'en' = 'fr') =>
	describe(
		all.find((one) => one.key === key)!,
		facts.calendar,
		locale
	);

it('says the arithmetic, and what another reading of the clause would give', () => {
	const { words, alternatives } = say('X-S1/X-COPIL-1');
	expect(words).toBe('28 févr. − 5 jours = jeu. 23 févr. 2023');
	expect(alternatives).toMatchObject([{ reading: 'Jours ouvrés', due: '2023-02-21' }]);
	expect(say('X-S1/X-COPIL-1', 'en').words).toBe('28 Feb − 5 days = Thu 23 Feb 2023');
});
it('says which act moved a date, and from where', () => {
	expect(say('X-L1/step-2').extensions).toEqual([
		'prolongé de 10 jours par ordre de service n° 3 du mar. 20 juin 2023',
		'29 juin + 10 jours = dim. 9 juil. 2023 (jour non travaillé), reporté au lun. 10 juil. 2023'
	]);
});
it('dates the reading of a clause without delay', () => {
	const { words, alternatives } = say('X-S2/X-COPIL-1');
	expect(words).toBe('À déterminer : aucun délai');
	expect(alternatives[0]).toMatchObject({ due: '2023-03-07' });
});
it('warns outside the years a calendar was confirmed for', () => {
	expect(say('X-D1/2022-12-01').warning).toBeNull();
	expect(say('X-A1/2025').warning).toContain('2026');
});
it('says what an occurrence waits for', () => {
	const early = plannedOf(plan(contract, { ...facts, events: {} })).find((one) => one.key === 'X-S3')!;
	expect(describe(early, facts.calendar).words).toBe('En attente de « notification ».');
});
