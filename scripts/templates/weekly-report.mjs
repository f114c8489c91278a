import { each, emptyHeader, footer, header, orNothing, p, partiesBlock, row, sheet, table } from './kit.mjs';

/** Days and their total stay on one page. */
const together = { keepNext: true };
const right = { alignment: 'right', ...together };

const block = [
	...partiesBlock(),
	p('Compte rendu hebdomadaire', 'Title'),
	p('{report.week}', 'Subtitle'),
	sheet(
		[
			['Contrat', '{contract.title}'],
			['Numéro', '{contract.number}'],
			['Période', '{report.period}'],
			['Auteur', '{report.author}'],
			['Référence', '{report.reference}'],
			['Version', '{report.version}'],
			['État', '{report.state}'],
			['Déposé le', '{report.filed}'],
			[
				'Destinataires',
				[
					...each('recipients', p('{.}', 'TableText')),
					...each('^recipients', p('Aucun destinataire désigné.', 'TableText'))
				]
			]
		],
		2
	)
];

const weather = [
	p('Météo de la mission', 'Heading1'),
	p('**{weather.symbol}  {weather.word}** · tendance : {weather.trend}', 'Conclusion'),
	...each('weather.comment', p('{.}')),
	...orNothing(
		'axes',
		[
			table('axes', [
				['Axe', '{axis}', 22],
				['Météo', '{symbol}  {word}', 32],
				['Tendance', '{trend}', 18],
				['Commentaire', '{comment}', 28]
			])
		],
		'Météo par axe non renseignée.'
	),
	p('Faits marquants', 'Heading2'),
	...orNothing('highlights', each('highlights', p('{.}', 'ListBullet')), 'Aucun fait marquant.')
];

const alerts = [
	p('Alertes et décisions attendues', 'Heading1'),
	...orNothing(
		'alerts',
		[
			table('alerts', [
				['Nature', '{kind}', 16],
				['Objet', '{wording}', 46],
				['Attendu de', '{owner}', 20],
				['Pour le', '{due}', 18]
			])
		],
		'Aucune alerte, aucune décision attendue.'
	)
];

const work = [
	p('Travaux', 'Heading1'),
	p('Réalisé cette semaine', 'Heading2'),
	...orNothing(
		'done',
		[
			table('done', [
				['Travail', '{what}', 55],
				['Précision', '{detail}', 45]
			])
		],
		'Aucun travail déclaré cette semaine.'
	),
	p('Prévu et non réalisé', 'Heading2'),
	...orNothing(
		'missed',
		[
			table('missed', [
				['Travail', '{what}', 55],
				['Pourquoi', '{why}', 45]
			])
		],
		'Aucun écart signalé.'
	),
	p('Prévu la semaine prochaine', 'Heading2'),
	...orNothing(
		'next',
		[
			table('next', [
				['Travail', '{what}', 70],
				['Échéance', '{when}', 30]
			])
		],
		'Aucun travail annoncé pour la semaine prochaine.'
	),
	p('Bloqué', 'Heading2'),
	...orNothing(
		'blocked',
		[
			table('blocked', [
				['Travail', '{what}', 42],
				['Pourquoi', '{why}', 36],
				['Qui peut débloquer', '{owner}', 22]
			])
		],
		'Aucun point bloqué.'
	)
];

const follow = [
	p('Livrables', 'Heading1'),
	...orNothing(
		'deliverables',
		[
			table('deliverables', [
				['Code', '{code}', 11],
				['Livrable', '{title}', 37],
				['Échéance', '{due}', 16],
				['Prévision', '{forecast}', 16],
				['État', '{standing}', 20]
			])
		],
		'Aucun livrable en cours.'
	),
	p('Réunions', 'Heading1'),
	...orNothing(
		'meetings',
		[
			table('meetings', [
				['Date', '{date}', 20],
				['Réunion', '{subject}', 40],
				['Lieu', '{place}', 22],
				['État', '{standing}', 18]
			])
		],
		'Aucune réunion tenue ni à venir.'
	),
	p('Risques', 'Heading1'),
	...orNothing(
		'risks',
		[
			table('risks', [
				['Risque', '{risk}', 30],
				['Probabilité', '{probability}', 13],
				['Impact', '{impact}', 13],
				['Réponse', '{response}', 28],
				['Responsable', '{owner}', 16]
			])
		],
		'Aucun risque signalé.'
	)
];

const effort = [
	p('Temps consommé', 'Heading1'),
	...orNothing(
		'days',
		[
			table(
				'days',
				[
					['Profil (en jours)', '{profile}', 30, together],
					['Vendus', '{sold}', 14, right],
					['Semaine', '{week}', 14, right],
					['Consommés', '{consumed}', 14, right],
					['Restants', '{remaining}', 14, right],
					['À terminaison', '{landing}', 14, right]
				],
				{
					after: [
						row(
							'**Total**',
							'**{total.sold}**',
							'**{total.week}**',
							'**{total.consumed}**',
							'**{total.remaining}**',
							'**{total.landing}**'
						)
					]
				}
			)
		],
		'Temps non renseigné.'
	),
	p('Actions ouvertes', 'Heading1'),
	...orNothing(
		'actions',
		[
			table('actions', [
				['N°', '{number}', 11],
				['Action', '{action}', 41],
				['Responsable', '{owner}', 18],
				['Échéance', '{due}', 15],
				['État', '{standing}', 15]
			])
		],
		'Aucune action ouverte.'
	)
];

export const weeklyReport = {
	titlePage: true,
	headers: { default: header('{contract.title}', '{report.week}'), first: emptyHeader() },
	footers: {
		default: footer('{report.reference} – version {report.version}'),
		first: footer('{report.reference} – version {report.version}')
	},
	children: [...block, ...weather, ...alerts, ...work, ...follow, ...effort]
};
