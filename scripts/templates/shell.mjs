import { TableOfContents } from 'docx';
import { each, emptyHeader, footer, header, orNothing, p, partiesBlock, sheet, table, tag } from './kit.mjs';

const recipients = (list) =>
	table(list, [
		['Nom', '{name}', 28],
		['Organisation', '{organisation}', 27],
		['Courriel', '{email}', 30],
		['Support', '{medium}', 15]
	]);

const cover = [
	...partiesBlock(),
	p('Contrat {contract.number}', 'CoverText', { spacing: { before: 3400 } }),
	p('{contract.title}', 'CoverText'),
	p('{deliverable.title}', 'CoverTitle'),
	p('Livrable {deliverable.code}', 'Subtitle', { spacing: { after: 1900 } }),
	sheet([
		['Référence', '{control.reference}'],
		['Phase', '{deliverable.phase}'],
		['Version', 'V{control.version}'],
		['État', '{control.state}'],
		['Date', '{control.date}'],
		['Confidentialité', '{confidentiality}']
	])
];

const control = [
	p('Contrôle du document', 'FrontHeading', { pageBreakBefore: true }),
	table('', [
		['Référence', '{control.reference}', 21],
		['Version', 'V{control.version}', 9],
		['État', '{control.state}', 15],
		['Date', '{control.date}', 13],
		['Rédacteur', '{control.author}', 14],
		['Vérificateur', '{control.checker}', 14],
		['Approbateur', '{control.approver}', 14]
	]),
	p('Historique des versions', 'FrontHeading'),
	...orNothing(
		'history',
		[
			table('history', [
				['Version', 'V{edition}', 10],
				['Date', '{day}', 17],
				['Auteur', '{writer}', 20],
				['Nature des modifications', '{changes}', 35],
				['Pages ou sections', '{pages}', 18]
			])
		],
		'Première version : aucun historique.'
	),
	p('Liste de diffusion', 'FrontHeading'),
	p('Pour action', 'TableGroup', { spacing: { after: 60 } }),
	...orNothing('forAction', [recipients('forAction')], 'Aucun destinataire pour action.'),
	p('Pour information', 'TableGroup', { spacing: { before: 200, after: 60 } }),
	...orNothing('forInformation', [recipients('forInformation')], 'Aucun destinataire pour information.')
];

const contents = [
	p('Sommaire', 'TOCHeading', { pageBreakBefore: true }),
	new TableOfContents('Sommaire', {
		hyperlink: true,
		headingStyleRange: '1-3',
		contentChildren: [
			p('Synthèse', 'TOC1'),
			...each('sections', p('{heading}', 'TOC1')),
			p('Suivi des observations', 'TOC1')
		]
	})
];

const body = [
	p('Synthèse', 'Heading1', { pageBreakBefore: true }),
	...each('summary', p('{.}')),
	tag('{^summary}'),
	p('Synthèse à rédiger : une à deux pages, pour qui ne lira qu’elle.', 'Guidance'),
	tag('{/summary}'),
	tag('{#sections}'),
	p('{heading}', 'Heading1'),
	...each(
		'expected?',
		p('Attendu au contrat ({clause}) :', 'Guidance', { keepNext: true }),
		...each('expected', p('{.}', 'ListBullet'))
	),
	p('À rédiger.', 'Guidance', { spacing: { before: 160 } }),
	tag('{/sections}'),
	tag('{^sections}'),
	p(
		'Le contrat ne fixe pas de plan : le livrable est à structurer ici, avec les styles Titre 1 à Titre 3.',
		'Guidance'
	),
	tag('{/sections}'),
	p('Suivi des observations', 'Heading1'),
	...orNothing(
		'observations',
		[
			table('observations', [
				['N°', '{number}', 9],
				['Page ou section', '{place}', 13],
				['Observation', '{remark}', 28],
				['Auteur', '{by}', 14],
				['Réponse', '{answer}', 24],
				['Suite', '{outcome}', 12]
			])
		],
		'Aucune observation reçue à ce jour.'
	)
];

export const shell = {
	numberedHeadings: true,
	updateFields: true,
	titlePage: true,
	headers: {
		default: header('{deliverable.title}', '{control.reference}'),
		first: emptyHeader()
	},
	footers: {
		default: footer('{control.reference} – V{control.version}'),
		first: footer('{control.reference} – V{control.version}')
	},
	children: [...cover, ...control, ...contents, ...body]
};
