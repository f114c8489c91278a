import { agree, coming, seat, told } from '../../acts/bodies.ts';
import { item } from '../../acts/meetings.ts';
import { consultant, type Step } from '../../stage.ts';

const place = 'USAID, Dakar';
const people = ['Julien Carpentier', 'Inès Lambert'];
const notes = { writtenBy: 'Inès Lambert' };

const plan = {
	body: 'U-CSP',
	title: 'Membres du Customer Service Plan : état de la réingénierie',
	heldOn: '1996-06-04',
	startsAt: '15:00',
	place,
	agenda: [
		item('Avancement du processus de réingénierie', 'information'),
		item('Documents à remettre au consultant', 'decision')
	],
	people
};
const objectives = {
	body: 'U-SOT',
	title: 'Équipes SOT : objectifs, programmes et clients',
	heldOn: '1996-06-11',
	startsAt: '09:00',
	place,
	agenda: [
		item('Objectifs, programmes et actions de chaque équipe', 'information'),
		item('Clients et partenaires à rencontrer', 'opinion')
	],
	people
};

/** The teams of the work plan that are no committee, and how the CCPP decides. */
export const bodySteps: Step[] = [
	{
		on: '1996-05-29',
		async play(stage) {
			await seat(stage, 'U-CSP', [
				{ name: 'Camille Renaud', functionTitle: 'Coordinatrice du plan de service clientèle' },
				{ name: 'Hélène Marchais', functionTitle: 'Groupe CSP' }
			]);
			await seat(stage, 'U-SOT', [
				{ name: 'Camille Renaud', functionTitle: 'Coordinatrice du plan de service clientèle' },
				{ name: 'Paul Guérin', capacity: 'guest', functionTitle: 'Équipe SOT' }
			]);
		}
	},
	...told({
		code: 'U-CSP-01',
		convenedOn: '1996-05-29',
		planned: plan,
		session: {
			by: consultant,
			agenda: [
				item(
					'Avancement du processus de réingénierie',
					'information',
					'Les membres rappellent les étapes franchies depuis le lancement et ce que chaque bureau attend du plan de service clientèle.',
					'État de la réingénierie connu du consultant.'
				),
				item(
					'Documents à remettre au consultant',
					'decision',
					'Le consultant demande les enquêtes déjà conduites auprès des clients et la liste des points de contact.',
					'Les documents sont remis avant le 8 juin.'
				)
			],
			came: {},
			notes: { ...notes, endsAt: '16:30' }
		},
		resolutions: [
			{
				wording:
					'Les enquêtes auprès des clients et la liste des points de contact sont remises au consultant.',
				kind: 'orientation',
				effectOn: '1996-06-04'
			}
		],
		actions: [
			{
				wording: 'Remettre au consultant les enquêtes et la liste des points de contact.',
				owner: 'Camille Renaud',
				dueOn: '1996-06-07'
			}
		],
		circulatedOn: '1996-06-06'
	}),
	...told({
		code: 'U-SOT-01',
		convenedOn: '1996-06-05',
		planned: objectives,
		session: {
			by: consultant,
			agenda: [
				item(
					'Objectifs, programmes et actions de chaque équipe',
					'information',
					'Chaque équipe d’objectif stratégique présente ses programmes et ceux pour qui elle travaille. Les partenaires des ministères sont souvent le premier point de contact.',
					'Objectifs, programmes et actions connus.'
				),
				item(
					'Clients et partenaires à rencontrer',
					'opinion',
					'Les équipes proposent de commencer par Dakar, puis Kaolack, Ziguinchor et Saint-Louis.',
					'Liste des rencontres arrêtée avec la méthodologie.'
				)
			],
			came: {},
			notes: { ...notes, endsAt: '11:00' }
		},
		resolutions: [
			{
				wording: 'Les rencontres commencent à Dakar, avant les régions.',
				kind: 'orientation',
				effectOn: '1996-06-11'
			}
		],
		actions: [
			{
				wording: 'Dresser la liste des clients et partenaires à rencontrer, par région.',
				owner: 'Inès Lambert',
				dueOn: '1996-06-19'
			}
		],
		circulatedOn: '1996-06-20'
	}),
	{
		on: '1996-06-06',
		play: (stage) =>
			agree(stage, 'U-CCPP', {
				voting: { rule: 'consensus', casting: false },
				approval: { how: 'meeting' },
				source: 'Rencontre du CCPP du 5 juin 1996'
			})
	},
	{
		on: '1996-07-01',
		async play(stage) {
			await coming('1996-07-01', {
				...objectives,
				title: 'Équipes SOT : observations sur le projet de PSC',
				heldOn: '1996-08-30',
				startsAt: '15:00',
				agenda: [item('Observations sur le projet de PSC (U-D4)', 'opinion')]
			}).play(stage);
			await coming(
				'1996-07-01',
				{
					...plan,
					title: 'Membres du Customer Service Plan : premières rencontres',
					heldOn: '1996-07-16',
					agenda: [item('Ce que disent les clients de Dakar', 'information')]
				},
				false
			).play(stage);
			await coming(
				'1996-07-01',
				{
					...plan,
					body: 'U-CCPPE',
					title: 'CCPP élargi : levée de la réserve sur la méthodologie',
					heldOn: '1996-07-19',
					startsAt: '09:00',
					agenda: [item('Guide d’entretien complété (U-D2, version 1.1)', 'decision')]
				},
				false
			).play(stage);
		}
	}
];
