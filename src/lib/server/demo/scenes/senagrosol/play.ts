import { conclude, endorse, handInPaper, lastVersion, vote } from '../../acts/deliverables.ts';
import { hold, item, move, plan, record } from '../../acts/meetings.ts';
import { freeze, note, progress, reach, tie } from '../../acts/schedule.ts';
import { methodReport, workPlan } from '../../papers/senagrosol.ts';
import { bodySteps } from './bodies.ts';
import { observationSteps } from './observations.ts';
import { committee, consultant, lead, playSteps, type Stage, type Step } from '../../stage.ts';

const place = 'USAID, Dakar';
const people = ['Camille Renaud', 'Julien Carpentier', 'Inès Lambert'];
const notes = { writtenBy: 'Inès Lambert' };

const onPlan = {
	body: 'U-CCPP',
	title: 'CCPP : plan de travail',
	heldOn: '1996-06-05',
	startsAt: '10:00',
	place,
	agenda: [
		item('Avancement de la réingénierie', 'information'),
		item('Plan de travail (U-D1)', 'decision')
	],
	people
};
const onMethod = {
	body: 'U-CCPPE',
	title: 'CCPP élargi : méthodologie',
	heldOn: '1996-06-28',
	startsAt: '09:00',
	place,
	agenda: [
		item('Premières rencontres à Dakar', 'information'),
		item('Rapport sur l’approche méthodologique (U-D2)', 'decision')
	],
	people
};

async function validatePlan(stage: Stage): Promise<void> {
	for (const email of committee) await vote(stage, 'U-D1', email);
	const code = 'U-CCPP-01';
	await hold(stage, code, {
		by: consultant,
		agenda: [
			item(
				'Avancement de la réingénierie',
				'information',
				'Les trois groupes (communication, formation, CSP) font le point de leurs travaux.',
				'Le consultant recevra les notes des trois groupes.'
			),
			item(
				'Plan de travail (U-D1)',
				'decision',
				'Le CCPP parcourt les dix-sept activités. Le séminaire de présentation reste à dater. Les activités pourront être affinées avec la méthodologie.',
				'Plan de travail validé.'
			)
		],
		came: {},
		notes: { ...notes, endsAt: '11:30' }
	});
	const { id } = await lastVersion(await stage.as(lead), stage, 'U-D1');
	await record(
		stage,
		code,
		lead,
		[
			{
				wording: 'Le plan de travail (U-D1) est validé dans sa version 1.0.',
				kind: 'validation',
				effectOn: '1996-06-05',
				versionId: id
			}
		],
		[
			{
				wording: 'Transmettre au consultant les notes des trois groupes du CCPP.',
				owner: 'Camille Renaud',
				dueOn: '1996-06-12'
			},
			{
				wording: 'Proposer une date pour le séminaire de présentation.',
				owner: 'Camille Renaud',
				dueOn: '1996-07-12'
			}
		]
	);
	await move(stage, code, 'held');
	await endorse(stage, 'U-D1', code);
	await reach(stage, 'U-M1', '1996-06-05');
}

/** The order of the work plan: what is handed in follows what is drawn up, what is validated follows what is handed in. */
async function acceptPlan(stage: Stage): Promise<void> {
	await tie(stage, [
		['U-T1', 'U-T2'],
		['U-T2', 'U-T4'],
		['U-T6', 'U-T7'],
		['U-T7', 'U-T9'],
		['U-T8', 'U-T10'],
		['U-T11', 'U-T12'],
		// The draft is begun on the last day of the workshops.
		['U-T12', 'U-T13', 'FS', -1],
		['U-T13', 'U-T14'],
		['U-T14', 'U-T15', 'FF'],
		['U-T15', 'U-T17']
	]);
	await note(stage, 'U-T15', { constraint: { kind: 'must_start', day: '1996-08-30' } });
	await note(stage, 'U-T2', {}, ['U-D1']);
	await note(stage, 'U-T7', {}, ['U-D2']);
	await freeze(stage, 'Plan de travail validé', 'Validé par le CCPP le 5 juin 1996 (U-D1, version 1.0).');
}

