import { emptyHeader, footer, header, orNothing, p, partiesBlock, sheet, table } from './kit.mjs';

const about = [
	['Contrat', '{contract.title}'],
	['Numéro', '{contract.number}'],
	['Livrable', '{deliverable.code}'],
	['Phase', '{deliverable.phase}']
];

/** Fiche de réponses aux observations. */
export const answers = {
	titlePage: true,
	headers: { default: header('{contract.title}', '{deliverable.code}'), first: emptyHeader() },
	footers: {
		default: footer('{sheet.reference} – V{sheet.version}'),
		first: footer('{sheet.reference} – V{sheet.version}')
	},
	children: [
		...partiesBlock(),
		p('Fiche de réponses aux observations', 'Title'),
		p('{deliverable.code} · {deliverable.title}', 'Subtitle'),
		sheet(
			[
				...about,
				['Référence', '{sheet.reference}'],
				['Date', '{sheet.date}'],
				['Version', 'V{sheet.version}'],
				['État', '{sheet.state}']
			],
			2
		),
		p('Bilan', 'Heading1'),
		...orNothing(
			'totals',
			[
				table('totals', [
					['Gravité', '**{severity}**', 40],
					['Émises', '{all}', 20],
					['Levées', '{lifted}', 20],
					['Non levées', '{left}', 20]
				])
			],
			'Aucune observation.'
		),
		p('Observations et réponses', 'Heading1'),
		...orNothing(
			'observations',
			[
				table('observations', [
					['N° et gravité', '**{number}** {severity}', 17],
					['Endroit', '{place}', 12],
					['Observation', '{remark} ({by})', 27],
					['Réponse', '**{outcome}** {answer}', 27],
					['État', '{standing}', 17]
				])
			],
			'Aucune observation.'
		),
		p('Versions remises', 'Heading1'),
		...orNothing(
			'editions',
			[
				table('editions', [
					['Version', 'V{number}', 14],
					['Remise le', '{day}', 24],
					['Par', '{writer}', 30],
					['État', '{standing}', 32]
				])
			],
			'Aucune version remise.'
		)
	]
};

/** Procès-verbal de levée de réserves. */
export const lifted = {
	titlePage: true,
	headers: { default: header('{contract.title}', '{deliverable.code}'), first: emptyHeader() },
	footers: {
		default: footer('{record.reference} – V{record.version}'),
		first: footer('{record.reference} – V{record.version}')
	},
	children: [
		...partiesBlock(),
		p('Procès-verbal de levée de réserves', 'Title'),
		p('{deliverable.code} · {deliverable.title}', 'Subtitle'),
		sheet(
			[
				...about,
				['Référence', '{record.reference}'],
				['Date', '{record.date}'],
				['Version', 'V{record.version}']
			],
			2
		),
		p('Constat', 'Heading1'),
		p('{record.finding}'),
		p('Réserves levées', 'Heading1'),
		...orNothing(
			'lifted',
			[
				table('lifted', [
					['N° et gravité', '**{number}** {severity}', 18],
					['Réserve', '{remark} ({made})', 34],
					['Levée', '{checked}', 24],
					['Vérification', '{words}', 24]
				])
			],
			'Aucune réserve levée.'
		),
		p('Réserves qui restent à lever', 'Heading1'),
		...orNothing(
			'standing',
			[
				table('standing', [
					['N° et gravité', '**{number}** {severity}', 18],
					['Réserve', '{remark} ({made})', 58],
					['État', '{state}', 24]
				])
			],
			'Aucune : toutes les réserves émises sont levées.'
		),
		p('Signatures', 'Heading1'),
		...orNothing(
			'signatories',
			[
				table(
					'signatories',
					[
						['Nom', '{name}', 28, { keepNext: true }],
						['Qualité', '{capacity}', 30, { keepNext: true }],
						['Date', '', 14, { keepNext: true }],
						['Signature', '', 28, { keepNext: true }]
					],
					{ height: 1000 }
				)
			],
			'Aucun signataire désigné.'
		)
	]
};
