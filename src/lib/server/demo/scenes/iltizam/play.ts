import { conclude, endorse, handInPaper, lastVersion, vote } from '../../acts/deliverables.ts';
import { hold, item, move, plan, record } from '../../acts/meetings.ts';
import { freeze, reach } from '../../acts/schedule.ts';
import { methodNote } from '../../papers/l-d1.ts';
import { committee, consultant, lead, playSteps, type Stage, type Step } from '../../stage.ts';

import { bodySteps } from './bodies.ts';

const place = 'Siège de LYDEC, Casablanca';
const people = ['Camille Renaud', 'Dominique Vasseur', 'Julien Carpentier', 'Inès Lambert'];
const first = {
	body: 'L-COPIL',
	title: 'Comité de pilotage : note méthodologique',
	heldOn: '2012-04-12',
	startsAt: '09:30',
	place,
	agenda: [
		item('Présentation du cabinet et de sa démarche', 'information'),
		item('Note méthodologique (L-D1)', 'decision'),
		item('Désignation de l’équipe projet', 'decision')
	],
	people
};
const said = [
	item(
		'Présentation du cabinet et de sa démarche',
		'information',
		'Le cabinet présente son équipe : un chef de projet et un consultant senior par activité. Mme Marchais rappelle que le lancement officiel a eu lieu en janvier, avant le choix du cabinet.',
		'Le comité prend acte.'
	),
	item(
		'Note méthodologique (L-D1)',
		'decision',
		'M. Delaunay demande que les grands clients soient entendus avant les ateliers de leur activité. Mme Ferrand s’assure que les résultats du diagnostic partiel servent de point de départ.\nLa cheffe de projet, qui valide aussi chaque livrable, donne son accord en séance.',
		'Note méthodologique validée dans sa version 1.0.'
	),
	item(
		'Désignation de l’équipe projet',
		'decision',
		'La cheffe de projet propose les coordinateurs des cinq activités. Les pilotes des ateliers seront proposés d’ici au 27 avril.',
		'Coordinateurs désignés ; pilotes à confirmer par écrit.'
	)
];

async function firstCommittee(stage: Stage): Promise<void> {
	for (const email of committee) await vote(stage, 'L-D1', email);
	const code = 'L-COPIL-01';
	await hold(stage, code, {
		by: consultant,
		agenda: said,
		came: { 'Dominique Vasseur': ['represented', 'Camille Renaud'] },
		notes: { writtenBy: 'Inès Lambert', endsAt: '11:30' }
	});
	const { id } = await lastVersion(await stage.as(lead), stage, 'L-D1');
	await record(
		stage,
		code,
		lead,
		[
			{
				wording: 'La note méthodologique (L-D1) est validée dans sa version 1.0.',
				kind: 'validation',
				effectOn: '2012-04-12',
				versionId: id
			},
			{
				wording:
					'Les coordinateurs des cinq activités sont désignés sur proposition de la cheffe de projet.',
				kind: 'arbitration',
				effectOn: '2012-04-12'
			}
		],
		[
			{
				wording: 'Proposer les pilotes des vingt ateliers.',
				owner: 'Camille Renaud',
				dueOn: '2012-04-27'
			},
			{
				wording: 'Remettre les supports de formation des pilotes (L-D2).',
				owner: 'Julien Carpentier',
				dueOn: '2012-06-15'
			}
		]
	);
	await move(stage, code, 'held');
	await endorse(stage, 'L-D1', code);
}

const steps: Step[] = [
	// The launch was held before the contract was signed; it is noted the day the mission opens.
	{ on: '2012-03-15', play: (stage) => reach(stage, 'L-M1', '2012-01-26') },
	{ on: '2012-03-29', play: async (stage) => move(stage, await plan(stage, first), 'convened') },
	{
		on: '2012-04-05',
		play: (stage) =>
			handInPaper(
				stage,
				'L-D1',
				methodNote,
				'Première version, pour le comité de pilotage du 12 avril 2012.'
			)
	},
	{ on: '2012-04-12', play: firstCommittee },
	{
		on: '2012-04-16',
		async play(stage) {
			await conclude(stage, 'L-D1');
			await freeze(
				stage,
				'Calendrier validé',
				'Note méthodologique (L-D1) validée par le comité de pilotage du 12 avril 2012.'
			);
		}
	},
	{ on: '2012-04-19', play: (stage) => move(stage, 'L-COPIL-01', 'circulated') },
	{ on: '2012-05-07', play: (stage) => move(stage, 'L-COPIL-01', 'approved') },
	{
		on: '2012-05-31',
		async play(stage) {
			const code = await plan(stage, {
				...first,
				title: 'Comité de pilotage avant le forum 1',
				heldOn: '2012-06-21',
				agenda: [
					item('Synthèse des ateliers de l’activité Contact Client', 'information'),
					item('Données à restituer au forum 1', 'decision'),
					item('Supports de formation de l’équipe projet (L-D2)', 'decision')
				]
			});
			await move(stage, code, 'convened');
		}
	}
];

/** From the signature of 15 March 2012 to Monday 4 June 2012. */
export const playIltizam = (stage: Stage): Promise<void> =>
	playSteps(stage, [...steps, ...bodySteps], '2012-03-15', '2012-06-04');
