import { footer, header, orNothing, p, sheet, table, tag } from './kit.mjs';

const block = [
	p('Relevé de décisions', 'Title'),
	p('{meeting.body} · {meeting.number}', 'Subtitle'),
	sheet(
		[
			['Contrat', '{contract.title}'],
			['Numéro', '{contract.number}'],
			['{client.role}', '{client.name}'],
			['{contractor.role}', '{contractor.name}'],
			['Date', '{meeting.date}'],
			['Lieu', '{meeting.place}'],
			['Présidence', '{meeting.chair}'],
			['Secrétariat', '{meeting.secretary}'],
			['Objet', '{meeting.subject}'],
			['Quorum', '{meeting.quorum}'],
			['Version', 'V{meeting.version} – {meeting.state}']
		],
		2
	)
];

const body = [
	p('Décisions', 'Heading1'),
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
	tag('{#reserves?}'),
	p('Réserves', 'Heading1'),
	table('reserves', [
		['N°', '**{number}**', 17],
		['Réserve', '{wording}', 63],
		['Livrable', '{deliverable}', 20]
	]),
	tag('{/reserves?}'),
	p('Actions', 'Heading1'),
	...orNothing(
		'actions',
		[
			table('actions', [
				['N°', '**{number}**', 17],
				['Action', '{action}', 35],
				['Responsable', '{owner}', 18],
				['Échéance', '{due}', 15],
				['État', '{standing}', 15]
			])
		],
		'Aucune action.'
	),
	p('**Prochaine réunion :** {nextMeeting}', undefined, { spacing: { before: 280 } }),
	p('{approval}', 'Caption')
];

export const decisions = {
	headers: { default: header('{contract.title}', '{meeting.number}') },
	footers: { default: footer('{meeting.reference} – V{meeting.version}') },
	children: [...block, ...body]
};
