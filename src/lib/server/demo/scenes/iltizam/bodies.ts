import { agree, coming, seat, told } from '../../acts/bodies.ts';
import { item } from '../../acts/meetings.ts';
import { consultant, type Step } from '../../stage.ts';

const team = {
	body: 'L-EQP',
	title: 'Équipe projet : préparation des ateliers Contact Client',
	heldOn: '2012-05-10',
	startsAt: '15:00',
	place: 'Direction Clientèle, Casablanca',
	agenda: [
		item('Pilotes des vingt ateliers', 'decision'),
		item('Participants aux quatre ateliers Contact Client', 'opinion'),
		item('Cadencement des ateliers', 'information')
	],
	people: ['Inès Lambert']
};

/** The project team, named by the steering committee of 12 April, and how that committee works. */
export const bodySteps: Step[] = [
	{
		on: '2012-04-16',
		async play(stage) {
			await seat(stage, 'L-EQP', [
				{
					name: 'Bruno Delaunay',
					functionTitle: 'Coordinateur, activité Engagements Grands Clients'
				},
				{ name: 'Nadia Ferrand', functionTitle: 'Coordinatrice, activité Processus clientèle' }
			]);
			await agree(stage, 'L-COPIL', {
				voting: { rule: 'consensus', casting: false },
				approval: { how: 'silence', days: 15 },
				source: 'Comité de pilotage du 12 avril 2012, point 1'
			});
		}
	},
	...told({
		code: 'L-EQP-01',
		convenedOn: '2012-05-03',
		planned: team,
		session: {
			by: consultant,
			agenda: [
				item(
					'Pilotes des vingt ateliers',
					'decision',
					'La cheffe de projet présente les pilotes proposés, tous de niveau chef de département. Deux ateliers de l’activité Fournitures des fluides n’ont pas encore de pilote.',
					'Dix-huit pilotes retenus ; les deux derniers avant la formation.'
				),
				item(
					'Participants aux quatre ateliers Contact Client',
					'opinion',
					'Une dizaine de participants par atelier, choisis dans les agences et au centre d’appels. M. Delaunay demande qu’un gestionnaire de comptes grands clients soit entendu.',
					'Liste proposée ; la hiérarchie de chaque participant la valide.'
				),
				item(
					'Cadencement des ateliers',
					'information',
					'Les quatre ateliers se tiennent du 4 au 15 juin 2012, avant le comité de pilotage qui précède le forum 1.',
					''
				)
			],
			came: {},
			notes: { writtenBy: 'Inès Lambert', endsAt: '16:45' }
		},
		resolutions: [
			{
				wording:
					'L’équipe projet propose quarante participants aux ateliers de l’activité Contact Client.',
				kind: 'orientation',
				effectOn: '2012-05-10'
			}
		],
		actions: [
			{
				wording: 'Faire valider la liste des participants par leur hiérarchie.',
				owner: 'Bruno Delaunay',
				dueOn: '2012-05-25'
			},
			{
				wording: 'Désigner les deux pilotes manquants de l’activité Fournitures des fluides.',
				owner: 'Camille Renaud',
				dueOn: '2012-06-08'
			}
		],
		circulatedOn: '2012-05-14'
	}),
	coming('2012-05-31', {
		...team,
		title: 'Équipe projet : bilan des ateliers Contact Client',
		heldOn: '2012-06-18',
		agenda: [
			item('Constats des quatre ateliers', 'information'),
			item('Notes de synthèse des ateliers (L-D3)', 'opinion'),
			item('Participants aux ateliers Processus clientèle', 'opinion')
		]
	})
];
