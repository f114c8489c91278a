import {
	agendaTable,
	each,
	emptyHeader,
	footer,
	header,
	orNothing,
	p,
	partiesBlock,
	sheet,
	table
} from './kit.mjs';

const block = [
	...partiesBlock(),
	p('{meeting.body}', 'Title'),
	p('{meeting.state} · {meeting.number}', 'Subtitle'),
	sheet(
		[
			['Objet', '{meeting.subject}'],
			['Contrat', '{contract.title}'],
			['Date', '**{meeting.date}**'],
			['Numéro', '{contract.number}'],
			['Heure', '**{meeting.time}**'],
			['Présidence', '{meeting.chair}'],
			['Lieu', '**{meeting.place}**'],
			['Référence', '{meeting.reference}']
		],
		2
	),
	p('{invitation}', undefined, { spacing: { before: 240 } })
];

const body = [
	p('Ordre du jour', 'Heading1'),
	...orNothing(
		'agenda',
		[agendaTable(), ...each('planned', p('{.}', 'Caption'))],
		'L’ordre du jour sera communiqué avant la séance.'
	),
	...each('asked', p('{.}', 'Conclusion')),
	p('Documents joints ou à venir', 'Heading1'),
	...orNothing(
		'papers',
		[
			table('papers', [
				['Document', '{title}', 40],
				['Transmis aux membres', '{due}', 36],
				['Clause du contrat', '{clause}', 24]
			])
		],
		'Aucun document n’est demandé par le contrat avant cette réunion.'
	),
	p('Réponse', 'Heading1'),
	...each('reply', p('{.}')),
	p('Personnes convoquées', 'Heading1'),
	...orNothing(
		'people',
		[
			table('people', [
				['Nom', '{name}', 34],
				['Organisation', '{organisation}', 33],
				['Fonction', '{function}', 33]
			])
		],
		'La liste des personnes convoquées n’est pas encore arrêtée.'
	)
];

export const convocation = {
	titlePage: true,
	headers: { default: header('{contract.title}', '{meeting.number}'), first: emptyHeader() },
	footers: { default: footer('{meeting.reference}'), first: footer('{meeting.reference}') },
	children: [...block, ...body]
};
