import { handInPaper } from '../../acts/deliverables.ts';
import { hold, item, move, plan, record } from '../../acts/meetings.ts';
import { evaluationGrids } from '../../papers/r-s10.ts';
import { bodySteps } from './bodies.ts';
import { indicatorSteps } from './indicators.ts';
import { reportSteps } from './reports.ts';
import { consultant, lead, playSteps, type Stage, type Step } from '../../stage.ts';
import { penaltySteps } from './penalties.ts';

const place = 'Siège de Redal, Rabat';
const written = { writtenBy: 'Inès Lambert' };

const monthly = {
	body: 'R-REU',
	title: 'Réunion mensuelle de janvier',
	heldOn: '2023-01-25',
	startsAt: '10:00',
	place,
	agenda: [item('Mise en route du service', 'information'), item('Formation des équipes', 'information')],
	people: ['Inès Lambert']
};
const monthlySaid = [
	item(
		'Mise en route du service',
		'information',
		'Les appels techniques et commerciaux sont pris depuis le 30 novembre. La solution en ligne répond de 10 h à 20 h.',
		'Les deux chefs de projet constatent la mise en route.'
	),
	item(
		'Formation des équipes',
		'information',
		'Les chargés de clientèle ont été formés avant leur prise de poste. Redal demande une séance de rappel sur l’orientation des requêtes.',
		'Séance de rappel à tenir en février.'
	)
];

const quarterly = {
	body: 'R-COPIL',
	title: 'Comité de pilotage du premier trimestre',
	heldOn: '2023-02-28',
	startsAt: '14:30',
	place,
	agenda: [
		item('Qualité de service et productivité', 'information'),
		item('Grilles d’évaluation (R-S10)', 'opinion'),
		item('Format des rapports (R-S12)', 'opinion')
	],
	people: ['Camille Renaud', 'Julien Carpentier', 'Inès Lambert']
};
const quarterlySaid = [
	item(
		'Qualité de service et productivité',
		'information',
		'Le prestataire commente les rapports de décembre et de janvier. Les pointes du lundi matin pèsent sur le temps d’attente.',
		'Renforcer le planning du lundi de 8 h à 12 h.'
	),
	item(
		'Grilles d’évaluation (R-S10)',
		'opinion',
		'Les deux grilles seront remises dans les premiers jours de mars. Mme Marchais rappelle qu’elles doivent être validées avant leur premier usage.',
		'Remise attendue le 3 mars au plus tard.'
	),
	item(
		'Format des rapports (R-S12)',
		'opinion',
		'Le modèle proposé dans l’offre est repris, avec une page de synthèse. Il reste à arrêter conjointement.',
		''
	)
];

const steps: Step[] = [
	{ on: '2023-01-18', play: async (stage) => move(stage, await plan(stage, monthly), 'convened') },
	{
		on: '2023-01-25',
		async play(stage) {
			const code = 'R-REU-01';
			await hold(stage, code, {
				by: consultant,
				agenda: monthlySaid,
				came: {},
				notes: { ...written, endsAt: '11:15' }
			});
			await record(
				stage,
				code,
				lead,
				[],
				[
					{
						wording: 'Tenir une séance de rappel sur l’orientation des requêtes.',
						owner: 'Inès Lambert',
						dueOn: '2023-02-17'
					}
				]
			);
			await move(stage, code, 'held');
		}
	},
	{ on: '2023-01-31', play: (stage) => move(stage, 'R-REU-01', 'circulated') },
	{ on: '2023-02-14', play: async (stage) => move(stage, await plan(stage, quarterly), 'convened') },
	{
		on: '2023-02-28',
		async play(stage) {
			const code = 'R-COPIL-01';
			await hold(stage, code, {
				by: consultant,
				agenda: quarterlySaid,
				came: { 'Bruno Delaunay': 'excused' },
				notes: { ...written, endsAt: '16:30' }
			});
			await record(
				stage,
				code,
				lead,
				[
					{
						wording: 'Le planning du lundi matin est renforcé à compter du 6 mars 2023.',
						kind: 'arbitration',
						effectOn: '2023-03-06'
					}
				],
				[
					{
						wording: 'Remettre les grilles d’évaluation (R-S10).',
						owner: 'Julien Carpentier',
						dueOn: '2023-03-03'
					},
					{
						wording: 'Arrêter avec le prestataire le format des rapports (R-S12).',
						owner: 'Camille Renaud',
						dueOn: '2023-03-17'
					}
				]
			);
			await move(stage, code, 'held');
		}
	},
	{
		on: '2023-03-02',
		play: (stage) =>
			handInPaper(
				stage,
				'R-S10',
				evaluationGrids,
				'Deux grilles, pour validation par Redal avant la première évaluation.'
			)
	},
	{
		on: '2023-03-03',
		async play(stage) {
			await move(stage, 'R-COPIL-01', 'circulated');
			const production = await plan(stage, {
				body: 'R-CSP',
				title: 'Suivi de production de mars',
				heldOn: '2023-03-16',
				startsAt: '10:00',
				place,
				agenda: [
					item('Production et volumétrie de février', 'information'),
					item('Qualité et formation', 'information'),
					item('Planification d’avril', 'opinion')
				],
				people: ['Julien Carpentier', 'Inès Lambert']
			});
			await move(stage, production, 'convened');
			await plan(stage, {
				...quarterly,
				title: 'Comité de pilotage du deuxième trimestre',
				heldOn: '2023-05-30',
				agenda: [item('Qualité de service et productivité', 'information')]
			});
		}
	}
];

/** From the notification of 15 November 2022 to Monday 6 March 2023; the service starts on 30 November. */
export const playRedal = (stage: Stage): Promise<void> =>
	playSteps(
		stage,
		[...bodySteps, ...steps, ...indicatorSteps, ...reportSteps, ...penaltySteps],
		'2022-11-15',
		'2023-03-06'
	);
