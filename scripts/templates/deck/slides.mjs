import { slide } from './parts.mjs';
import { EDGE, frame, GREY, holder, nothing, para, table, text, TEXT_WIDTH, WASH } from './shapes.mjs';

const HALF = Math.floor((TEXT_WIDTH - 400000) / 2);
const RIGHT = EDGE + HALF + 400000;

/** A slide with one table, cut over several when it is long; its name says which (see the list in README.md). */
const tabled = (name, title, columns, sentence, more = '') =>
	slide(
		name,
		frame(`${title}{#${name}.part}  ({.}){/${name}.part}`) +
			table(5, title, `${name}.lines`, columns) +
			nothing(6, `${name}.lines`, sentence) +
			more
	);

export const slides = [
	[
		'opening',
		slide(
			'opening',
			holder(2, 'Titre', 'type="ctrTitle"', para('{meeting.body}')) +
				holder(
					3,
					'Sous-titre',
					'type="subTitle" idx="1"',
					para('**{meeting.number}** · {meeting.subject}') +
						para('{meeting.date}, {meeting.time}') +
						para('{meeting.place}')
				) +
				text(
					4,
					'Contrat',
					[EDGE, 450000, TEXT_WIDTH, 900000],
					[para('**{contract.title}**'), para('{#contract.number}{.}{/contract.number}')],
					{ size: 1400, colour: GREY }
				) +
				text(
					5,
					'Parties',
					[EDGE, 5500000, TEXT_WIDTH, 800000],
					[
						para('{client.role} : **{client.name}**'),
						para('{contractor.role} : **{contractor.name}**')
					],
					{ size: 1400, colour: GREY }
				)
		)
	],
	[
		'agenda',
		tabled(
			'agenda',
			'Ordre du jour',
			[
				['N°', '{rank}', 7],
				['Point', '{topic}', 75],
				['Pour', '{purpose}', 18]
			],
			'L’ordre du jour n’est pas encore établi.'
		)
	],
	[
		'standing',
		slide(
			'standing',
			frame('Où en est la mission') +
				text(
					5,
					'Météo',
					[EDGE, 1250000, HALF, 2050000],
					[
						para('{#axes?}'),
						para('**Météo générale**'),
						para('**{weather.symbol}  {weather.word}**', 'sz="1800"'),
						para('Tendance : {weather.trend}'),
						para('{#weather.comment}{.} {/weather.comment}'),
						para('{/axes?}'),
						para('{weatherFrom}', 'sz="1200"')
					],
					{ size: 1500, background: WASH }
				) +
				table(
					6,
					'Météo par axe',
					'axes',
					[
						['Axe', '{axis}', 38],
						['Météo', '{symbol}  {word}', 32],
						['Tendance', '{trend}', 38]
					],
					{ at: [EDGE, 3450000, HALF], size: 1400 }
				) +
				table(
					8,
					'Avancement',
					'progress',
					[
						['Avancement', '{label}', 45],
						['{asOf}', '**{value}**', 55]
					],
					{ at: [RIGHT, 1250000, HALF], size: 1600 }
				)
		)
	],
	// The picture of the schedule is drawn over the whole of it.
	['gantt', slide('gantt', frame('Planning{#gantt.part}  ({.}){/gantt.part}'))],
	[
		'schedule',
		tabled(
			'schedule',
			'Calendrier : prévu et réalisé',
			[
				['Phase ou ◆ jalon', '{line}', 39],
				['Prévu', '{planned}', 27],
				['Réalisé', '{reached}', 13],
				['État', '{standing}', 21]
			],
			'Aucune phase ni aucun jalon n’est au calendrier.'
		)
	],
	[
		'deliverables',
		tabled(
			'deliverables',
			'Livrables',
			[
				['Code', '{code}', 9],
				['Livrable', '{title}', 51],
				['Échéance', '{due}', 15],
				['État', '{standing}', 25]
			],
			'Aucun livrable remis ni attendu dans les trois mois.',
			text(
				7,
				'Autres livrables',
				[EDGE, 6080000, TEXT_WIDTH, 300000],
				[para('{#otherDeliverables}{.}.{/otherDeliverables}')],
				{
					size: 1200,
					colour: GREY
				}
			)
		)
	],
	[
		'obligations',
		tabled(
			'obligations',
			'Obligations en retard ou à venir',
			[
				['Obligation', '{duty}', 49],
				['Partie', '{owner}', 18],
				['Échéance', '{due}', 14],
				['État', '{standing}', 19]
			],
			'Aucune obligation en retard, aucune à venir dans les trente jours.'
		)
	],
	[
		'indicators',
		tabled(
			'indicators',
			'Indicateurs',
			[
				['Indicateur', '{indicator}', 38],
				['Seuil', '{target}', 26],
				['Dernière valeur', '{value}', 20],
				['État', '{verdict}', 16]
			],
			'Aucun indicateur.'
		)
	],
	[
		'risks',
		tabled(
			'risks',
			'Risques',
			[
				['Risque', '{risk}', 36],
				['Probabilité', '{probability}', 12],
				['Impact', '{impact}', 11],
				['Réponse', '{response}', 27],
				['Responsable', '{owner}', 14]
			],
			'Aucun risque signalé.'
		)
	],
	[
		'decisions',
		tabled(
			'decisions',
			'Décisions et avis demandés au comité',
			[
				['Point', '{number}', 8],
				['Objet', '{wording}', 76],
				['Demande', '{kind}', 16]
			],
			'Aucune décision ni aucun avis n’est demandé.'
		)
	],
	[
		'actions',
		tabled(
			'actions',
			'Actions ouvertes',
			[
				['N°', '{code}', 15],
				['Action', '{action}', 36],
				['Responsable', '{owner}', 16],
				['Échéance', '{due}', 14],
				['État', '{standing}', 19]
			],
			'Aucune action ouverte.'
		)
	],
	[
		'dates',
		tabled(
			'dates',
			'Prochaines échéances',
			[
				['Date', '{day}', 16],
				['Échéance', '{event}', 66],
				['Nature', '{nature}', 18]
			],
			'Aucune échéance datée à venir.'
		)
	]
];
