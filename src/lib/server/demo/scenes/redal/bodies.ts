import { agree, coming, seat, told } from '../../acts/bodies.ts';
import { item } from '../../acts/meetings.ts';
import { consultant, type Step } from '../../stage.ts';

const place = 'Centre de relation client, Rabat';
const production = {
	body: 'R-CSP',
	title: 'Suivi de production de février',
	heldOn: '2023-02-16',
	startsAt: '10:00',
	place,
	agenda: [
		item('Production et volumétrie de janvier', 'information'),
		item('Qualité et formation', 'opinion'),
		item('Ressources et planification de mars', 'decision')
	]
};

/** The operational people of both sides, and how the steering committee decided to work. */
export const bodySteps: Step[] = [
	{
		on: '2023-02-06',
		play: (stage) =>
			seat(stage, 'R-CSP', [
				{
					name: 'Nadia Ferrand',
					functionTitle: 'Responsable opérationnelle, relation client de Redal'
				},
				{
					name: 'Julien Carpentier',
					functionTitle: 'Responsable opérationnel du prestataire',
					votes: false
				},
				{ name: 'Inès Lambert', capacity: 'secretary', functionTitle: 'Qualité et formation' }
			])
	},
	...told({
		code: 'R-CSP-01',
		convenedOn: '2023-02-06',
		planned: production,
		session: {
			by: consultant,
			agenda: [
				item(
					'Production et volumétrie de janvier',
					'information',
					'Les appels commerciaux augmentent après l’envoi des factures, entre le 5 et le 12 du mois. La solution en ligne absorbe une part des demandes de relevé.',
					'Volumétrie partagée par tranche horaire dès le rapport de février.'
				),
				item(
					'Qualité et formation',
					'opinion',
					'Doubles écoutes : l’accueil est tenu, l’orientation des réclamations techniques reste hésitante.\n1. Rappel de procédure par courriel interne\n2. Séance de deux heures par équipe',
					'Séance de rappel avant la fin du mois.'
				),
				item(
					'Ressources et planification de mars',
					'decision',
					'Le prestataire propose deux positions de plus le lundi matin jusqu’au comité de pilotage.',
					'Essai accepté pour les lundis 20 et 27 février.'
				)
			],
			came: {},
			notes: { writtenBy: 'Inès Lambert', endsAt: '11:30' }
		},
		resolutions: [
			{
				wording: 'Deux positions sont ajoutées le lundi matin, à l’essai, les 20 et 27 février 2023.',
				kind: 'arbitration',
				effectOn: '2023-02-20'
			}
		],
		actions: [
			{
				wording: 'Donner la volumétrie par tranche horaire dans le rapport de février.',
				owner: 'Julien Carpentier',
				dueOn: '2023-03-10'
			}
		],
		circulatedOn: '2023-02-21'
	}),
	{
		on: '2023-03-03',
		async play(stage) {
			await agree(stage, 'R-COPIL', {
				quorum: { share: 'majority' },
				second: { days: 5 },
				voting: { rule: 'majority', casting: true },
				source: 'Comité de pilotage du 28 février 2023, échanges hors ordre du jour'
			});
			await seat(stage, 'R-COPIL', [
				{
					name: 'Dominique Vasseur',
					functionTitle: 'Directeur général délégué',
					alternateOf: 'Bruno Delaunay'
				}
			]);
		}
	},
	coming('2023-03-03', {
		body: 'R-REU',
		title: 'Réunion mensuelle de mars',
		heldOn: '2023-03-29',
		startsAt: '10:00',
		place: 'Siège de Redal, Rabat',
		agenda: [
			item('Service de février et de mars', 'information'),
			item('Premières évaluations avec les grilles R-S10', 'information')
		],
		people: ['Inès Lambert']
	})
];
