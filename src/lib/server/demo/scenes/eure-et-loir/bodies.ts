import type { Attendee } from '#core/meetings/view.ts';
import { coming, seat, told } from '../../acts/bodies.ts';
import { item } from '../../acts/meetings.ts';
import { consultant, type Step } from '../../stage.ts';

const user = (name: string, functionTitle: string): Attendee => ({
	personId: null,
	name,
	organisation: 'Panel d’usagers',
	functionTitle,
	status: 'expected',
	representedBy: ''
});
const users = [
	user('Monique Besnard', 'Retraitée, Brou'),
	user('Yanis Chevallier', 'Étudiant, Dreux'),
	user('Sabrina Lecoq', 'Aidante familiale, Nogent-le-Rotrou'),
	user('Gérard Picard', 'Agriculteur, Janville-en-Beauce')
];
const first = {
	body: 'E-PANEL',
	title: 'Panel d’usagers n° 1 : ce qui fait la relation',
	heldOn: '2019-11-26',
	startsAt: '17:30',
	place: 'Médiathèque de Châteaudun',
	agenda: [
		item('Le rôle du panel dans la démarche', 'information'),
		item('Récits de démarches : ce qui a marché, ce qui a coincé', 'opinion'),
		item('Compléter le panel avec des usagers moteurs', 'opinion')
	],
	people: ['Julien Carpentier'],
	guests: users
};

/** Who sits where beside what roles give, and the panel of users. */
export const bodySteps: Step[] = [
	{
		on: '2019-10-29',
		async play(stage) {
			// « À définir selon les préconisations de la phase 1 »: what is known of phases 2 and 3 at the launch.
			await seat(stage, 'E-COPIL', [
				{
					name: 'Nadia Ferrand',
					functionTitle: 'Directrice de la citoyenneté, pour les services départementaux',
					phases: ['E-P1']
				},
				{
					name: 'Paul Guérin',
					capacity: 'guest',
					functionTitle: 'Représentant des communes partenaires',
					phases: ['E-P2', 'E-P3']
				}
			]);
			await seat(stage, 'E-PANEL', [
				{ name: 'Nadia Ferrand', functionTitle: 'Directrice de la citoyenneté, anime le panel' },
				{ name: 'Inès Lambert', capacity: 'secretary' }
			]);
		}
	},
	...told({
		code: 'E-PANEL-01',
		convenedOn: '2019-11-15',
		planned: first,
		session: {
			by: consultant,
			agenda: [
				item(
					'Le rôle du panel dans la démarche',
					'information',
					'Mme Ferrand rappelle que le panel est le garant de l’approche centrée sur les usagers : il donne son avis, il ne valide pas les livrables.',
					'Le rôle du panel est compris et partagé.'
				),
				item(
					'Récits de démarches : ce qui a marché, ce qui a coincé',
					'opinion',
					'Quatre récits sont partagés :\n- une demande d’APA instruite sans relance ;\n- un dossier de transport scolaire déposé deux fois ;\n- un courrier de la MDA resté sans réponse pendant sept semaines ;\n- un accueil en mairie qui a su orienter du premier coup.\nLe panel insiste : **savoir où en est son dossier** compte plus que le délai lui-même.',
					'Trois parcours à observer en priorité : APA, transport scolaire, MDA.'
				),
				item(
					'Compléter le panel avec des usagers moteurs',
					'opinion',
					'Le nord et l’est du département sont peu représentés. Les usagers repérés par le titulaire (E-L13) pourront y remédier.',
					'Le panel souhaite deux usagers de Dreux et deux de la Beauce.'
				)
			],
			came: { 'Gérard Picard': 'excused' },
			notes: { writtenBy: 'Inès Lambert', endsAt: '19:15' }
		},
		resolutions: [
			{
				wording:
					'Le panel recommande d’observer en priorité les parcours APA, transport scolaire et MDA.',
				kind: 'orientation',
				effectOn: '2019-11-26'
			}
		],
		actions: [
			{
				wording: 'Proposer au panel deux usagers de Dreux et deux usagers de la Beauce.',
				owner: 'Julien Carpentier',
				dueOn: '2019-12-16'
			}
		],
		circulatedOn: '2019-11-29'
	}),
	coming(
		'2019-11-29',
		{
			...first,
			title: 'Panel d’usagers n° 2 : parcours vécus',
			heldOn: '2019-12-17',
			place: 'Espace Dagron, Auneau',
			agenda: [
				item('Retour sur les premiers sites observés', 'information'),
				item('Parcours APA et transport scolaire : corriger la carte', 'opinion')
			]
		},
		false
	)
];
