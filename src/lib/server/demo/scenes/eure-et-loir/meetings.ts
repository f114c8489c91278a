import { done, hold, move, plan, record } from '../../acts/meetings.ts';
import { consultant, lead, manager, type Step } from '../../stage.ts';
import * as said from './meetings-text.ts';

/** The meetings of the first five weeks, day by day, in the order they were played. */
export const meetingSteps: Step[] = [
	{
		on: '2019-10-30',
		async play(stage) {
			const code = await plan(stage, said.kickOff);
			await move(stage, code, 'convened');
		}
	},
	{
		on: '2019-11-05',
		async play(stage) {
			const code = 'E-COPIL-01';
			await hold(stage, code, { by: consultant, ...said.kickOffSession });
			await record(stage, code, lead, said.kickOffResolutions, said.kickOffActions);
			await move(stage, code, 'held');
		}
	},
	{
		on: '2019-11-08',
		async play(stage) {
			await move(stage, 'E-COPIL-01', 'circulated');
			const code = await plan(stage, said.technical);
			await move(stage, code, 'convened');
		}
	},
	{
		on: '2019-11-14',
		play: (stage) => done(stage, 'E-COPIL-01', manager, said.kickOffActions[0]!.wording)
	},
	{
		on: '2019-11-19',
		async play(stage) {
			const code = 'E-COTECH-01';
			await hold(stage, code, { by: consultant, ...said.technicalSession });
			await record(stage, code, consultant, said.technicalResolutions, said.technicalActions);
			await move(stage, code, 'held');
		}
	},
	{
		on: '2019-11-22',
		async play(stage) {
			await move(stage, 'E-COPIL-01', 'approved');
			await move(stage, 'E-COTECH-01', 'circulated');
			const code = await plan(stage, said.project);
			await move(stage, code, 'convened');
		}
	},
	{
		on: '2019-11-28',
		async play(stage) {
			const code = 'E-PT-01';
			await hold(stage, code, { by: consultant, ...said.projectSession });
			await record(stage, code, consultant, [], said.projectActions);
			await move(stage, code, 'held');
		}
	},
	{
		on: '2019-11-29',
		async play(stage) {
			for (const next of [said.nextTechnical, said.phaseOne]) {
				const code = await plan(stage, next);
				await move(stage, code, 'convened');
			}
			// A draft: nobody is told of it yet.
			await plan(stage, said.nextProject);
		}
	}
];
