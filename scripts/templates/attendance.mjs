import {
	blankRow,
	emptyHeader,
	footer,
	header,
	nobodyRow,
	p,
	partiesBlock,
	signRow,
	sheet,
	table,
	WIDE
} from './kit.mjs';

/** A row high enough to sign by hand: 1.3 cm. */
const SIGN = 737;
const GUESTS = 5;

const block = [
	...partiesBlock(WIDE),
	p('Feuille d’émargement', 'Title'),
	p('{meeting.body} · {meeting.number}', 'Subtitle'),
	sheet(
		[
			['Objet', '{meeting.subject}'],
			['Contrat', '{contract.title}'],
			['Date et heure', '**{meeting.date}**, {meeting.time}'],
			['Numéro', '{contract.number}'],
			['Lieu', '{meeting.place}'],
			['Référence', '{meeting.reference}']
		],
		2,
		WIDE
	),
	p(
		'{count} Chaque personne présente signe en face de son nom, note l’heure où elle arrive et, si elle part avant la fin, celle où elle part.',
		'Caption'
	)
];

const columns = [
	['N°', '{rank}', 5],
	['Organisation', '{organisation}', 17],
	['Nom', '**{name}**', 18],
	['Fonction', '{function}', 17],
	['Représenté par', '{#proxy}{.}{/proxy}', 15],
	['Arrivée', '{#arrived}{.}{/arrived}', 6.5],
	['Départ', '{#left}{.}{/left}', 6.5],
	['Signature', '', 15]
];

const people = [
	table('people', columns, {
		height: SIGN,
		width: WIDE,
		boxes: true,
		after: [
			nobodyRow(
				'people',
				'Aucune personne n’est encore convoquée : les lignes qui suivent restent à remplir.'
			)
		]
	}),
	p('Invités et autres personnes présentes', 'Heading2'),
	table(null, columns, {
		width: WIDE,
		boxes: true,
		after: Array.from({ length: GUESTS }, () => blankRow(SIGN))
	})
];

const closing = [
	p('Certifié exact', 'Heading2'),
	table(
		null,
		[
			['Qualité', '', 24],
			['Nom', '', 34],
			['Date', '', 14],
			['Signature', '', 28]
		],
		{
			width: WIDE,
			boxes: true,
			after: ['Présidence de séance', 'Secrétariat de séance'].map((who) => signRow(who))
		}
	)
];

export const attendance = {
	landscape: true,
	titlePage: true,
	headers: {
		default: header('{meeting.body} · {meeting.number}', '{meeting.date}', WIDE),
		first: emptyHeader()
	},
	footers: { default: footer('{meeting.reference}', WIDE), first: footer('{meeting.reference}', WIDE) },
	children: [...block, ...people, ...closing]
};
