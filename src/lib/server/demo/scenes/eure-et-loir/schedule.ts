import { freeze, note, progress, reach, tie } from '../../acts/schedule.ts';
import type { Stage, Step } from '../../stage.ts';

/** What the contract ties to its committees and deliverables; the plan shown at the kick-off meeting is the accepted one. */
async function acceptPlan(stage: Stage): Promise<void> {
	await tie(stage, [
		['E-T117', 'E-M1'],
		['E-T212', 'E-M2'],
		['E-T213', 'E-M3'],
		['E-T311', 'E-M4']
	]);
	const before = (day: string) => ({ constraint: { kind: 'not_after' as const, day } });
	await note(stage, 'E-T117', before('2020-01-28'));
	await note(stage, 'E-T213', before('2020-06-29'));
	await note(stage, 'E-T114', {}, ['E-L11']);
	await note(stage, 'E-T115', {}, ['E-L12']);
	await note(stage, 'E-T116', {}, ['E-L13']);
	await freeze(
		stage,
		'Planning accepté',
		'Présenté par le titulaire et accepté à la réunion de lancement du 5 novembre 2019.'
	);
}

export const scheduleSteps: Step[] = [
	{ on: '2019-11-05', play: (stage) => reach(stage, 'E-M0', '2019-11-05') },
	{ on: '2019-11-05', play: acceptPlan },
	{
		on: '2019-11-06',
		play: (stage) => note(stage, 'E-T101', { actualStart: '2019-10-29', actualEnd: '2019-11-05' })
	},
	{ on: '2019-11-18', play: (stage) => progress(stage, { 'E-T107': 100, 'E-T102': 60, 'E-T105': 50 }) },
	{
		on: '2019-11-25',
		play: (stage) =>
			progress(stage, { 'E-T102': 80, 'E-T105': 100, 'E-T103': 30, 'E-T106': 25, 'E-T108': 20 })
	}
];
