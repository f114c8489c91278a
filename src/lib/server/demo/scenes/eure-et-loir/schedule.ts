import { progress, reach } from '../../acts/schedule.ts';
import type { Step } from '../../stage.ts';

export const scheduleSteps: Step[] = [
	{ on: '2019-11-05', play: (stage) => reach(stage, 'E-M0', '2019-11-05') },
	{ on: '2019-11-06', play: (stage) => progress(stage, { 'E-T101': 100 }) },
	{ on: '2019-11-18', play: (stage) => progress(stage, { 'E-T107': 100, 'E-T102': 60, 'E-T105': 50 }) },
	{
		on: '2019-11-25',
		play: (stage) =>
			progress(stage, { 'E-T102': 80, 'E-T105': 100, 'E-T103': 30, 'E-T106': 25, 'E-T108': 20 })
	}
];
