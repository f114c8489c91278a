import type { AnswersInput } from '#core/documents/observations/answers.ts';
import type { LiftedInput } from '#core/documents/observations/lifted.ts';
import { minimalParties, parties } from './samples.ts';

const deliverable = { code: 'E-L11', title: 'Cartographie des pratiques', phase: 'Phase 1' };
const made = 'COPIL, Élise Garnier, le 28 janv. 2020, version 1.0';

export const richAnswers: AnswersInput = {
	...parties,
	deliverable,
	sheet: { reference: 'E-L11-FR', version: '1.1', date: '7 févr. 2020', state: 'Remis, en vérification' },
	editions: [
		{ number: '1.0', day: '20 janv. 2020', writer: 'Camille Aubert', standing: 'Remplacé' },
		{ number: '1.1', day: '6 févr. 2020', writer: 'Hugo Delmas', standing: 'Remis, en vérification' }
	],
	totals: [
		{ severity: 'Bloquante', all: 1, lifted: 1, left: 0 },
		{ severity: 'Majeure', all: 0, lifted: 0, left: 0 },
		{ severity: 'Mineure', all: 2, lifted: 1, left: 1 }
	],
	observations: [
		{
			number: 'OBS-E-L11-01',
			severity: 'réserve bloquante',
			place: '§ 2, p. 12',
			remark: 'Distinguer les maisons de services au public des mairies sur toutes les cartes.',
			by: made,
			outcome: 'Acceptée.',
			answer: 'Carte 3 refaite, légende reprise partout.',
			standing: 'Levée en version 1.1 par Élise Garnier, le 7 févr. 2020'
		},
		{
			number: 'OBS-E-L11-02',
			severity: 'observation mineure',
			remark: 'La commune de Nogent-le-Rotrou n’apparaît pas.',
			by: 'Nadia Colin, le 29 janv. 2020, version 1.0',
			outcome: 'Non retenue.',
			answer: 'Le site a fermé le 1er janvier.',
			standing: 'Répondue, sans changement du document'
		}
	]
};

export const minimalAnswers: AnswersInput = {
	...minimalParties,
	deliverable: { code: 'X-1', title: 'Livrable' },
	sheet: { reference: 'X-1-FR', version: '1.0', date: '2 déc. 2019', state: 'Remis' }
};

export const richLifted: LiftedInput = {
	...parties,
	deliverable,
	record: {
		reference: 'E-L11-PVLR',
		version: '1.1',
		date: '7 févr. 2020',
		finding: 'Après vérification, une réserve est levée sur le livrable E-L11.'
	},
	lifted: [
		{
			number: 'OBS-E-L11-01',
			severity: 'bloquante',
			remark: 'Distinguer les maisons de services au public des mairies sur toutes les cartes.',
			made,
			checked: 'En version 1.1, le 7 févr. 2020, par Élise Garnier',
			words: 'Vérifié carte par carte.'
		}
	],
	standing: [
		{
			number: 'OBS-E-L11-03',
			severity: 'mineure',
			remark: 'Citer la source du tableau 4.',
			made,
			state: 'Répondue, version à venir'
		}
	],
	signatories: [
		{ name: 'Élise Garnier', capacity: 'Pour le maître d’ouvrage' },
		{ name: 'Inès Morvan', capacity: 'Pour le titulaire' }
	]
};

export const minimalLifted: LiftedInput = {
	...minimalParties,
	deliverable: { code: 'X-1', title: 'Livrable' },
	record: { reference: 'X-1-PVLR', version: '1.0', date: '2 déc. 2019', finding: 'Constat.' }
};