async function validateMethod(stage: Stage): Promise<void> {
	const reserve = 'Prévoir des entretiens séparés avec les femmes clientes des programmes.';
	await vote(stage, 'U-D2', committee[0], 'approve_with_reserves', reserve);
	await vote(stage, 'U-D2', committee[1]);
	await vote(stage, 'U-D2', committee[2], 'approve_with_reserves', reserve);
	const code = 'U-CCPPE-01';
	await hold(stage, code, {
		by: consultant,
		agenda: [
			item(
				'Premières rencontres à Dakar',
				'information',
				'Les guides d’entretien ont été éprouvés du 24 au 27 juin.',
				''
			),
			item(
				'Rapport sur l’approche méthodologique (U-D2)',
				'decision',
				'Le CCPP élargi approuve les outils et demande des entretiens séparés avec les femmes clientes des programmes.',
				'Méthodologie validée, avec une réserve.'
			)
		],
		came: { 'Inès Lambert': 'present' },
		notes: { ...notes, endsAt: '12:00' }
	});
	const { id } = await lastVersion(await stage.as(lead), stage, 'U-D2');
	await record(
		stage,
		code,
		lead,
		[
			{
				wording:
					'La méthodologie (U-D2) est validée, sous réserve d’entretiens séparés avec les femmes clientes.',
				kind: 'validation',
				effectOn: '1996-06-28',
				versionId: id
			}
		],
		[
			{
				wording: 'Ajouter au guide d’entretien une séance réservée aux femmes clientes.',
				owner: 'Inès Lambert',
				dueOn: '1996-07-05'
			}
		]
	);
	await move(stage, code, 'held');
	await endorse(stage, 'U-D2', code, 'endorsed_with_reserves', reserve, ['blocking']);
	await reach(stage, 'U-M2', '1996-06-28');
	const next = await plan(stage, {
		...onPlan,
		title: 'CCPP : observations sur le projet de PSC',
		heldOn: '1996-08-30',
		agenda: [item('Observations sur le projet de PSC (U-D4)', 'decision')]
	});
	await move(stage, next, 'convened');
}

const steps: Step[] = [
	{
		on: '1996-05-29',
		async play(stage) {
			await handInPaper(
				stage,
				'U-D1',
				workPlan,
				'Plan de travail, pour la réunion du CCPP du 5 juin 1996.'
			);
			await move(stage, await plan(stage, onPlan), 'convened');
			await progress(stage, { 'U-T1': 100, 'U-T2': 100 });
		}
	},
	{ on: '1996-06-05', play: validatePlan },
	{
		on: '1996-06-06',
		async play(stage) {
			await conclude(stage, 'U-D1');
			await acceptPlan(stage);
			await progress(stage, { 'U-T3': 100, 'U-T4': 100 });
		}
	},
	{ on: '1996-06-10', play: (stage) => move(stage, 'U-CCPP-01', 'circulated') },
	{
		on: '1996-06-20',
		async play(stage) {
			await progress(stage, { 'U-T5': 100, 'U-T6': 100, 'U-T7': 100 });
			await handInPaper(
				stage,
				'U-D2',
				methodReport,
				'Pour observations et commentaires des membres du CCPP.'
			);
			await move(stage, await plan(stage, onMethod), 'convened');
		}
	},
	{ on: '1996-06-28', play: validateMethod },
	{
		on: '1996-07-01',
		async play(stage) {
			await move(stage, 'U-CCPPE-01', 'circulated');
			await progress(stage, { 'U-T8': 100, 'U-T9': 100, 'U-T10': 15 });
		}
	}
];

/** From 20 May 1996 to Monday 1 July 1996. */
export const playSenagrosol = (stage: Stage): Promise<void> =>
	playSteps(stage, [...steps, ...bodySteps, ...observationSteps], '1996-05-20', '1996-07-01');
