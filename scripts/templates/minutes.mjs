import {
	agendaTable,
	each,
	emptyHeader,
	footer,
	groupRow,
	header,
	nobodyRow,
	orNothing,
	p,
	partiesBlock,
	sheet,
	table,
	row,
	tag
} from './kit.mjs';

const person = (list, name = '{name}') => row(`{#${list}}${name}`, '{organisation}', `{function}{/${list}}`);
const group = (list, title, name) => [groupRow(title), person(list, name), nobodyRow(list, 'Personne.')];

const block = [
	...partiesBlock(),
	p('{meeting.body}', 'Title'),
	p('Compte rendu et relevé de décisions · {meeting.number}', 'Subtitle'),
	sheet(
		[
			['Contrat', '{contract.title}'],
			['Numéro', '{contract.number}'],
			['Date', '{meeting.date}'],
			['Heure', '{meeting.time}'],
			['Lieu', '{meeting.place}'],
			['Objet', '{meeting.subject}'],
			['Présidence', '{meeting.chair}'],
			['Secrétariat', '{meeting.secretary}'],
			['Référence', '{meeting.reference}'],
			['Version', 'V{meeting.version} – {meeting.state}']
		],
		2
	)
];

const attendance = [
	p('Participants', 'Heading1'),
	table(
		null,
		[
			['Nom', '', 36],
			['Organisation', '', 32],
			['Fonction', '', 32]
		],
		{
			after: [
				...group('present', 'Présents'),
				...group('represented', 'Représentés', '{name} (pouvoir à {proxy})'),
				...group('excused', 'Excusés'),
				...group('absent', 'Absents')
			]
		}
	),
	...each('quorum', p('Quorum : {.}', 'Caption'))
];

const debate = [
	p('Ordre du jour', 'Heading1'),
	...orNothing('agenda', [agendaTable()], 'Ordre du jour non consigné.'),
	p('Relevé de décisions', 'Heading1'),
	...orNothing(
		'decisions',
		[
			table('decisions', [
				['N°', '**{number}**', 16],
				['Décision', '{wording}', 34],
				['Prise', '{taken}', 20],
				['Livrable et version', '{deliverable}', 15],
				['Effet', '{effect}', 15]
			])
		],
		'Aucune décision.'
	),
	p('Actions', 'Heading1'),
	...orNothing(
		'actions',
		[
			table('actions', [
				['N°', '**{number}**', 18],
				['Action', '{action}', 33],
				['Responsable', '{owner}', 18],
				['Échéance', '{due}', 16],
				['État', '{standing}', 15]
			])
		],
		'Aucune action.'
	),
	p('Réserves', 'Heading1'),
	...orNothing(
		'reserves',
		[
			table('reserves', [
				['N°', '**{number}**', 15],
				['Réserve', '{wording}', 30],
				['Gravité', '{severity}', 12],
				['Livrable', '{deliverable}', 15],
				['À lever pour', '{due}', 15],
				['État', '{standing}', 13]
			])
		],
		'Aucune réserve.'
	),
	p('Échanges', 'Heading1'),
	...orNothing(
		'items',
		[
			...each(
				'items',
				p('{rank}. {topic}', 'Heading2'),
				p('{@discussion}'),
				tag('{^discussion}'),
				p('Pas d’échange consigné sur ce point.', 'Nothing'),
				tag('{/discussion}'),
				...each('conclusion', p('**Conclusion :** {.}', 'Conclusion'))
			)
		],
		'Aucun échange n’a été consigné.'
	),
	tag('{#putOff?}'),
	p('Points reportés ou mis en attente', 'Heading2'),
	table('putOff', [
		['Point', '{topic}', 62],
		['Suite', '{outcome}', 38]
	]),
	tag('{/putOff?}'),
	tag('{#beyond?}'),
	p('Échanges hors ordre du jour', 'Heading2'),
	p('{@beyond}'),
	tag('{/beyond?}'),
	p('Documents présentés', 'Heading1'),
	...orNothing(
		'documents',
		[
			table('documents', [
				['Code', '{code}', 16],
				['Document', '{title}', 62],
				['Version', '{edition}', 22]
			])
		],
		'Aucun document présenté.'
	)
];

const closing = [
	p('Prochaine réunion', 'Heading1'),
	p('{nextMeeting}', undefined, { keepNext: true }),
	p('Approbation', 'Heading1'),
	p('{approval}', undefined, { keepNext: true }),
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
];

export const minutes = {
	titlePage: true,
	headers: { default: header('{contract.title}', '{meeting.number}'), first: emptyHeader() },
	footers: {
		default: footer('{meeting.reference} – V{meeting.version}'),
		first: footer('{meeting.reference} – V{meeting.version}')
	},
	children: [...block, ...attendance, ...debate, ...closing]
};
