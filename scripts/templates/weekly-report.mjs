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
				['Axe', '{axis}', 34],
				['Météo', '{symbol}  {word}', 33],
				['Tendance', '{trend}', 33]
			])
		],
		'Météo par axe non renseignée.'
	),
	p('Faits marquants', 'Heading2'),
	...orNothing('highlights', each('highlights', p('{.}', 'ListBullet')), 'Aucun fait marquant.')
];

const alerts = [
	p('Alertes et décisions attendues', 'Heading1'),
	...orNothing('alerts', each('alerts', p('{.}', 'ListBullet')), 'Aucune alerte, aucune décision attendue.')
];

const work = [
	p('Travaux', 'Heading1'),
	p('Réalisé cette semaine', 'Heading2'),
	...orNothing('done', each('done', p('{.}', 'ListBullet')), 'Aucun travail déclaré cette semaine.'),
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
		each('next', p('{.}', 'ListBullet')),
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
				['Livrable', '{title}', 45],
				['Échéance', '{due}', 18],
				['État', '{standing}', 26]
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
					['Profil (en jours)', '{profile}', 40, together],
					['Vendus', '{sold}', 15, right],
					['Semaine', '{week}', 15, right],
					['Consommés', '{consumed}', 15, right],
					['Restants', '{remaining}', 15, right]
				],
				{
					after: [
						row(
							'**Total**',
							'**{total.sold}**',
							'**{total.week}**',
							'**{total.consumed}**',
							'**{total.remaining}**'
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
				['N°', '{number}', 17],
				['Action', '{action}', 36],
				['Responsable', '{owner}', 17],
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
